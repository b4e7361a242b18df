import type { World } from '../world';
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
    ...(rule.CidrIpv4 && { CidrIpv4: rule.CidrIpv4 }),
    ...(rule.referencedGroup && { ReferencedGroupInfo: { GroupId: rule.referencedGroup, UserId: world.account } }),
    ...(rule.Description && { Description: rule.Description }),
    ...((rule.Tags.length > 0 || !created) && { Tags: rule.Tags }),
    SecurityGroupRuleArn: `arn:aws:ec2:${world.region}:${world.account}:security-group-rule/${rule.SecurityGroupRuleId}`,
  };
}

/** A rule that was just revoked, as AWS shows it. */
export const describeRevokedRule = (rule: SecurityGroupRule): object => ({
  SecurityGroupRuleId: rule.SecurityGroupRuleId,
  GroupId: rule.GroupId,
  IsEgress: rule.IsEgress,
  IpProtocol: rule.IpProtocol,
  FromPort: rule.FromPort,
  ToPort: rule.ToPort,
  ...(rule.CidrIpv4 && { CidrIpv4: rule.CidrIpv4 }),
  ...(rule.referencedGroup && { ReferencedGroupId: rule.referencedGroup }),
  ...(rule.Description && { Description: rule.Description }),
});

/** Permissions as a group shows them: one entry for each protocol and range of ports, with all its peers. */
export function describePermissions(world: World, permissions: readonly Permission[]): object[] {
  const entries = new Map<string, [Permission, ...Permission[]]>();
  for (const permission of permissions) {
    const key = `${permission.IpProtocol}/${permission.FromPort}/${permission.ToPort}`;
    const entry = entries.get(key);
    if (entry) entry.push(permission);
    else entries.set(key, [permission]);
  }
  return [...entries.values()].map((entry) => describeEntry(world, entry));
}

function describeEntry(world: World, entry: readonly [Permission, ...Permission[]]): object {
  const described = (permission: Permission) =>
    permission.Description ? { Description: permission.Description } : undefined;
  return {
    ...protocolAndPorts(entry[0]),
    UserIdGroupPairs: entry.flatMap((permission) =>
      permission.referencedGroup
        ? [{ ...described(permission), UserId: world.account, GroupId: permission.referencedGroup }]
        : [],
    ),
    IpRanges: entry.flatMap((permission) =>
      permission.CidrIpv4 ? [{ ...described(permission), CidrIp: permission.CidrIpv4 }] : [],
    ),
    Ipv6Ranges: [],
    PrefixListIds: [],
  };
}

/** Ports are absent where the protocol has none. Source: output of the AWS CLI that users posted. */
const protocolAndPorts = (permission: Permission): object =>
  hasPorts(permission) || isIcmp(permission)
    ? { IpProtocol: permission.IpProtocol, FromPort: permission.FromPort, ToPort: permission.ToPort }
    : { IpProtocol: permission.IpProtocol };
