import { blockText, parseBlock } from '../ip';
import { type InputOf, integer, list, notModelled, string, structure } from '../shapes';
import type { World } from '../world';
import { ruleErrors, securityGroupErrors } from './errors';
import { getSecurityGroup, getSecurityGroupByName, type SecurityGroup } from './security-group';
import { hasPorts, isIcmp, type Permission } from './security-group-rule';

/** AWS's `IpPermission`. Not modelled: IPv6, prefix lists, groups of peered VPCs. */
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
      VpcId: notModelled,
      VpcPeeringConnectionId: notModelled,
      PeeringStatus: notModelled,
    }),
  ),
  IpRanges: list(structure({ Description: string, CidrIp: string })),
  Ipv6Ranges: notModelled,
  PrefixListIds: notModelled,
} as const;
export const ipPermissions = list(structure(ipPermission));
export type IpPermission = InputOf<typeof ipPermission>;
type GroupPair = NonNullable<IpPermission['UserIdGroupPairs']>[number];

/** A permission whose form is right: one for each block, in canonical form, and the groups that are yet to be looked up. */
export interface CheckedPermission {
  readonly blocks: readonly Permission[];
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
 */
export function checkPermission(given: IpPermission): CheckedPermission {
  const range = checkPorts(checkProtocol(given.IpProtocol), given.FromPort, given.ToPort);
  const { IpRanges = [], UserIdGroupPairs: pairs = [] } = given;
  if (IpRanges.length + pairs.length === 0) throw ruleErrors.noPeer();
  if (pairs.some(({ GroupId, GroupName }) => !GroupId && !GroupName)) throw ruleErrors.noPeer();
  const blocks = IpRanges.map(({ CidrIp = '', Description }) => {
    const block = parseBlock(CidrIp);
    if (!block) throw ruleErrors.malformedCidr(CidrIp);
    return { ...range, CidrIpv4: blockText(block), ...described(Description) };
  });
  for (const pair of pairs) described(pair.Description);
  return { blocks, pairs, range };
}

function described(description: string | undefined): { Description?: string } {
  if (!description) return {};
  if (!/^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/.test(description)) throw ruleErrors.description();
  return { Description: description };
}

function checkProtocol(given: string | undefined): string {
  if (!given) throw ruleErrors.protocol('');
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
    // Assumed: a type or code that is not given means all of them.
    const [type, code] = [from ?? -1, to ?? -1];
    if (type < -1 || type > 255) throw ruleErrors.icmp('type', type);
    if (code < -1 || code > 255 || (type === -1 && code !== -1)) throw ruleErrors.icmp('code', code);
    return { IpProtocol, FromPort: type, ToPort: code };
  }
  // Other protocols have no ports; AWS takes no notice of those given.
  return whole;
}

/** One permission for each peer; refuses groups that do not exist or lie in another VPC than `group`. */
export function expandPermission(world: World, group: SecurityGroup, checked: CheckedPermission): Permission[] {
  const groups = checked.pairs.map((pair) => ({
    ...checked.range,
    referencedGroup: peerGroup(world, group, pair),
    ...described(pair.Description),
  }));
  return [...checked.blocks, ...groups];
}

function peerGroup(world: World, group: SecurityGroup, { GroupId, GroupName = '', UserId }: GroupPair): string {
  if (UserId && UserId !== world.account) throw securityGroupErrors.notFound(GroupId ?? GroupName);
  const peer = GroupId ? getSecurityGroup(world, GroupId) : getSecurityGroupByName(world, GroupName);
  if (peer.VpcId !== group.VpcId) throw securityGroupErrors.otherNetwork();
  return peer.GroupId;
}
