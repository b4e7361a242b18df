import 'server-only';
import { z } from 'zod';
import { refuse, UserError } from '@/lib/auth/user-error';
import type { Remember } from '@/lib/db/idempotency';
import type { LabAttempt } from '@/lib/db/lab-attempts';
import { type ListedStep, listSteps } from '@/lib/db/lab-log';
import type { ForkedAttempt } from '@/lib/db/lab-timelines';
import { portsOf } from '@/lib/diagram/ports';
import { settleDue } from '@/lib/engine/settle';
import { toJson, type World, type WorldJson } from '@/lib/engine/world';
import { checkLab } from '@/lib/labs/check-lab';
import { pathTo, type Step } from '@/lib/labs/path';
import type { AttemptView, StepView } from '@/lib/labs/views';
import { promptOf } from '@/lib/shell/host/standing';
import { breathe, inParts } from './breathe';
import { type LiveAttempt, viaOf } from './live-attempts';
import { notesOf } from './misconceptions';

/** Makes the stored form of a write's answer, when the client sent an Idempotency-Key. */
export type Keep = <T>(answer: (result: T) => unknown) => Remember<T> | undefined;

export const AttemptId = z.uuid({ error: 'This is not the id of an attempt.' });

/** Where a step is named: 0 is the start. Past the most that any attempt has, and short of what a database cannot count to. */
export const Position = z.int().min(0).max(999_999_999, 'There is no step with such a number.');

/** One answer for an attempt that is absent and for one of somebody else. */
export const noSuchAttempt = (): never => refuse('NotFound', 'You have no attempt with this id.');

/** For a move that lost: the attempt stands at `head` now, or is gone. */
export function wentElsewhere(head: number | undefined): never {
  if (head === undefined) return noSuchAttempt();
  const message = 'This attempt went on elsewhere. Nothing was moved; load it again to see where it stands.';
  throw new UserError('Conflict', message, { current: { position: head } });
}

/** An account without what its maker may have chosen and AWS shows nobody: seed and tokens. Nothing that a page does with it needs them. */
export function unnamed(world: WorldJson): WorldJson {
  const { clientTokens: _tokens, ...tables } = world.tables;
  return { ...world, seed: '', tables };
}

/** An attempt's account as its person may see it: what one that began at somebody's moment was made with is that person's. */
export const worldOf = ({ fromShare }: Pick<LabAttempt, 'fromShare'>, world: World): WorldJson =>
  fromShare ? unnamed(toJson(world)) : toJson(world);

/** Tasks that held so far on the path to the head. */
export const lastTicked = (live: LiveAttempt): readonly string[] => live.last?.ticked ?? [];

/** Characters of a step's text that are shown: its beginning, and its end with the tool's name. */
const mostShown = 2_000;
const endShown = 60;
const shown = (text: string): string =>
  text.length <= mostShown ? text : `${text.slice(0, mostShown - endShown)} … ${text.slice(-endShown)}`;

/** A step as the page shows it; of its calls only how they ended. */
export const stepView = ({
  seq,
  parent,
  at,
  via,
  text,
  calls,
  repeats,
}: Pick<Step, 'seq' | 'parent' | 'at' | 'via' | 'text' | 'repeats'> & { calls: readonly Ended[] }): StepView => ({
  seq,
  parent,
  at: new Date(at).toISOString(),
  via,
  text: shown(text),
  outcome: calls.length === 0 ? 'shell' : calls.some((call) => call.ok) ? 'changed' : 'refused',
  codes: calls.flatMap((call) => (call.ok ? [] : [call.code])),
  repeats,
});

/** How a call ended. */
type Ended = { readonly ok: true } | { readonly ok: false; readonly code: string };

const listedView = ({ at, via, calls, ...step }: ListedStep): StepView =>
  // Only `recordStep` writes them, and a log has thousands: looking at each by a schema took as long as reading it.
  stepView({ ...step, at: at.getTime(), via: viaOf(via), calls: JSON.parse(calls) as Ended[] });

/**
 * The attempt as its page shows it, where `live` stands: settled up to its world's time. The timeline that it is on stands
 * there too.
 */
export async function attemptView({ header, timelines }: ForkedAttempt, live: LiveAttempt): Promise<AttemptView> {
  // Of what another server adds meanwhile the page is told when it comes.
  const listed = await listSteps(header.id, header.userId, header.lastSeq);
  const misconceptions = await notesOf(listed.flatMap(({ misconception }) => misconception ?? []));
  await breathe();
  const steps = await inParts(listed, listedView);
  const { world } = live.moment;
  settleDue(world);
  const { tasks } = checkLab(live.lab, live.moment, lastTicked(live));
  return {
    id: header.id,
    slug: header.labSlug,
    title: live.lab.title,
    position: live.head,
    startedAt: header.createdAt.toISOString(),
    ...(header.finishedAt && { finishedAt: header.finishedAt.toISOString() }),
    tasks: [...tasks],
    hints: Object.fromEntries(live.lab.tasks.map((task) => [task.id, task.hints.slice(0, header.hints[task.id] ?? 0)])),
    steps,
    path: pathTo(steps, live.head).map((step) => step.seq),
    world: worldOf(header, world),
    prompt: promptOf(world, live.shell),
    ports: portsOf(world),
    timelines: timelines.map((one) => (one.number === header.timeline ? { ...one, head: live.head } : one)),
    timeline: header.timeline,
    solutionShown: header.solutionShownAt !== null,
    fromShare: header.fromShare,
    misconceptions,
  };
}
