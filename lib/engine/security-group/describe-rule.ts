import type { World } from '../world';
import { referenceStatus } from './referenced-group';
import { hasPorts, isIcmp, type Permission, type SecurityGroupRule } from './security-group-rule';

/** The rule as AWS shows it. Tags are absent from the answer to its creation when there are none. */
export function describeRule(world: World, rule: SecurityGroupRule, created = false): object {
  return {
    SecurityGroupRuleId: rule.SecurityGroupRuleId,
    GroupId: rule.GroupId,
    GroupOwnerId: world.account,
    IsEgress: rule.IsEgress,
    IpProtocol: rule.IpProtocol,
    FromPort: rule.FromPort,
    ToPort: rule.ToPort,
    ...blockOrList(rule),
    ...(rule.referencedGroup && { ReferencedGroupInfo: referenced(world, rule, rule.referencedGroup) }),
    ...(rule.Description && { Description: rule.Description }),
    ...((rule.Tags.length > 0 || !created) && { Tags: rule.Tags }),
    SecurityGroupRuleArn: `arn:aws:ec2:${world.region}:${world.account}:security-group-rule/${rule.SecurityGroupRuleId}`,
  };
}

const blockOrList = (permission: Permission): object => ({
  ...(permission.CidrIpv4 && { CidrIpv4: permission.CidrIpv4 }),
  ...(permission.CidrIpv6 && { CidrIpv6: permission.CidrIpv6 }),
  ...(permission.PrefixListId && { PrefixListId: permission.PrefixListId }),
});

function referenced(world: World, { peering }: Permission, GroupId: string): object {
  if (!peering) return { GroupId, UserId: world.account };
  return { GroupId, PeeringStatus: referenceStatus(world, peering), ...ownerOf(world, GroupId), ...peering };
}

/** Absent for a group that was deleted. */
const ownerOf = (world: World, groupId: string): object =>
  world.securityGroups.get(groupId) ? { UserId: world.account } : {};

/** A rule that was just revoked, as AWS shows it. */
export const describeRevokedRule = (rule: SecurityGroupRule): object => ({
  SecurityGroupRuleId: rule.SecurityGroupRuleId,
  GroupId: rule.GroupId,
  IsEgress: rule.IsEgress,
  IpProtocol: rule.IpProtocol,
  FromPort: rule.FromPort,
  ToPort: rule.ToPort,
  ...blockOrList(rule),
  ...(rule.referencedGroup && { ReferencedGroupId: rule.referencedGroup }),
  ...(rule.Description && { Description: rule.Description }),
});

/** Permissions as a group shows them: one entry for each protocol and range of ports, with all its peers. */
export const describePermissions = (world: World, permissions: readonly Permission[]): object[] =>
  entriesOf(permissions).map((entry) => ({
    ...protocolAndPorts(entry[0]),
    UserIdGroupPairs: describePairs(world, entry),
    IpRanges: entry.flatMap((permission) =>
      permission.CidrIpv4 ? [{ ...described(permission), CidrIp: permission.CidrIpv4 }] : [],
    ),
    Ipv6Ranges: entry.flatMap((permission) =>
      permission.CidrIpv6 ? [{ ...described(permission), CidrIpv6: permission.CidrIpv6 }] : [],
    ),
    PrefixListIds: entry.flatMap((permission) =>
      permission.PrefixListId ? [{ ...described(permission), PrefixListId: permission.PrefixListId }] : [],
    ),
  }));

/** Stale permissions, whose blocks and prefix lists AWS leaves out. Source: the CLI's example. */
export const describeStalePermissions = (world: World, permissions: readonly Permission[]): object[] =>
  entriesOf(permissions).map((entry) => {
    const { FromPort, IpProtocol, ToPort } = protocolAndPorts(entry[0]);
    return {
      ...(FromPort !== undefined && { FromPort }),
      IpProtocol,
      ...(ToPort !== undefined && { ToPort }),
      UserIdGroupPairs: describePairs(world, entry),
    };
  });

type Entry = [Permission, ...Permission[]];

function entriesOf(permissions: readonly Permission[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const permission of permissions) {
    const key = `${permission.IpProtocol}/${permission.FromPort}/${permission.ToPort}`;
    const entry = entries.get(key);
    if (entry) entry.push(permission);
    else entries.set(key, [permission]);
  }
  return [...entries.values()];
}

const described = ({ Description }: Permission): object => (Description ? { Description } : {});

const describePairs = (world: World, entry: Entry): object[] =>
  entry.flatMap((permission): object[] => {
    const { referencedGroup: GroupId, peering } = permission;
    if (!GroupId) return [];
    if (!peering) return [{ ...described(permission), UserId: world.account, GroupId }];
    const PeeringStatus = referenceStatus(world, peering);
    return [{ ...described(permission), ...ownerOf(world, GroupId), GroupId, ...peering, PeeringStatus }];
  });

/** Ports are absent where the protocol has none. Source: output of the AWS CLI that users posted. */
const protocolAndPorts = (permission: Permission): { IpProtocol: string; FromPort?: number; ToPort?: number } =>
  hasPorts(permission) || isIcmp(permission)
    ? { IpProtocol: permission.IpProtocol, FromPort: permission.FromPort, ToPort: permission.ToPort }
    : { IpProtocol: permission.IpProtocol };
