import { type TagSpecification, tagsFor } from '../tags';
import type { World } from '../world';
import { describeRule } from './describe-rule';
import { ruleErrors } from './errors';
import { givenPermissions, type PermissionInput } from './given-permissions';
import { isWithinSize } from './group-size';
import { checkPermission, expandPermission } from './permissions';
import { groupGiven } from './security-group';
import { insertRule, type Permission, rulesOf, ruleText, samePermission } from './security-group-rule';

/**
 * Add rules to a group: all of them or, when one is refused, none. Refuses past the quota of one direction, and what
 * the call or the group has already.
 */
export function authorize(
  world: World,
  isEgress: boolean,
  input: PermissionInput & { TagSpecifications?: TagSpecification[] | undefined },
): object {
  const checked = givenPermissions(input).map(checkPermission);
  const Tags = tagsFor(world, input.TagSpecifications, 'security-group-rule');
  const group = groupGiven(world, input);
  const wanted = checked.flatMap((permission) => expandPermission(world, group, permission));
  refuseRepeated(wanted);
  const existing = rulesOf(world, group.GroupId, isEgress);
  if (!isWithinSize(world, [...existing, ...wanted])) throw ruleErrors.limit();
  for (const permission of wanted) {
    if (existing.some((rule) => samePermission(rule, permission))) throw ruleErrors.duplicate(ruleText(permission));
  }
  const rules = wanted.map((permission) =>
    insertRule(world, { GroupId: group.GroupId, IsEgress: isEgress, ...permission, Tags }),
  );
  return { Return: true, SecurityGroupRules: rules.map((rule) => describeRule(world, rule, true)) };
}

function refuseRepeated(permissions: readonly Permission[]): void {
  const texts = new Set(permissions.map(ruleText));
  if (texts.size < permissions.length) throw ruleErrors.repeated();
}
