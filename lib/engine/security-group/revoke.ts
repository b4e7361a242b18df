import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { describePermissions, describeRevokedRule } from './describe-rule';
import { ruleErrors } from './errors';
import { givenPermissions, namesPermissions, type PermissionInput } from './given-permissions';
import { checkPermission, matchPermission } from './permissions';
import { groupGiven } from './security-group';
import { getRuleOf, type Permission, rulesOf, type SecurityGroupRule, samePermission } from './security-group-rule';

type RevokeInput = PermissionInput & { SecurityGroupRuleIds?: string[] | undefined };

/**
 * Take rules from a group, named by id or by what they let through. Where one does not exist nothing is revoked; only a
 * group of the default VPC answers such permissions instead, and loses the others.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html
 */
export function revoke(world: World, isEgress: boolean, input: RevokeInput): object {
  const { SecurityGroupRuleIds: ids = [] } = input;
  const { rules, unknown } = ids.length > 0 ? byId(world, isEgress, input, ids) : byPermission(world, isEgress, input);
  for (const rule of rules) world.securityGroupRules.remove(rule.SecurityGroupRuleId);
  return {
    Return: true,
    ...(unknown.length > 0 && { UnknownIpPermissions: describePermissions(world, unknown) }),
    ...(rules.length > 0 && { RevokedSecurityGroupRules: rules.map(describeRevokedRule) }),
  };
}

interface Found {
  readonly rules: readonly SecurityGroupRule[];
  readonly unknown: readonly Permission[];
}

function byId(world: World, isEgress: boolean, input: RevokeInput, ids: readonly string[]): Found {
  if (namesPermissions(input)) throw ruleErrors.twoWays('securityGroupRuleIds', 'ipPermissions');
  const group = groupGiven(world, input);
  const rules = [...new Set(ids)].map((id) => getRuleOf(world, group.GroupId, id, isEgress));
  return { rules, unknown: [] };
}

function byPermission(world: World, isEgress: boolean, input: RevokeInput): Found {
  const checked = givenPermissions(input).map(checkPermission);
  const group = groupGiven(world, input);
  const wanted = checked.flatMap((permission) => matchPermission(world, group, permission));
  const existing = rulesOf(world, group.GroupId, isEgress);
  const rules = existing.filter((rule) => wanted.some((permission) => samePermission(rule, permission)));
  const unknown = wanted.filter((permission) => !existing.some((rule) => samePermission(rule, permission)));
  if (unknown.length > 0 && !getVpc(world, group.VpcId).IsDefault) throw ruleErrors.notFound();
  return { rules, unknown };
}
