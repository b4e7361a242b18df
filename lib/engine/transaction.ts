import type { Change } from './table';
import { type TableName, tableOf, type World } from './world';

/** What a rollback needs besides the journal. */
export interface Mark {
  readonly sequence: number;
}

/** Open the world's journal. Calls do not nest. */
export function begin(world: World): Mark {
  if (world.journal.entries) throw new Error('a call is already running in this world');
  world.journal.entries = [];
  return { sequence: world.sequence };
}

/** Close the journal; answers every change in order, before and after of each record touched. */
export function commit(world: World): readonly Change[] {
  const changes = world.journal.entries ?? [];
  world.journal.entries = undefined;
  return changes;
}

/** Leave the world as it was at `begin`, to the byte. */
export function rollback(world: World, mark: Mark): void {
  undo(world, world.journal.entries ?? []);
  world.journal.entries = undefined;
  world.sequence = mark.sequence;
}

/** Take changes back, newest first. `sequence` stays, so that an undone id is never given again. */
export function undo(world: World, changes: readonly Change[]): void {
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change) tableOf(world, change.table as TableName).restore(change.id, change.before);
  }
}

/** Put changes on a world that does not have them yet: a browser's copy follows the server's so. */
export function apply(world: World, changes: readonly Change[]): void {
  for (const change of changes) {
    tableOf(world, change.table as TableName).restore(change.id, change.after);
    if (change.after && change.after.creation >= world.sequence) world.sequence = change.after.creation + 1;
  }
}
