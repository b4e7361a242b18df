import type { Outcome } from '@/lib/engine/execute';

/** The account as the command line sees it: calls go in, outcomes come out, simulated time can pass. */
export interface Ec2Client {
  readonly region: string;
  /** One API call; takes a simulated second. `input` carries AWS's parameters in PascalCase. */
  call(operation: string, input: object): Outcome;
  /** Let simulated time pass, as a waiter does between two polls. */
  sleep(seconds: number): void;
}

/** What a program leaves behind. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What the command line may ask of the shell around it. */
export interface CommandContext {
  /** Text of a file of the learner's shell, for `file://`; undefined when there is none. Never the server's disk. */
  readFile(path: string): Promise<string | undefined>;
  /** Variables of the learner's shell (`AWS_DEFAULT_OUTPUT`, `AWS_REGION`). */
  readonly env: ReadonlyMap<string, string>;
  readonly stdin: string;
}
