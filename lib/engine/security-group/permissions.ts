import { blockText, parseBlock } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { findPrefixList } from '../prefix-list/prefix-list';
import { type InputOf, integer, list, string, structure } from '../shapes';
import type { World } from '../world';
import { ruleErrors } from './errors';
import { referencedGroup } from './referenced-group';
import type { SecurityGroup } from './security-group';
import { hasPorts, isIcmp, type Permission } from './security-group-rule';

/**
 * AWS's `IpPermission`. The status of a peering connection and the VPC of a group are what describe calls show; AWS takes
 * no notice of them in a call.
 */
const ipPermission = {
  IpProtocol: string,
  FromPort: integer,
  ToPort: integer,
  UserIdGroupPairs: list(
    structure({
      Description: string,
      UserId: string,
      GroupName: string,
      GroupId: string,
      VpcId: string,
      VpcPeeringConnectionId: string,
      PeeringStatus: string,
    }),
  ),
  IpRanges: list(structure({ Description: string, CidrIp: string })),
  Ipv6Ranges: list(structure({ Description: string, CidrIpv6: string })),
  PrefixListIds: list(structure({ Description: string, PrefixListId: string })),
} as const;
export const ipPermissions = list(structure(ipPermission));
export type IpPermission = InputOf<typeof ipPermission>;
export type GroupPair = NonNullable<IpPermission['UserIdGroupPairs']>[number];

/** A permission whose form is right: one for each block or list, and the groups that are yet to be looked up. */
export interface CheckedPermission {
  readonly permissions: readonly Permission[];
  readonly pairs: readonly GroupPair[];
  /** Protocol and ports. */
  readonly range: Permission;
}

const protocolNames = new Map([
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

/**
 * Check the form of a permission, before anything is looked up: protocol, ports, blocks and descriptions.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 * Assumed: ICMPv6 from IPv4 blocks is accepted and lets nothing through, as ICMP from IPv6 blocks is
 * (github.com/hashicorp/terraform-provider-aws/pull/9569).
 */
export function checkPermission(given: IpPermission): CheckedPermission {
  const range = checkRange(given);
  const { IpRanges = [], Ipv6Ranges = [], PrefixListIds = [], UserIdGroupPairs: pairs = [] } = given;
  if (IpRanges.length + Ipv6Ranges.length + PrefixListIds.length + pairs.length === 0) throw ruleErrors.noPeer();
  if (pairs.some(({ GroupId, GroupName }) => !GroupId && !GroupName)) throw ruleErrors.noPeer();
  const permissions = [
    ...IpRanges.map(({ CidrIp, Description }) => ({ ...range, ...ipv4(CidrIp), ...described(Description) })),
    ...Ipv6Ranges.map(({ CidrIpv6, Description }) => ({ ...range, ...ipv6(CidrIpv6), ...described(Description) })),
    ...PrefixListIds.map(({ PrefixListId, Description }) => {
      if (!PrefixListId) throw ruleErrors.noPeer();
      return { ...range, PrefixListId, ...described(Description) };
    }),
  ];
  for (const pair of pairs) described(pair.Description);
  return { permissions, pairs, range };
}

/** Protocol and ports in AWS's form. */
export const checkRange = (given: Pick<IpPermission, 'IpProtocol' | 'FromPort' | 'ToPort'>): Permission =>
  checkPorts(checkProtocol(given.IpProtocol), given.FromPort, given.ToPort);

/** The block in canonical form. */
export function ipv4(cidr = ''): { CidrIpv4: string } {
  const block = parseBlock(cidr);
  if (!block) throw ruleErrors.malformedCidr(cidr);
  return { CidrIpv4: blockText(block) };
}

/** The block in canonical form. */
export function ipv6(cidr = ''): { CidrIpv6: string } {
  const block = parseBlock6(cidr);
  if (!block) throw ruleErrors.malformedCidr(cidr);
  return { CidrIpv6: block6Text(block) };
}

export function described(description: string | undefined): { Description?: string } {
  if (!description) return {};
  if (!/^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/.test(description)) throw ruleErrors.description();
  return { Description: description };
}

function checkProtocol(given: string | undefined): string {
  if (!given) throw ruleErrors.noProtocol();
  const protocol = given.toLowerCase();
  const known = protocolNames.get(protocol) ?? protocol;
  if (known === '-1' || [...protocolNames.values()].includes(known)) return known;
  if (!/^\d{1,3}$/.test(known) || Number(known) > 255) throw ruleErrors.protocol(given);
  return String(Number(known));
}

function checkPorts(IpProtocol: string, from: number | undefined, to: number | undefined): Permission {
  const whole = { IpProtocol, FromPort: -1, ToPort: -1 };
  if (hasPorts(whole)) {
    if (from === undefined || to === undefined) throw ruleErrors.portsMissing();
    if (from < 0 || from > 65_535) throw ruleErrors.port('from', from);
    if (to < 0 || to > 65_535) throw ruleErrors.port('to', to);
    if (from > to) throw ruleErrors.portOrder(from, to);
    return { IpProtocol, FromPort: from, ToPort: to };
  }
  if (isIcmp(whole)) {
    // Only ICMPv6 may do without; Assumed: also with a type and no code, which then means all of them.
    if (IpProtocol === 'icmp' && (from === undefined || to === undefined)) throw ruleErrors.icmpMissing();
    const [type, code] = [from ?? -1, to ?? -1];
    if (type < -1 || type > 255) throw ruleErrors.icmp('type', type);
    if (code < -1 || code > 255 || (type === -1 && code !== -1)) throw ruleErrors.icmp('code', code);
    return { IpProtocol, FromPort: type, ToPort: code };
  }
  // Other protocols have no ports; AWS takes no notice of those given.
  return whole;
}

/** One permission for each peer; refuses lists and groups that do not exist, and groups out of reach of `group`. */
export function expandPermission(world: World, group: SecurityGroup, checked: CheckedPermission): Permission[] {
  for (const { PrefixListId } of checked.permissions) if (PrefixListId) requirePrefixList(world, PrefixListId);
  const groups = checked.pairs.map((pair) => ({
    ...checked.range,
    ...referencedGroup(world, group, pair),
    ...described(pair.Description),
  }));
  return [...checked.permissions, ...groups];
}

export function requirePrefixList(world: World, id: string): void {
  if (!findPrefixList(world, id)) throw ruleErrors.noPrefixList(id);
}

/** As `expandPermission`, of rules that `group` has: they may also name a group that is gone or out of reach by now. */
export function matchPermission(world: World, group: SecurityGroup, checked: CheckedPermission): Permission[] {
  const isNamed = ({ GroupId }: GroupPair): boolean =>
    GroupId !== undefined &&
    world.securityGroupRules.by('referencedGroup', GroupId).some((rule) => rule.GroupId === group.GroupId);
  const known = checked.pairs.filter(isNamed).map(({ GroupId = '', Description }) => ({
    ...checked.range,
    referencedGroup: GroupId,
    ...described(Description),
  }));
  const others = checked.pairs.filter((pair) => !isNamed(pair));
  return [...expandPermission(world, group, { ...checked, pairs: others }), ...known];
}
