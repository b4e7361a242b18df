import {
  type CommandName,
  type CustomCommand,
  defineCommand,
  type ExecResult,
  type ResolvedCommandContext,
} from 'just-bash';
import { runAws } from '@/lib/aws-cli/run-aws';
import { NotModelled } from '@/lib/engine/aws-error';
import type { LineAccount } from './account';
import { helpText } from './help';
import { hostCommandNames, hostCommands } from './host/host-commands';
import type { HostSession } from './host/session';
import { type Dice, helpCommand, randomCommand, secondsCommand } from './simulated';
import { runSleep } from './sleep';

/**
 * The programs of just-bash that this shell has. Left out: what leaves the shell or needs Node or a real clock (its curl,
 * python, node, sqlite3, timeout, tar, gzip) and what would mislead (history). Programs of the network are ours.
 */
export const programs = [
  'awk base64 basename bash cat chmod clear column comm cp cut date diff dirname du echo egrep env expand expr false',
  'fgrep file find fold grep head hostname join jq ln ls md5sum mkdir mv nl od paste printenv printf pwd readlink rev',
  'rg rm rmdir sed seq sh sha256sum sort split stat strings tac tail tee time touch tr tree true unexpand uniq wc which',
  'whoami xargs',
].flatMap((names) => names.split(' ') as CommandName[]); // A test asks just-bash for each of them.

/** just-bash would say of these that a browser lacks them. */
const absent = ['python', 'python3', 'sqlite3', 'tar', 'xan', 'yq'];

/** What bash does itself and people type, for Tab. */
const builtins = ['cd', 'declare', 'eval', 'exit', 'export', 'read', 'set', 'source', 'test', 'type', 'unset'];

/** Every word that may begin a command, for Tab. */
export const commandWords: readonly string[] = [
  ...new Set([...programs, ...builtins, ...hostCommandNames, 'aws', 'help', 'sleep']),
].sort();

const done = (stdout: string): ExecResult => ({ stdout, stderr: '', exitCode: 0, stdoutKind: 'text' });
const failed = (stderr: string, exitCode = 1): ExecResult => ({ stdout: '', stderr: `${stderr}\n`, exitCode });

/** The commands that are ours, on this line's account. `fail` is told of bugs, which just-bash would print as a failure. */
export function ownCommands(
  account: LineAccount,
  session: HostSession,
  dice: Dice,
  fail: (error: unknown) => void,
): CustomCommand[] {
  const own: Record<string, (args: string[], context: ResolvedCommandContext) => Promise<ExecResult>> = {
    aws: async (args, context) => {
      try {
        return { ...(await runAws(account, args, commandContext(context))), stdoutKind: 'text' };
      } catch (error) {
        fail(error);
        throw error;
      }
    },
    sleep: async (args) => ({ ...runSleep(account, args), stdoutKind: 'text' }),
    date: (args, context) => date(account, args, context),
    [helpCommand]: async () => done(helpText()),
    [randomCommand]: async () => done(`${dice.roll()}\n`),
    [secondsCommand]: async (args, context) => done(`${seconds(account, args, context)}\n`),
    ...hostCommands(session, fail),
  };
  for (const name of absent) own[name] = async () => failed(`bash: ${name}: command not found`, 127);
  return Object.entries(own).map(([name, run]) => defineCommand(name, run));
}

const commandContext = (context: ResolvedCommandContext) => ({
  env: context.env,
  stdin: decode(String(context.stdin)),
  readFile: async (path: string) => {
    const whole = context.fs.resolvePath(context.cwd, path);
    return (await context.fs.exists(whole)) && (await context.fs.stat(whole)).isFile
      ? context.fs.readFile(whole)
      : undefined;
  },
});

// Pipes carry one byte in each character.
const decode = (bytes: string): string =>
  new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));

/** just-bash's `date`, told the simulated time. */
async function date(account: LineAccount, args: string[], context: ResolvedCommandContext): Promise<ExecResult> {
  const other = args.find((arg) => /^(-[uRI]*[drs]|--(date|reference|set|file))/.test(arg));
  if (other) return failed(`date: ${new NotModelled(`the option ${other} of date`).message}`);
  if (!context.origCommand) throw new Error('the shell was made without its own date');
  return context.origCommand(['-d', `@${Math.floor(account.world.now / 1000)}`, ...args]);
}

/** `$SECONDS`: since the line began, or on from the number it was set to, on this line or an earlier one. */
function seconds(account: LineAccount, [option, from]: string[], context: ResolvedCommandContext): number {
  const now = Math.floor(account.world.now / 1000);
  // The variable holds the second at which the count was nought.
  if (option === '--from') return now - (Number.parseInt(from ?? '', 10) || 0);
  const start = context.env.get('SECONDS');
  return start === undefined ? account.elapsedSeconds : now - Number(start);
}
