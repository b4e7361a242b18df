import { type InputOf, list, string, structure } from '../shapes';
import type { World } from '../world';
import { ruleErrors } from './errors';
import { checkPermission, described, ipPermissions, matchPermission } from './permissions';
import { groupGiven, type SecurityGroup } from './security-group';
import { getRuleOf, rulesOf, type SecurityGroupRule, samePermission } from './security-group-rule';

/** What updating the descriptions of rules inwards and outwards has in common. */
export const ruleDescriptions = {
  GroupId: string,
  GroupName: string,
  IpPermissions: ipPermissions,
  SecurityGroupRuleDescriptions: list(structure({ SecurityGroupRuleId: string, Description: string })),
} as const;

/**
 * Give rules, named by what they let through or by id, another description; none where none is given. Refused whole when
 * one of them does not exist.
 */
export function updateRuleDescriptions(
  world: World,
  isEgress: boolean,
  input: InputOf<typeof ruleDescriptions>,
): object {
  const { IpPermissions = [], SecurityGroupRuleDescriptions: byId = [] } = input;
  if (IpPermissions.length > 0 && byId.length > 0) {
    throw ruleErrors.twoWays('ipPermissions', 'securityGroupRuleDescriptions');
  }
  if (IpPermissions.length + byId.length === 0) throw ruleErrors.nothing();
  const checked = IpPermissions.map(checkPermission);
  for (const { Description } of byId) described(Description);
  const group = groupGiven(world, input);
  for (const { SecurityGroupRuleId = '', Description } of byId) {
    describeAs(world, getRuleOf(world, group.GroupId, SecurityGroupRuleId, isEgress), Description);
  }
  for (const permission of checked.flatMap((one) => matchPermission(world, group, one))) {
    describeAs(world, existing(world, group, isEgress, permission), permission.Description);
  }
  return { Return: true };
}

function existing(
  world: World,
  { GroupId }: SecurityGroup,
  isEgress: boolean,
  permission: Parameters<typeof samePermission>[1],
): SecurityGroupRule {
  const rule = rulesOf(world, GroupId, isEgress).find((one) => samePermission(one, permission));
  if (!rule) throw ruleErrors.notFound();
  return rule;
}

function describeAs(world: World, rule: SecurityGroupRule, description: string | undefined): void {
  const { Description: _, Tags, ...rest } = rule;
  world.securityGroupRules.replace({ ...rest, ...described(description), Tags });
}
