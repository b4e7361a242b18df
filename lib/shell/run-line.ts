import type { BashExecResult } from 'just-bash';
import type { World } from '@/lib/engine/world';
import { LineAccount } from './account';
import { cameToItsEnd, type Met, makeBash, type Passed, passedByError, passedLimit } from './bash';
import { LineFiles } from './files';
import { HostSession } from './host/session';
import { type HostOn, lostHost } from './host/standing';
import { defaultLimits, type Limits, type LineResult, type ShellState } from './line';
import { byteLength, home, keptVariables, tooBig } from './shell-state';
import { Dice } from './simulated';

export interface LineOptions {
  readonly limits?: Limits;
  /** Exit code of the line before, for `$?`. Not part of the shell's state, or a failed read would change that. */
  readonly lastExitCode?: number;
}

/**
 * Run one line of bash on an account; changes `world`. Past a limit all that the line did is taken back, and so it is
 * when a bug passes through. One line at a time in a world. Endless work is for the caller to end, with its thread.
 */
export async function runLine(
  world: World,
  shell: ShellState,
  line: string,
  options: LineOptions = {},
): Promise<LineResult> {
  const limits = options.limits ?? defaultLimits;
  const bytes = byteLength(line);
  if (bytes > limits.lineBytes) {
    const reason = `a line may have ${limits.lineBytes} bytes, this one has ${bytes}`;
    return takenBack(world, shell, { limit: 'lineBytes', reason });
  }
  const stop = new AbortController();
  const account = new LineAccount(world, limits.calls, () => stop.abort());
  const session = new HostSession(account, shell.host, limits.traces, () => stop.abort());
  const lost = lostHost(world, shell.host);
  if (lost) return disconnected(world, shell, lost);
  const files = new LineFiles(shell.files, world);
  const dice = new Dice(world, Number.parseInt(shell.env.RANDOM ?? '', 10) || 0);
  const met: Met = {};
  const bash = makeBash({ account, session, dice, files, shell, limits, lastExitCode: options.lastExitCode ?? 0, met });
  try {
    const env = shell.env.OLDPWD === undefined ? {} : { OLDPWD: shell.env.OLDPWD };
    const result = await bash.exec(line, { cwd: shell.cwd, env, rawScript: true, signal: stop.signal });
    const spent = account.outOfCalls ? tooManyCalls(limits) : session.outOfTraces ? tooManyTraces(limits) : undefined;
    if (met.bug !== undefined && !spent) throw met.bug;
    const passed = spent ?? passedLimit(result, limits);
    if (!passed) return finish(result, shell, account, session, files, dice, met);
    account.takeBack();
    return takenBack(world, shell, passed);
  } catch (error) {
    account.takeBack();
    const passed = passedByError(error);
    if (passed) return takenBack(world, shell, passed);
    throw error;
  }
}

const tooManyCalls = (limits: Limits): Passed => ({
  limit: 'calls',
  reason: `a line may make ${limits.calls} calls to AWS`,
});

const tooManyTraces = (limits: Limits): Passed => ({
  limit: 'traces',
  reason: `a line may send ${limits.traces} times over the network`,
});

/** A machine on the shell's way has gone, and nobody is there to run the line. */
function disconnected(world: World, { cwd, env, files }: ShellState, { address, from }: HostOn): LineResult {
  const shell = { cwd, env, files, ...(from && { host: from }) };
  const closed = `Connection to ${address} closed`;
  const stderr = `${closed} by remote host.\n${closed}.\npatchbay: the line was not run.\n`;
  return { stdout: '', stderr, exitCode: 255, calls: [], shell, now: world.now, waited: false };
}

/** The answer to a line of which nothing is left. */
const takenBack = (world: World, shell: ShellState, { limit, reason }: Passed): LineResult => ({
  stdout: '',
  stderr: `patchbay: ${reason}. Nothing of this line was kept.\n`,
  exitCode: 1,
  calls: [],
  shell,
  now: world.now,
  waited: false,
  limit,
});

async function finish(
  result: BashExecResult,
  shell: ShellState,
  account: LineAccount,
  session: HostSession,
  lineFiles: LineFiles,
  dice: Dice,
  met: Met,
): Promise<LineResult> {
  const { files, binary } = await lineFiles.kept();
  const env = dice.rolled ? { ...result.env, RANDOM: String(dice.rolls) } : result.env;
  // A line that did not come to its end tells nothing of its variables.
  const ended = cameToItsEnd(result);
  const left = !ended && met.exits ? session.host : undefined;
  const host = left ? left.from : session.host;
  const next: ShellState = {
    cwd: ended ? await directory(lineFiles, result.env.PWD ?? home) : shell.cwd,
    env: ended ? keptVariables(env) : shell.env,
    files,
    ...(host && { host }),
  };
  const reason = tooBig(next);
  const notes = [
    ...(reason ? [`this line leaves ${reason}; they stay as they were before it`] : []),
    ...binary.map((path) => `${path} is not text and does not last`),
  ];
  return {
    stdout: left ? `${result.stdout}logout\n` : result.stdout,
    stderr:
      `${result.stderr}${left ? `Connection to ${left.address} closed.\n` : ''}` +
      notes.map((note) => `patchbay: ${note}.\n`).join(''),
    exitCode: reason ? result.exitCode || 1 : result.exitCode,
    calls: account.calls,
    shell: reason ? shell : next,
    now: account.world.now,
    waited: account.waited,
  };
}

/** The directory a line ended in; home when it removed that, or wrote nonsense into `PWD`. */
async function directory(files: LineFiles, path: string): Promise<string> {
  return (await files.exists(path)) && (await files.stat(path)).isDirectory ? path : home;
}
