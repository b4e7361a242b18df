import 'server-only';
import { z } from 'zod';
import { type LabAttempt, type LabStep, loadLog } from '@/lib/db/lab-attempts';
import { engineVersion } from '@/lib/engine/version';
import { setTime } from '@/lib/engine/world';
import type { Lab } from '@/lib/labs/lab';
import type { Step } from '@/lib/labs/path';
import { type Moment, type MomentJson, momentToJson, replay } from '@/lib/labs/replay';
import type { LoggedCall, ShellState } from '@/lib/shell/line';
import { labVersion } from './lab-versions';

/** An attempt in memory: where it stands, ready for the next line. A cache of the log and nothing else. */
export interface LiveAttempt {
  readonly id: string;
  readonly lab: Lab;
  readonly steps: Map<number, Step>;
  head: number;
  moment: Moment;
  shell: ShellState;
  /** When the world's clock was last set, by the real clock, ms since 1970 UTC. */
  setAt: number;
  /** For `$?`; not kept. */
  lastExitCode: number;
}

/** As many as fit in well under 100 MB; a cold attempt costs two statements and a replay. */
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

/**
 * The attempt at its head, which `header` was just read for: the copy in memory if it stands there, or the newest
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
function moveClock(live: LiveAttempt): void {
  const passed = Math.max(0, Math.floor((Date.now() - live.setAt) / 1000)) * 1000;
  setTime(live.moment.world, live.moment.world.now + passed);
  live.setAt += passed;
}

/** The attempt at any step of its tree, not kept in memory. Throws NoSuchStep. */
export async function loadAt(header: LabAttempt, at: number): Promise<LiveAttempt> {
  const live = await load(header, at);
  moveClock(live);
  return live;
}

async function load(header: LabAttempt, at: number): Promise<LiveAttempt> {
  const [log, lab] = await Promise.all([
    // A snapshot of another engine is no use to go on from: its world might be of another form.
    loadLog(header.id, header.userId, { at, usable: (engine) => engine === engineVersion }),
    labVersion(header.contentHash),
  ]);
  if (!log) throw new Error(`Attempt ${header.id} has no log`);
  const steps = new Map(log.steps.map((step) => [step.seq, toStep(step)]));
  const since = log.path.filter((seq) => seq > log.snapshot.seq).flatMap((seq) => steps.get(seq) ?? []);
  const setAt = (log.steps.find((step) => step.seq === at)?.recordedAt ?? header.createdAt).getTime();
  // Written by `snapshotOf` below, and by this server's start of the attempt.
  const moment = replay(JSON.parse(log.snapshot.world) as MomentJson, since);
  return {
    id: header.id,
    lab,
    steps,
    head: at,
    moment,
    shell: JSON.parse(log.shell) as ShellState,
    lastExitCode: 0,
    setAt,
  };
}

/** What a snapshot keeps: world and remembered facts, as JSON text. */
export const snapshotOf = (moment: Moment, shell: ShellState): { world: string; shell: string } => ({
  world: JSON.stringify(momentToJson(moment)),
  shell: JSON.stringify(shell),
});

const Calls = z.array(
  z.object({
    operation: z.string(),
    input: z.record(z.string(), z.unknown()),
    at: z.number(),
    ok: z.boolean(),
    code: z.string().optional(),
  }),
);

function toStep({ at, calls, recordedAt: _recordedAt, via, ...step }: LabStep): Step {
  return {
    ...step,
    at: at.getTime(),
    via: via === 'start' ? 'shell' : via,
    // Only `runCommand` writes steps, from LoggedCalls; the schema above guards against an edited row.
    calls: Calls.parse(JSON.parse(calls)) as LoggedCall[],
  };
}
