import { touchedBy } from '@/lib/diagram/touched';
import type { Change, Row } from '@/lib/engine/table';
import { tableNames, tableOf, type World } from '@/lib/engine/world';

/** What `touchedBy` says of the records that are in one world only or differ between the two. Cost: linear in both. */
export function touchedBetween(before: World, after: World): Set<string> {
  const changes = tableNames.flatMap((table): Change[] => {
    const [old, now] = [rowsOf(before, table), rowsOf(after, table)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)];
      // Records are plain data, written by one engine.
      if (JSON.stringify(was) === JSON.stringify(is)) return [];
      return { table, id, ...(was && { before: was }), ...(is && { after: is }) };
    });
  });
  return touchedBy(after, changes);
}

function rowsOf(world: World, name: (typeof tableNames)[number]): Map<string, Row> {
  const table = tableOf(world, name);
  return new Map(table.list().map((row) => [table.idOf(row), row]));
}
