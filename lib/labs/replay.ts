import { AwsError } from '@/lib/engine/aws-error';
import { type Call, execute, type Outcome } from '@/lib/engine/execute';
import type { Change } from '@/lib/engine/table';
import { engineVersion } from '@/lib/engine/version';
import { fromJson, setTime, toJson, type World, type WorldJson } from '@/lib/engine/world';
import type { LoggedCall } from '@/lib/shell/line';
import { type Fact, Facts, observe } from './facts';
import type { Step } from './path';

/** Where an attempt stands: the world after a step, and what is remembered of the path that led there. */
export interface Moment {
  readonly world: World;
  readonly facts: Facts;
}

/** A moment as plain JSON data: what a snapshot keeps. */
export interface MomentJson {
  readonly world: WorldJson;
  readonly facts: readonly Fact[];
}

export const momentToJson = ({ world, facts }: Moment): MomentJson => ({ world: toJson(world), facts: [...facts] });
export const momentFromJson = ({ world, facts }: MomentJson): Moment => ({
  world: fromJson(world),
  facts: new Facts(facts),
});

/** A call that was answered otherwise than the log says. */
export interface Difference {
  readonly seq: number;
  /** Position of the call in its step, from 0. */
  readonly call: number;
  readonly operation: string;
  /** AWS's code, or undefined where the call was accepted. */
  readonly was: string | undefined;
  readonly now: string | undefined;
}

/** This engine does not answer as the one that the log was written under: every difference, in order. */
export class ReplayDiffers extends Error {
  override readonly name = 'ReplayDiffers';
  constructor(readonly differences: readonly Difference[]) {
    const said = (code: string | undefined) => (code === undefined ? 'accepted' : `refused with ${code}`);
    const lines = differences
      .slice(0, 10)
      .map(({ seq, operation, was, now }) => `step ${seq}, ${operation}: was ${said(was)}, is ${said(now)}`);
    super(`${differences.length} calls are answered otherwise than logged: ${lines.join('; ')}`);
  }
}

/** Make one call in a moment, at its time, and remember what is worth it. */
export function makeCall({ world, facts }: Moment, call: Call & { readonly at: number }): Outcome {
  setTime(world, call.at);
  const outcome = execute(world, call);
  facts.add(observe(world, call, outcome));
  return outcome;
}

/** What a replay needs of a step; without `engine` it is of this one. */
export type Replayable = Pick<Step, 'seq' | 'at' | 'calls' | 'sequence'> & Partial<Pick<Step, 'engine'>>;

/** What taking a step did. */
export interface Taken {
  /** Every record it touched, before and after, in order. */
  readonly changes: readonly Change[];
  /** The calls that were answered otherwise than logged; the moment is not the logged one any more when there are any. */
  readonly differences: readonly Difference[];
}

/** Take a step in a moment: its calls run in the moment's world, each at its recorded time. Cost: the step's calls. */
export function takeStep(moment: Moment, step: Replayable): Taken {
  const { world } = moment;
  const changes: Change[] = [];
  const differences: Difference[] = [];
  // What was undone used numbers that this world has not seen. Under another engine they may be used up already.
  world.sequence = Math.max(world.sequence, step.sequence);
  for (const [index, call] of step.calls.entries()) {
    if (!call.ok && isOlder(step)) {
      rememberRefusal(moment, call);
      continue;
    }
    const outcome = makeCall(moment, call);
    if (outcome.ok) changes.push(...outcome.changes);
    const was = call.ok ? undefined : call.code;
    const now = outcome.ok ? undefined : outcome.error.code;
    if (was !== now) differences.push({ seq: step.seq, call: index, operation: call.operation, was, now });
  }
  setTime(world, step.at);
  return { changes, differences };
}

const isOlder = ({ engine = engineVersion }: Replayable): boolean => engine !== engineVersion;

/** What another engine refused stays refused: this one might accept it, and the account would not be the one that was gone on with. */
function rememberRefusal({ world, facts }: Moment, call: LoggedCall & { readonly ok: false }): void {
  setTime(world, call.at);
  facts.add(observe(world, call, { ok: false, error: new AwsError(call.code, '') }));
}

/**
 * The moment after `steps`, taken from `start`: the start state, or a snapshot on their path. Throws ReplayDiffers
 * when a call is answered otherwise than logged by this very engine; an attempt that another one began goes on as near to
 * its log as this one can. Cost: the calls of the steps, linear in them.
 */
export function replay(start: MomentJson, steps: Iterable<Replayable>): Moment {
  const moment = momentFromJson(start);
  const differences: Difference[] = [];
  for (const step of steps) {
    const taken = takeStep(moment, step);
    if (!isOlder(step)) differences.push(...taken.differences);
  }
  if (differences.length > 0) throw new ReplayDiffers(differences);
  return moment;
}
