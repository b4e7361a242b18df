import { findPrefixList } from '../prefix-list/prefix-list';
import type { World } from '../world';
import { type Permission, rulesOf } from './security-group-rule';

const families = ['IPv4', 'IPv6'] as const;
type Family = (typeof families)[number];

/**
 * For how many rules of one family a rule counts: a block for one, a group for one of each family, a prefix list for as
 * many as it may have entries, AWS's own for their weight.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-size
 */
function ruleWeight(world: World, permission: Permission, family: Family): number {
  if (permission.CidrIpv4) return family === 'IPv4' ? 1 : 0;
  if (permission.CidrIpv6) return family === 'IPv6' ? 1 : 0;
  if (permission.referencedGroup) return 1;
  const list = permission.PrefixListId ? findPrefixList(world, permission.PrefixListId) : undefined;
  return list?.AddressFamily === family ? list.weight : 0;
}

/** Whether rules of one direction are within the quota, which holds for each family by itself. */
export const isWithinSize = (world: World, permissions: readonly Permission[]): boolean =>
  families.every((family) => {
    const size = permissions.reduce((sum, permission) => sum + ruleWeight(world, permission, family), 0);
    return size <= world.quotas.rulesPerSecurityGroup;
  });

/** Whether the group's rules stay within the quota when a prefix list that they name may have `more` entries than now. */
export const groupHasRoomFor = (world: World, groupId: string, prefixListId: string, more: number): boolean =>
  [true, false].every((isEgress) => {
    const rules = rulesOf(world, groupId, isEgress);
    const naming = rules.filter((rule) => rule.PrefixListId === prefixListId).length;
    if (naming === 0) return true;
    const family = findPrefixList(world, prefixListId)?.AddressFamily === 'IPv6' ? 'IPv6' : 'IPv4';
    const size = rules.reduce((sum, rule) => sum + ruleWeight(world, rule, family), 0);
    return size + naming * more <= world.quotas.rulesPerSecurityGroup;
  });
