import 'server-only';
import type { WorldJson } from '@/lib/engine/world';
import type { Lab } from '@/lib/labs/lab';
import type { Limits, LineResult, ShellState } from '@/lib/shell/line';

/** One line to run, as plain data: what a worker needs to know. */
export interface Job {
  readonly world: WorldJson;
  readonly shell: ShellState;
  readonly line: string;
  readonly limits?: Limits;
  /** Exit code of the line before, for `$?`. */
  readonly lastExitCode?: number;
}

/** A lab to start: its script runs in a fresh account. */
export interface StartJob {
  readonly lab: Pick<Lab, 'slug' | 'region' | 'start' | 'serviceInterfaces' | 'surroundings'>;
  readonly seed: string;
  /** When the account begins, ms since 1970 UTC. */
  readonly now: number;
  /** The shell that comes back is the script's own, with its variables. */
  readonly keepShell?: boolean;
}

export interface Started {
  readonly world: WorldJson;
  readonly shell: ShellState;
}

/** What a worker sends: once that it is ready, then one answer for each job. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: LineResult | Started }
  /** A bug; not the error itself, which may hold what cannot be sent. */
  | { readonly kind: 'failed'; readonly stack: string };

/** The answer to a job whose worker was ended or died: nothing was kept. */
export const lost = (job: Job, reason: string): LineResult => ({
  stdout: '',
  stderr: `patchbay: ${reason}. Nothing of this line was kept.\n`,
  exitCode: 1,
  calls: [],
  shell: job.shell,
  now: job.world.now,
  waited: false,
  limit: 'deadline',
});
