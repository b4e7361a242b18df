import { describeRows, type Filters } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import type { World } from '../world';
import { describePermissions } from './describe-rule';
import { getSecurityGroup, getSecurityGroupByName, type SecurityGroup, securityGroupArn } from './security-group';
import { hasPorts, isIcmp, rulesOf, type SecurityGroupRule } from './security-group-rule';

/**
 * DescribeSecurityGroups: the groups asked for, by id, by name (in the default VPC) or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html
 */
export const describeSecurityGroups = operation({
  name: 'DescribeSecurityGroups',
  input: { GroupIds: list(string), GroupNames: list(string), ...paged, Filters: filterList },
  run(world, input) {
    const named = (input.GroupNames ?? []).map((name) => getSecurityGroupByName(world, name).GroupId);
    const { rows, ...page } = describeRows<SecurityGroup>(input, {
      ids: [...(input.GroupIds ?? []), ...named],
      idsParameter: 'groupIdSet', // Assumed: the wire name.
      get: (id) => getSecurityGroup(world, id),
      list: () => world.securityGroups.list(),
      tags: (group) => group.Tags,
      filters: {
        description: (group) => group.Description,
        'group-id': (group) => group.GroupId,
        'group-name': (group) => group.GroupName,
        'owner-id': () => world.account,
        'vpc-id': (group) => group.VpcId,
        ...permissionFilters(world, 'ip-permission', false),
        ...permissionFilters(world, 'egress.ip-permission', true),
      },
    });
    return { ...page, SecurityGroups: rows.map((group) => describeSecurityGroup(world, group)) };
  },
});

/** Each filter sees all rules of one direction: any of them may match. */
function permissionFilters(world: World, prefix: string, isEgress: boolean): Filters<SecurityGroup> {
  const any = (pick: (rule: SecurityGroupRule) => string | undefined) => (group: SecurityGroup) =>
    rulesOf(world, group.GroupId, isEgress).flatMap((rule) => pick(rule) ?? []);
  const ranged = (rule: SecurityGroupRule) => hasPorts(rule) || isIcmp(rule);
  return {
    [`${prefix}.cidr`]: any((rule) => rule.CidrIpv4),
    [`${prefix}.from-port`]: any((rule) => (ranged(rule) ? String(rule.FromPort) : undefined)),
    [`${prefix}.group-id`]: any((rule) => rule.referencedGroup),
    [`${prefix}.group-name`]: any(
      (rule) => rule.referencedGroup && world.securityGroups.get(rule.referencedGroup)?.GroupName,
    ),
    [`${prefix}.ipv6-cidr`]: any((rule) => rule.CidrIpv6),
    [`${prefix}.prefix-list-id`]: any((rule) => rule.PrefixListId),
    [`${prefix}.protocol`]: any((rule) => rule.IpProtocol),
    [`${prefix}.to-port`]: any((rule) => (ranged(rule) ? String(rule.ToPort) : undefined)),
    [`${prefix}.user-id`]: any((rule) => rule.referencedGroup && world.account),
  };
}

/** The group as AWS shows it; tags are absent when there are none. Source: output of the AWS CLI that users posted. */
const describeSecurityGroup = (world: World, group: SecurityGroup): object => ({
  GroupId: group.GroupId,
  IpPermissionsEgress: describePermissions(world, rulesOf(world, group.GroupId, true)),
  ...(group.Tags.length > 0 && { Tags: group.Tags }),
  VpcId: group.VpcId,
  SecurityGroupArn: securityGroupArn(world, group),
  OwnerId: world.account,
  GroupName: group.GroupName,
  Description: group.Description,
  IpPermissions: describePermissions(world, rulesOf(world, group.GroupId, false)),
});
