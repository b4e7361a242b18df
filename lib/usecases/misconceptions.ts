import 'server-only';
import { loadMisconceptions } from '@/lib/content/misconceptions';
import * as seen from '@/lib/db/misconceptions';
import type { Lab } from '@/lib/labs/lab';
import { type Misconception, misconceptionsShown } from '@/lib/labs/misconceptions';
import type { Moment } from '@/lib/labs/replay';
import type { MisconceptionNote } from '@/lib/labs/views';
import type { LoggedCall } from '@/lib/shell/line';

const misconceptionNote = ({ id, belief, say, right, source }: Misconception): MisconceptionNote => ({
  id,
  belief,
  say,
  ...right,
  source,
});

/** All there are, in the order of `content/`. */
export async function listMisconceptions(): Promise<MisconceptionNote[]> {
  return [...(await loadMisconceptions()).byId.values()].map(misconceptionNote);
}

/**
 * What to tell a person about the step that they just made: a belief that it shows, that its lab does not ask to be shown, and
 * that they were not told of before. Costs no statement where a step shows none, which is nearly always.
 */
export async function misconceptionToTell(
  userId: string,
  { lab, moment }: { readonly lab: Pick<Lab, 'expects'>; readonly moment: Moment },
  calls: readonly LoggedCall[],
): Promise<MisconceptionNote | undefined> {
  if (calls.length === 0) return undefined;
  const shown = misconceptionsShown(await loadMisconceptions(), moment, calls).filter(
    ({ id }) => !lab.expects?.includes(id),
  );
  if (shown.length === 0) return undefined;
  const told = new Set((await seen.listSeen(userId)).map(({ misconception }) => misconception));
  const one = shown.find(({ id }) => !told.has(id));
  return one && misconceptionNote(one);
}

/** Keeps that a person was told, with the step that is stored by now. When that fails they are told again, some day: the step stands. */
export async function keepTold(
  note: MisconceptionNote | undefined,
  step: { readonly userId: string; readonly attemptId: string; readonly seq: number },
): Promise<void> {
  if (!note) return;
  try {
    await seen.keepSeen({ ...step, misconception: note.id });
  } catch (error) {
    console.error(error);
  }
}

/** What is told of misconceptions by their ids, in that order; those that `content/` has no more are left out. */
export async function notesOf(ids: readonly string[]): Promise<MisconceptionNote[]> {
  const { byId } = await loadMisconceptions();
  return ids.flatMap((id) => {
    const one = byId.get(id);
    return one ? [misconceptionNote(one)] : [];
  });
}
