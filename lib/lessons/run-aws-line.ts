import type { CommandContext } from '@/lib/aws-cli/client';
import { failureOf, runAws } from '@/lib/aws-cli/run-aws';
import { splitWords } from '@/lib/aws-cli/split-words';
import { exitCodes, type UsageError, valueError } from '@/lib/aws-cli/usage-error';
import type { World } from '@/lib/engine/world';
import { LineAccount } from '@/lib/shell/account';
import { defaultLimits } from '@/lib/shell/line';
import { runSleep } from '@/lib/shell/sleep';
import type { Said } from './experiment';

/** What came of one line in an experiment's account. */
export interface AwsLineResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** AWS's code when a call was refused: it changed nothing. */
  readonly refused?: string;
  /** Ids of the records that the line touched: what the picture marks. */
  readonly changed: readonly string[];
  /** Simulated seconds that went by, where the line was to let time pass: `sleep`, `aws … wait`. */
  readonly waitedSeconds?: number;
}

/**
 * Run one `aws …` line, or `sleep`, on an account without a shell around it; changes `world`. `variables` stand for `$NAME`.
 * What needs more than that is refused with a sentence on stderr, as the programs' own refusals are.
 */
export async function runAwsLine(
  world: World,
  variables: Readonly<Record<string, string>>,
  line: string,
): Promise<AwsLineResult> {
  const account = new LineAccount(world, defaultLimits.calls, () => {});
  try {
    const [program, ...words] = splitWords(line, variables);
    if (program !== 'aws' && program !== 'sleep') throw onlyAws(program);
    const result = program === 'aws' ? await runAws(account, words, contextOf(variables)) : runSleep(account, words);
    const refused = /^An error occurred \(([\w.]+)\) when calling/m.exec(result.stderr)?.[1];
    // What fell due meanwhile has happened in the picture too.
    if (account.waited) account.settle();
    return {
      ...result,
      ...(refused !== undefined && { refused }),
      ...(account.waited && { waitedSeconds: account.elapsedSeconds }),
      changed: account.changedIds,
    };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return { stdout: '', stderr: failure.message, exitCode: failure.exitCode, changed: [] };
  }
}

const onlyAws = (program: string | undefined): UsageError =>
  program === undefined
    ? valueError('Nothing to run. A command begins with aws ec2.')
    : valueError(`Only aws and sleep run here, and this line begins with ${short(program)}. A lab has a whole shell.`);

const short = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}…` : word);

const contextOf = (variables: Readonly<Record<string, string>>): CommandContext => ({
  env: new Map(Object.entries(variables)),
  stdin: '',
  readFile: async () => undefined,
});

/** Whether a line did what its experiment says of it. */
export function isAsSaid(said: Said, { refused, stdout, exitCode }: AwsLineResult): boolean {
  if ('refused' in said) return refused === said.refused;
  return exitCode === exitCodes.ok && (!('prints' in said) || stdout.includes(said.prints));
}
