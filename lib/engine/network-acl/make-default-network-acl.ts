import { derivedId } from '../ids';
import type { Vpc } from '../vpc/vpc';
import type { World } from '../world';
import { defaultNetworkAcl, type NetworkAcl, type NetworkAclEntry } from './network-acl';

/**
 * The default ACL that every VPC has from its first moment: it lets everything through both ways.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html;
 * test/transcripts/ground-truth.yaml, part 7.
 */
export const makeDefaultNetworkAcl = (world: World, { VpcId, creation, ipv6Blocks = [] }: Vpc): NetworkAcl =>
  world.networkAcls.insert({
    creation,
    NetworkAclId: derivedId(world, 'networkAcl', VpcId),
    VpcId,
    IsDefault: true,
    entries: [
      ...bothWays({ CidrBlock: '0.0.0.0/0', RuleNumber: 100 }),
      ...(ipv6Blocks.length > 0 ? bothWays(everyIpv6) : []),
    ],
    associations: [],
    Tags: [],
  });

/**
 * What AWS adds to the default ACL with a VPC's first IPv6 block: rules that let IPv6 through, in each direction whose rules
 * nobody has changed.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 */
export function allowIpv6InDefaultAcl(world: World, vpcId: string): void {
  const acl = defaultNetworkAcl(world, vpcId);
  const untouched = bothWays({ CidrBlock: '0.0.0.0/0', RuleNumber: 100 });
  const added = bothWays(everyIpv6).filter(({ Egress }) => {
    const given = acl.entries.filter((entry) => entry.Egress === Egress);
    const first = untouched.find((entry) => entry.Egress === Egress);
    return given.length === 1 && JSON.stringify(given[0]) === JSON.stringify(first);
  });
  if (added.length > 0) world.networkAcls.replace({ ...acl, entries: [...acl.entries, ...added] });
}

const everyIpv6 = { Ipv6CidrBlock: '::/0', RuleNumber: 101 };

/** An allow rule each way, members in the order of AWS's model. */
const bothWays = (rule: { CidrBlock?: string; Ipv6CidrBlock?: string; RuleNumber: number }): NetworkAclEntry[] =>
  [true, false].map((Egress) => ({
    ...(rule.CidrBlock && { CidrBlock: rule.CidrBlock }),
    Egress,
    ...(rule.Ipv6CidrBlock && { Ipv6CidrBlock: rule.Ipv6CidrBlock }),
    Protocol: '-1',
    RuleAction: 'allow',
    RuleNumber: rule.RuleNumber,
  }));
