import type { Customization } from './customizations';

/** What the CLI sends for the names of protocols. */
const protocolNumbers = new Map([
  ['all', '-1'],
  ['icmp', '1'],
  ['tcp', '6'],
  ['udp', '17'],
]);

/**
 * `--ingress` for an entry that is not egress, and names for protocols.
 * Source: https://docs.aws.amazon.com/cli/latest/reference/ec2/create-network-acl-entry.html
 */
export const networkAclArguments: Customization = {
  change: (derived) => derived.map((given) => (given.member === 'Egress' ? { ...given, negative: 'ingress' } : given)),
  finish(input) {
    const number = protocolNumbers.get(String(input.Protocol));
    if (number) input.Protocol = number;
  },
};
