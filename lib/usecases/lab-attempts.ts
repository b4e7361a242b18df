import 'server-only';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import { findLab, labDocument } from '@/lib/content/labs';
import { NoSuchStep } from '@/lib/db/errors';
import * as attempts from '@/lib/db/lab-attempts';
import { findForked } from '@/lib/db/lab-timelines';
import type { User } from '@/lib/db/users';
import { engineVersion } from '@/lib/engine/version';
import { fromJson } from '@/lib/engine/world';
import { checkLab } from '@/lib/labs/check-lab';
import { Facts } from '@/lib/labs/facts';
import type { AttemptSummary, AttemptView } from '@/lib/labs/views';
import { startInPool } from '@/lib/runner/pool';
import { completeLine } from '@/lib/shell/complete-line';
import { AttemptId, attemptView, type Keep, noSuchAttempt, Position, wentElsewhere } from './attempt-view';
import { listLabs } from './labs';
import { forget, keepWarm, loadAt, openAttempt, snapshotOf } from './live-attempts';
import { takeStartOf } from './ready-starts';
import { takeStart } from './start-limits';
import { turn } from './turn';

const Slug = z.string().max(100);

export const StartAttempt = z.strictObject({
  slug: Slug,
  seed: z.string().min(1).max(100).optional().describe('Same seed and same commands, same ids.'),
});
export const GetAttempt = z.strictObject({ id: AttemptId });
export const Undo = z.strictObject({
  id: AttemptId,
  to: Position.describe('The step to stand at; 0 is the start.'),
});
export const ShowHint = z.strictObject({ id: AttemptId, task: z.string().max(100) });
export const Complete = z.strictObject({
  id: AttemptId,
  line: z.string().max(4_000),
  cursor: z.int().min(0).optional().describe('Where in the line; its end when absent.'),
});
export const ListAttempts = z.strictObject({ slug: Slug.optional() });

/** Start a lab in a fresh account. */
export async function startAttempt(user: User, { slug, seed }: z.output<typeof StartAttempt>, keep: Keep) {
  const lab = (await findLab(slug)) ?? refuse('NotFound', `There is no lab '${slug}'.`);
  await takeStart(user);
  const { hash } = labDocument(lab);
  const now = Math.floor(Date.now() / 1000) * 1000;
  const started = seed ? { seed, ...(await startInPool({ lab, seed, now })) } : await takeStartOf(lab, hash, now);
  const { world, shell } = started;
  const moment = { world: fromJson(world), facts: new Facts() };
  const { tasks } = checkLab(lab, moment);
  const toBody = (attempt: { id: string }) => ({ id: attempt.id, slug, position: 0, tasks: [...tasks] });
  const idempotency = keep(toBody);
  const attempt = await attempts.create({
    userId: user.id,
    labSlug: slug,
    contentHash: hash,
    seed: started.seed,
    engine: engineVersion,
    snapshot: snapshotOf(moment, shell),
    ...(idempotency && { idempotency }),
  });
  keepWarm({
    id: attempt.id,
    lab,
    head: 0,
    last: undefined,
    sinceSnapshot: 0,
    moment,
    shell,
    lastExitCode: 0,
    setAt: Date.now(),
  });
  return toBody(attempt);
}

/** The attempt as its page shows it, its clock moved on to now. */
export function getAttempt(user: User, { id }: z.output<typeof GetAttempt>): Promise<AttemptView> {
  return turn(user, id, async () => {
    const forked = (await findForked(id, user.id)) ?? noSuchAttempt();
    return attemptView(forked, await openAttempt(forked.header));
  });
}

/**
 * Move the head of the timeline that the attempt is on to another step of the tree: back, forward again, or onto another branch.
 * Nothing is deleted, and the other timelines stay where they stand.
 */
export function undo(user: User, { id, to }: z.output<typeof Undo>, keep: Keep): Promise<AttemptView> {
  return turn(user, id, async () => {
    try {
      const forked = (await findForked(id, user.id)) ?? noSuchAttempt();
      const live = await loadAt(forked.header, to);
      const view = await attemptView(forked, live);
      const idempotency = keep(() => view);
      const moved = await attempts.moveHead({
        attemptId: id,
        userId: user.id,
        expectedTimeline: forked.header.timeline,
        to,
        ...(idempotency && { idempotency }),
      });
      if (!moved.ok) wentElsewhere(moved.head);
      keepWarm(live);
      return view;
    } catch (error) {
      forget(id);
      if (error instanceof NoSuchStep) refuse('InvalidInput', `This attempt has no step ${to}.`);
      throw error;
    }
  });
}

/** Back to the start; the steps stay and can be gone to again. */
export const reset = (user: User, { id }: z.output<typeof GetAttempt>, keep: Keep): Promise<AttemptView> =>
  undo(user, { id, to: 0 }, keep);

/** Show the next hint of a task, and remember that it was shown. After the last one nothing more comes. */
export function showHint(user: User, { id, task: taskId }: z.output<typeof ShowHint>, keep: Keep) {
  return turn(user, id, async () => {
    const header = (await attempts.findAttempt(id, user.id)) ?? noSuchAttempt();
    const { lab } = await openAttempt(header);
    const task =
      lab.tasks.find((candidate) => candidate.id === taskId) ?? refuse('NotFound', 'This lab has no such task.');
    const shown = Math.min(task.hints.length, (header.hints[task.id] ?? 0) + 1);
    const answer = { task: task.id, shown: task.hints.slice(0, shown), total: task.hints.length };
    if (shown !== header.hints[task.id]) {
      const hints = { ...header.hints, [task.id]: shown };
      await attempts.setHints(
        id,
        user.id,
        hints,
        keep(() => answer),
      );
    }
    return answer;
  });
}

/** What Tab offers in the attempt's shell. Reads only. */
export async function complete(user: User, { id, line, cursor }: z.output<typeof Complete>) {
  const header = (await attempts.findAttempt(id, user.id)) ?? noSuchAttempt();
  const live = await openAttempt(header);
  return completeLine(live.moment.world, live.shell, line, cursor ?? line.length);
}

/** A person's attempts, newest first. */
export async function listAttempts(user: User, { slug }: z.output<typeof ListAttempts>): Promise<AttemptSummary[]> {
  const [rows, labs] = await Promise.all([
    attempts.listAttempts(user.id, slug === undefined ? {} : { labSlug: slug }),
    listLabs(),
  ]);
  const bySlug = new Map(labs.map((lab) => [lab.slug, lab]));
  return rows.map((row) => ({
    id: row.id,
    slug: row.labSlug,
    title: bySlug.get(row.labSlug)?.title ?? row.labSlug,
    tasksPassed: row.ticked.length,
    tasksTotal: bySlug.get(row.labSlug)?.tasks ?? 0,
    steps: row.steps,
    startedAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(row.finishedAt && { finishedAt: row.finishedAt.toISOString() }),
  }));
}
