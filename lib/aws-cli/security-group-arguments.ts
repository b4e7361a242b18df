import { string } from '@/lib/engine/shapes';
import type { Argument } from './argument';
import type { Customization, Input } from './customizations';
import { pythonInteger } from './python-text';
import { valueError } from './usage-error';

const names = ['protocol', 'port', 'cidr', 'source-group', 'group-owner'];
const own: readonly Argument[] = names.map((name) => ({
  name,
  member: name,
  shape: string,
  required: false,
  custom: true,
}));

/** The parameters of old for one rule; the CLI takes them and shows `--protocol` and its kin instead. */
const flat = ['CidrIp', 'FromPort', 'IpProtocol', 'ToPort', 'SourceSecurityGroupName', 'SourceSecurityGroupOwnerId'];

/**
 * `--protocol --port --cidr --source-group --group-owner`: one permission without a structure.
 * Source: https://docs.aws.amazon.com/cli/latest/reference/ec2/authorize-security-group-ingress.html
 */
export const securityGroupArguments: Customization = {
  change: (derived) => [
    ...derived.map((argument) => (flat.includes(argument.member) ? { ...argument, hidden: true } : argument)),
    ...own,
  ],
  finish(input, given) {
    const values = names.flatMap((name) => (given.has(name) ? [{ name, text: String(given.get(name)) }] : []));
    const [first] = values;
    if (!first) return;
    if (input.IpPermissions !== undefined) {
      throw valueError(`The --${first.name} option is not compatible with the --ip-permissions option `);
    }
    const permission: Input = {};
    for (const { name, text } of values) Object.assign(permission, readers[name]?.(text, permission));
    input.IpPermissions = [permission];
  },
};

const readers: Readonly<Record<string, (text: string, permission: Input) => Input>> = {
  protocol: (text) => ({ IpProtocol: protocolOf(text) }),
  port: (text) => {
    const [FromPort, ToPort] = portsOf(text);
    return { FromPort, ToPort };
  },
  cidr: (text) => ({ IpRanges: [{ CidrIp: text }] }),
  'source-group': (text) => ({ UserIdGroupPairs: [text.startsWith('sg-') ? { GroupId: text } : { GroupName: text }] }),
  'group-owner': (text, { UserIdGroupPairs }) => ({
    UserIdGroupPairs: [{ ...(Array.isArray(UserIdGroupPairs) ? UserIdGroupPairs[0] : {}), UserId: text }],
  }),
};

function protocolOf(text: string): string {
  const number = pythonInteger(text);
  if (number === undefined && !['tcp', 'udp', 'icmp', 'all'].includes(text)) {
    throw valueError('protocol parameter should be one of: tcp|udp|icmp|all or any valid protocol number.');
  }
  if (number !== undefined && (number < -1 || number > 255)) {
    throw valueError('protocol numbers must be in the range 0-255 or -1 to specify all protocols');
  }
  return text === 'all' ? '-1' : text;
}

function portsOf(text: string): readonly [number, number] {
  if (text === '-1' || text === 'all') return [-1, -1];
  const dash = text.indexOf('-');
  const from = pythonInteger(dash < 0 ? text : text.slice(0, dash));
  const to = dash < 0 ? from : pythonInteger(text.slice(dash + 1));
  if (from !== undefined && to !== undefined) return [from, to];
  throw valueError('port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)');
}
