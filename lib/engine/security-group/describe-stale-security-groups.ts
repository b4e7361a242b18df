import { listRows } from '../describe';
import { operation } from '../operation';
import { integer, required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { describeStalePermissions } from './describe-rule';
import { isStale } from './referenced-group';
import type { SecurityGroup } from './security-group';
import { rulesOf, type SecurityGroupRule } from './security-group-rule';

/**
 * DescribeStaleSecurityGroups: the groups of a VPC with rules that name a group of a peered VPC which was deleted, or whose
 * peering connection was.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeStaleSecurityGroups.html
 */
export const describeStaleSecurityGroups = operation({
  name: 'DescribeStaleSecurityGroups',
  input: { MaxResults: integer, NextToken: string, VpcId: required(string) },
  run(world, { MaxResults, NextToken, VpcId }) {
    const { rows, ...page } = listRows<SecurityGroup>(
      { MaxResults, NextToken },
      {
        list: () =>
          world.securityGroups.by('VpcId', getVpc(world, VpcId).VpcId).filter((group) => hasStale(world, group)),
        most: 255,
        filters: {},
      },
    );
    const StaleSecurityGroupSet = rows.map((group) => ({
      Description: group.Description,
      GroupId: group.GroupId,
      GroupName: group.GroupName,
      StaleIpPermissions: describeStalePermissions(world, staleRules(world, group, false)),
      StaleIpPermissionsEgress: describeStalePermissions(world, staleRules(world, group, true)),
      VpcId,
    }));
    return { ...page, StaleSecurityGroupSet };
  },
});

const staleRules = (world: World, { GroupId }: SecurityGroup, isEgress: boolean): SecurityGroupRule[] =>
  rulesOf(world, GroupId, isEgress).filter((rule) => isStale(world, rule));

const hasStale = (world: World, { GroupId }: SecurityGroup): boolean =>
  world.securityGroupRules.by('GroupId', GroupId).some((rule) => isStale(world, rule));
