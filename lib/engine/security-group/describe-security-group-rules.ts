import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeRule } from './describe-rule';
import { getSecurityGroupRule, type SecurityGroupRule } from './security-group-rule';

/**
 * DescribeSecurityGroupRules: the rules asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroupRules.html
 */
export const describeSecurityGroupRules = operation({
  name: 'DescribeSecurityGroupRules',
  input: { Filters: filterList, SecurityGroupRuleIds: list(string), ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<SecurityGroupRule>(input, {
      ids: input.SecurityGroupRuleIds,
      idsParameter: 'securityGroupRuleIdSet', // Assumed: the wire name.
      get: (id) => getSecurityGroupRule(world, id),
      list: () => world.securityGroupRules.list(),
      tags: (rule) => rule.Tags,
      filters: {
        'group-id': (rule) => rule.GroupId,
        'security-group-rule-id': (rule) => rule.SecurityGroupRuleId,
      },
    });
    return { SecurityGroupRules: rows.map((rule) => describeRule(world, rule)), ...page };
  },
});
