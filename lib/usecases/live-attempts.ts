import 'server-only';
import { z } from 'zod';
import type { LabAttempt, LabStep } from '@/lib/db/lab-attempts';
import { keepSnapshot, type LabPath, loadPath } from '@/lib/db/lab-log';
import { touchedBy } from '@/lib/diagram/touched';
import { settleDue } from '@/lib/engine/settle';
import { engineVersion } from '@/lib/engine/version';
import { setTime, type TableName } from '@/lib/engine/world';
import type { Lab } from '@/lib/labs/lab';
import type { Step } from '@/lib/labs/path';
import { type Moment, type MomentJson, momentToJson, ReplayDiffers, replay, takeStep } from '@/lib/labs/replay';
import type { LoggedCall, ShellState } from '@/lib/shell/line';
import { inParts } from './breathe';
import { labVersion } from './lab-versions';

/** An attempt in memory: where it stands, ready for the next line. A cache of the log and nothing else. */
export interface LiveAttempt {
  readonly id: string;
  readonly lab: Lab;
  head: number;
  /** The step at the head; undefined at the start. */
  last: Step | undefined;
  /** How many steps lie between the nearest snapshot on the path and the head. */
  sinceSnapshot: number;
  moment: Moment;
  shell: ShellState;
  /** When the world's clock was last set, by the real clock, ms since 1970 UTC. */
  setAt: number;
  /** For `$?`; not kept. */
  lastExitCode: number;
}

/** As many as fit in well under 100 MB; a cold attempt costs one statement and a replay of few steps. */
const most = 200;
const warm = new Map<string, LiveAttempt>();

export function forget(id: string): void {
  warm.delete(id);
}

/** Keep an attempt at hand; the one not used for the longest time goes. */
export function keepWarm(live: LiveAttempt): void {
  warm.delete(live.id);
  warm.set(live.id, live);
  const [oldest] = warm.keys();
  if (warm.size > most && oldest !== undefined) warm.delete(oldest);
}

/** Whether the copy in memory stands where `header` says, so that the header need not be read again after a wait. */
export const isWarm = (header: LabAttempt): boolean => warm.get(header.id)?.head === header.head;

/**
 * The attempt at its head, which `header` was just read for: the copy in memory if it stands there, or the nearest
 * snapshot and the steps since. Its clock follows real time.
 */
export async function openAttempt(header: LabAttempt): Promise<LiveAttempt> {
  const cached = warm.get(header.id);
  const live = cached?.head === header.head ? cached : await load(header, header.head);
  keepWarm(live);
  moveClock(live);
  return live;
}

/**
 * Simulated time goes on with real time from wherever it stands, in whole seconds as AWS shows them: a line's calls
 * and waits put it ahead of the real clock, and what is on its way must settle all the same.
 */
function moveClock(live: LiveAttempt, until = Date.now()): void {
  const passed = Math.max(0, Math.floor((until - live.setAt) / 1000)) * 1000;
  setTime(live.moment.world, live.moment.world.now + passed);
  live.setAt += passed;
}

/**
 * The attempt at any step of its tree, not kept in memory. Its clock follows real time up to `until`, ms since 1970 UTC; 0 leaves it
 * at the step. Throws NoSuchStep.
 */
export async function loadAt(header: LabAttempt, at: number, until = Date.now()): Promise<LiveAttempt> {
  const live = await load(header, at);
  moveClock(live, until);
  return live;
}

async function load(header: LabAttempt, at: number): Promise<LiveAttempt> {
  const [path, lab] = await Promise.all([pathOf(header, at), labVersion(header.contentHash)]);
  const { since } = path;
  const moment = momentOf(path);
  const shell = JSON.parse(path.shell) as ShellState;
  const isFar = since.length >= snapshotEvery;
  if (isFar) await keepSnapshot(header.id, at, engineVersion, snapshotOf(moment, shell));
  return {
    id: header.id,
    lab,
    head: at,
    last: path.step && toStep(path.step),
    sinceSnapshot: isFar ? 0 : since.length,
    moment,
    shell,
    lastExitCode: 0,
    setAt: (path.step?.recordedAt ?? header.createdAt).getTime(),
  };
}

