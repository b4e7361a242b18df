import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import * as attempts from '@/lib/db/lab-attempts';
import type { Call } from '@/lib/engine/execute';
import { engineVersion } from '@/lib/engine/version';
import { checkLab, type LabResult } from '@/lib/labs/check-lab';
import type { Step } from '@/lib/labs/path';
import type { MisconceptionNote } from '@/lib/labs/views';
import type { LoggedCall, ShellState } from '@/lib/shell/line';
import { type Keep, lastTicked } from './attempt-view';
import { mayFinish } from './finishing';
import { forget, type LiveAttempt, needsSnapshot, snapshotOf } from './live-attempts';
import { keepTold, misconceptionToTell } from './misconceptions';

/** An attempt ends after so many steps, or when they take so many bytes. */
const mostSteps = 20_000;
export const mostBytes = 67_108_864;

/**
 * Characters of a step's text and of its calls as JSON, together. AWS's longest calls, a thousand rules of a security group with
 * a description each, take 300,000.
 */
const longestStep = 524_288;

/** Why an attempt takes no further step; undefined while it does. */
export const whyFull = ({ lastSeq, bytes }: Pick<attempts.LabAttempt, 'lastSeq' | 'bytes'>): string | undefined =>
  lastSeq >= mostSteps || bytes >= mostBytes
    ? `An attempt ends after ${mostSteps} steps, or ${mostBytes / 1_048_576} MB of them. Start a new one.`
    : undefined;

/** Why a step is too long to be kept; undefined when it is not. Ask before anything is done. */
export function whyTooLong(text: string, calls: readonly Call[]): string | undefined {
  const length = text.length + JSON.stringify(calls).length;
  if (length <= longestStep) return undefined;
  return `It takes ${Math.ceil(length / 1024)} kB to keep this step, and one may take ${longestStep / 1024} kB. Nothing was done; do it in parts.`;
}

/** Ids are numbered by step, so that a branch never reuses what an undone one used. A line uses far fewer. */
const numbersPerStep = 100_000;

/** What `lastSeq` has to be where an attempt begins with `steps` copied ones, whose calls used numbers up to `sequence`. */
export const lastSeqOfCopy = (steps: number, sequence: number): number =>
  Math.max(steps, Math.ceil(sequence / numbersPerStep));

/** The engine's number for the next step of an attempt to begin with. */
export const nextSequence = ({ moment }: LiveAttempt, header: attempts.LabAttempt): number =>
  Math.max(moment.world.sequence, (header.lastSeq + 1) * numbersPerStep);

/** What somebody did. The live attempt's moment has taken it already; its shell has not. */
export interface Made extends Pick<Step, 'actor' | 'via' | 'text' | 'at' | 'calls' | 'sequence'> {
  readonly shell: ShellState;
  /** It let simulated time go by. */
  readonly waited: boolean;
  /** How many facts the moment held before. */
  readonly factsBefore: number;
}

/** A step that is stored, or that will be by the write that stores this answer. */
export interface Recorded {
  readonly position: number;
  readonly step: Step;
  readonly verdict: LabResult;
  readonly finishedAt?: Date;
  /** A belief that the step shows, to be told once. */
  readonly misconception?: MisconceptionNote;
}

export type Recording<A> =
  | { readonly ok: true; readonly answer: A }
  /** Another step came first: nothing was stored, the copy in memory is forgotten. `head` is undefined when the attempt is gone. */
  | { readonly ok: false; readonly head: number | undefined };

/**
 * Store what was done as a step after the head, or count it on the step that it repeats: the same refusal again.
 * `header` was read before it was done, and decides whether another came first.
 */
export async function recordStep<A>(
  live: LiveAttempt,
  header: attempts.LabAttempt,
  made: Made,
  toAnswer: (recorded: Recorded) => A,
  keep: Keep,
): Promise<Recording<A>> {
  try {
    return await record(live, header, made, toAnswer, keep);
  } catch (error) {
    forget(live.id); // Whatever happened, the world in memory has taken a step that the log may not have.
    throw error;
  }
}

async function record<A>(
  live: LiveAttempt,
  header: attempts.LabAttempt,
  made: Made,
  toAnswer: (recorded: Recorded) => A,
  keep: Keep,
): Promise<Recording<A>> {
  const { shell, waited, factsBefore, ...done } = made;
  const verdict = checkLab(live.lab, live.moment, lastTicked(live));
  const step = { ...done, parent: live.head, ticked: verdict.ticked, repeats: 0, engine: engineVersion };
  const shellChanged = !isDeepStrictEqual(shell, live.shell);
  const { last } = live;
  const repeats =
    last !== undefined &&
    !waited &&
    !shellChanged &&
    live.moment.facts.size === factsBefore &&
    sameRefusals(last.calls, made.calls);
  const move = {
    attemptId: live.id,
    userId: header.userId,
    expectedHead: header.head,
    expectedLastSeq: header.lastSeq,
  };
  const finished = header.finishedAt ? { finishedAt: header.finishedAt } : {};
  if (last && repeats) {
    const again = { ...last, repeats: last.repeats + 1 };
    const toBody = () => toAnswer({ position: live.head, step: again, verdict, ...finished });
    const idempotency = keep(toBody);
    const counted = await attempts.countRepeat({ ...move, seq: last.seq, ...(idempotency && { idempotency }) });
    if (!counted.ok) return lost(live, counted.head);
    live.last = again;
    return { ok: true, answer: toBody() };
  }
  const finishes = verdict.finished && mayFinish(header) && !header.finishedAt && { finishedAt: new Date() };
  const misconception = await misconceptionToTell(header.userId, live, made.calls);
  const toBody = (seq: number) =>
    toAnswer({
      position: seq,
      step: { ...step, seq },
      verdict,
      ...finished,
      ...finishes,
      ...(misconception && { misconception }),
    });
  const idempotency = keep(toBody);
  const snapshot = needsSnapshot(live) && snapshotOf(live.moment, shell);
  const appended = await attempts.appendStep({
    ...move,
    step: {
      ...step,
      at: new Date(step.at),
      calls: JSON.stringify(step.calls),
      shell: shellChanged ? JSON.stringify(shell) : null,
      ticked: [...step.ticked],
    },
    ...finishes,
    ...(snapshot && { snapshot }),
    ...(idempotency && { idempotency }),
  });
  if (!appended.ok) return lost(live, appended.head);
  live.last = { ...step, seq: appended.seq };
  live.sinceSnapshot = snapshot ? 0 : live.sinceSnapshot + 1;
  live.head = appended.seq;
  live.shell = shell;
  await keepTold(misconception, { userId: header.userId, attemptId: live.id, seq: appended.seq });
  return { ok: true, answer: toBody(appended.seq) };
}

function lost(live: LiveAttempt, head: number | undefined): { ok: false; head: number | undefined } {
  forget(live.id);
  return { ok: false, head };
}

const sameRefusals = (a: readonly LoggedCall[], b: readonly LoggedCall[]): boolean =>
  a.length === b.length &&
  a.every((call, index) => {
    const other = b[index];
    return (
      !call.ok &&
      other?.ok === false &&
      call.code === other.code &&
      call.operation === other.operation &&
      isDeepStrictEqual(call.input, other.input)
    );
  });
