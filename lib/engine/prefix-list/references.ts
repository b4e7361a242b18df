import { hasRoomFor } from '../route-table/route-quota';
import { groupHasRoomFor } from '../security-group/group-size';
import type { World } from '../world';

/** Ids of what names the list in its rules or routes: groups first, then route tables, each once. */
export function referencesTo(world: World, prefixListId: string): string[] {
  const rules = world.securityGroupRules.by('prefixList', prefixListId);
  const tables = world.routeTables.by('prefixList', prefixListId);
  return [...new Set([...rules.map((rule) => rule.GroupId), ...tables.map((table) => table.RouteTableId)])];
}

/** Ids of those that could not hold the list if it had `more` entries than now. */
export function withoutRoomFor(world: World, prefixListId: string, more: number): string[] {
  const groups = [...new Set(world.securityGroupRules.by('prefixList', prefixListId).map((rule) => rule.GroupId))];
  const tables = world.routeTables.by('prefixList', prefixListId);
  return [
    ...groups.filter((id) => !groupHasRoomFor(world, id, prefixListId, more)),
    ...tables
      .filter((table) => !hasRoomFor(world, table, { DestinationPrefixListId: prefixListId }, more))
      .map((table) => table.RouteTableId),
  ];
}
