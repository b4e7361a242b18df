import type { HostOn } from './host/standing';

/** What lasts from line to line in a learner's shell; plain JSON data, saved with a step and never replayed. */
export interface ShellState {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Text files by absolute path; a path that ends in `/` is an empty directory. */
  readonly files: Readonly<Record<string, string>>;
  /** The machine of the lab that commands run on, after `ssh`; the learner's own when absent. */
  readonly host?: HostOn;
}

/** A call that a line made and that the log keeps: an accepted change or a refusal. Reads are not kept. */
export type LoggedCall = {
  readonly operation: string;
  readonly input: object;
  /** Simulated time at which it ran, ms since 1970 UTC; a replay sets the clock to it. */
  readonly at: number;
} & ({ readonly ok: true } | { readonly ok: false; readonly code: string });

/** Past one of these a line is taken back whole. Counted, so that the verdict is the same on every machine. */
export interface Limits {
  /** Bytes of one line. */
  readonly lineBytes: number;
  /** Bytes of stdout and stderr together. */
  readonly outputBytes: number;
  /** API calls a line. */
  readonly calls: number;
  /** Commands and loop rounds a line. */
  readonly commands: number;
  /** Flows a line that programs ask the network about. */
  readonly traces: number;
}

export const defaultLimits: Limits = {
  lineBytes: 64_000,
  outputBytes: 262_144,
  calls: 500,
  commands: 20_000,
  traces: 200,
};

export interface LineResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly calls: readonly LoggedCall[];
  readonly shell: ShellState;
  /** Simulated time after the line, ms since 1970 UTC. */
  readonly now: number;
  /** It let simulated time go by, with `sleep` or `aws … wait`; the second that a call takes is no waiting. */
  readonly waited: boolean;
  /** The limit that was passed: calls are empty then, shell and world as they were, and stderr says so. */
  readonly limit?: keyof Limits | 'deadline';
}