async function pathOf({ id, userId }: LabAttempt, at: number): Promise<LabPath> {
  const path = await loadPath(id, userId, at);
  if (!path) throw new Error(`Attempt ${id} has no log`);
  return path;
}

/** The moment at the end of a path. */
const momentOf = ({ snapshot, since }: Pick<LabPath, 'snapshot' | 'since'>): Moment =>
  // Written by `snapshotOf` below, and by this server's start of the attempt.
  replay(JSON.parse(snapshot.world) as MomentJson, since.map(toStep));

/** An attempt as it was right after one of its steps, with what was due by then. Its clock stands. */
export interface Look {
  readonly lab: Lab;
  readonly moment: Moment;
  /** Ids of the tasks that had held by then on the path. */
  readonly ticked: readonly string[];
  /** Ids of the records that the step touched, and of what they concern, in order. */
  readonly changed: ReadonlySet<string>;
}

/** Look at any step of the tree. Replays at most `snapshotEvery` steps, the step itself counted. Throws NoSuchStep. */
export async function lookAt(header: LabAttempt, at: number): Promise<Look> {
  const [path, lab] = await Promise.all([pathOf(header, at), labVersion(header.contentHash)]);
  const step = path.step && toStep(path.step);
  if (!step) return { lab, moment: settled(momentOf(path)), ticked: [], changed: new Set() };
  const hasSnapshot = path.since.length === 0;
  // What a step did is seen from its parent, also where the step has a snapshot itself.
  const before = hasSnapshot ? await pathOf(header, step.parent) : { ...path, since: path.since.slice(0, -1) };
  if (before.since.length >= snapshotEvery) {
    await load(header, step.parent);
    return lookAt(header, at);
  }
  const moment = momentOf(before);
  const { changes, differences } = takeStep(moment, step);
  if (step.engine === engineVersion && differences.length > 0) throw new ReplayDiffers(differences);
  const touched = [...changes, ...settleDue(moment.world)].filter(({ table }) => !ours.has(table));
  return {
    lab,
    // Of another engine's step the snapshot is what the attempt went on from.
    moment: hasSnapshot ? settled(momentOf(path)) : moment,
    ticked: step.ticked,
    changed: touchedBy(moment.world, touched),
  };
}

/** Tables of what AWS has no name for. */
const ours: ReadonlySet<string> = new Set<TableName>(['clientTokens', 'timers']);

function settled(moment: Moment): Moment {
  settleDue(moment.world);
  return moment;
}

/** No attempt is opened by replaying more steps than these. */
const snapshotEvery = 50;

/** Whether the next step needs a snapshot, so that none of its path lies further than so from one, whatever was undone. */
export const needsSnapshot = (live: LiveAttempt): boolean => live.sinceSnapshot + 1 >= snapshotEvery;

/** What a snapshot keeps: world and remembered facts, as JSON text. */
export const snapshotOf = (moment: Moment, shell: ShellState): { world: string; shell: string } => ({
  world: JSON.stringify(momentToJson(moment)),
  shell: JSON.stringify(shell),
});

/** How a step came, for what shows or replays it: the start state is none. */
export const viaOf = (via: LabStep['via']): Step['via'] => (via === 'start' ? 'shell' : via);

const Calls = z.array(
  z.object({
    operation: z.string(),
    input: z.record(z.string(), z.unknown()),
    at: z.number(),
    ok: z.boolean(),
    code: z.string().optional(),
  }),
);

/** A step of the log with its calls read. */
export function toStep({ at, calls, recordedAt: _recordedAt, via, ...step }: LabStep): Step {
  return {
    ...step,
    at: at.getTime(),
    via: viaOf(via),
    // Only `recordStep` writes steps, from LoggedCalls; the schema above guards against an edited row.
    calls: Calls.parse(JSON.parse(calls)) as LoggedCall[],
  };
}

/** The same of a path that may be long. */
export const toSteps = (path: readonly LabStep[]): Promise<Step[]> => inParts(path, toStep);
