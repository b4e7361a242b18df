import { tableNames, tableOf, type World } from '@/lib/engine/world';

/** Ids of the records that are in one world only or differ between the two. Cost: linear in both. */
export function changedRecords(before: World, after: World): Set<string> {
  const old = rowsOf(before);
  const now = rowsOf(after);
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  return new Set(ids.filter((id) => old.get(id) !== now.get(id)));
}

/** Each record as text, by its id. Records are plain data, written by one engine. */
function rowsOf(world: World): Map<string, string> {
  return new Map(
    tableNames.flatMap((name) => {
      const table = tableOf(world, name);
      return table.list().map((row) => [table.idOf(row), JSON.stringify(row)] as const);
    }),
  );
}
