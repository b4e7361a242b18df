import { Bash, type BashExecResult } from 'just-bash';
import type { LineAccount } from './account';
import { ownCommands, programs } from './commands';
import { isFull, type LineFiles } from './files';
import type { HostSession } from './host/session';
import type { Limits, ShellState } from './line';
import { byteLength } from './shell-state';
import { type Dice, exitWith, simulate } from './simulated';

/** A limit that a line went past, and the sentence that says so. */
export interface Passed {
  readonly limit: keyof Limits;
  readonly reason: string;
}

/** What a bug of ours, met inside a command, leaves behind. */
export interface Met {
  bug?: unknown;
  /** The line says `exit` somewhere: if it does not come to its end, that is why. */
  exits?: true;
}

/** Bytes that the commands of a line may hand to each other; what it prints in the end has a narrower limit. */
const pipedBytes = 64 * 1024 * 1024;

/** A bash for one line. It forgets everything between lines by itself, so that nothing of one learner is left in it. */
export function makeBash(parts: {
  readonly account: LineAccount;
  readonly session: HostSession;
  readonly dice: Dice;
  readonly files: LineFiles;
  readonly shell: ShellState;
  readonly limits: Limits;
  readonly lastExitCode: number;
  readonly met: Met;
}): Bash {
  const { account, session, dice, files, shell, limits, met } = parts;
  const bash = new Bash({
    fs: files,
    env: { ...shell.env },
    commands: programs,
    customCommands: ownCommands(account, session, dice, (error) => {
      met.bug ??= error;
    }),
    executionLimitProfile: 'hardened',
    executionLimits: {
      maxCommandCount: limits.commands,
      maxLoopIterations: limits.commands,
      maxOutputSize: pipedBytes,
      // A verdict may not depend on the machine: whoever runs this has a deadline and ends the thread.
      maxExecutionTimeMs: Number.POSITIVE_INFINITY,
    },
  });
  let { lastExitCode } = parts;
  bash.registerTransformPlugin({
    name: 'patchbay',
    transform: ({ ast, metadata }) => {
      if (simulate(ast)) met.exits = true;
      // Scripts that the line starts (`bash -c`) come by here too.
      if (lastExitCode !== 0) ast.statements.unshift(exitWith(lastExitCode));
      lastExitCode = 0;
      return { ast, metadata };
    },
  });
  return bash;
}

/** Bash sets `$?` after each command; without it the line did not come to its end: bad syntax, `exit`, or a limit. */
export const cameToItsEnd = (result: BashExecResult): boolean => result.env['?'] !== undefined;

/** The limit that a finished line went past, if any. */
export function passedLimit(result: BashExecResult, limits: Limits): Passed | undefined {
  const reason = reasonOf126(result);
  if (reason?.startsWith('too many commands')) {
    return { limit: 'commands', reason: `a line may run ${limits.commands} commands` };
  }
  if (reason) return { limit: reason.includes('output size') ? 'outputBytes' : 'commands', reason };
  const bytes = byteLength(result.stdout) + byteLength(result.stderr);
  if (bytes <= limits.outputBytes) return undefined;
  return { limit: 'outputBytes', reason: `a line may print ${limits.outputBytes} bytes, this one printed ${bytes}` };
}

/** The limit behind an error that a line threw; undefined for a bug. */
export const passedByError = (error: unknown): Passed | undefined =>
  isFull(error) ? { limit: 'outputBytes', reason: 'the files of a line have grown too big' } : undefined;

/** just-bash ends a line past one of its own limits with 126 and a sentence; there is no other sign of it. */
function reasonOf126(result: BashExecResult): string | undefined {
  if (result.exitCode !== 126 || cameToItsEnd(result)) return undefined;
  const last = result.stderr.trimEnd().split('\n').at(-1) ?? '';
  const [, reason] = /^bash: (.*(?:exceeded|too many).*?)(?:, increase .*)?$/.exec(last) ?? [];
  return reason;
}
