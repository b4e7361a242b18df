import type { CommandResult, Ec2Client } from '@/lib/aws-cli/client';

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Sleeping moves the account's clock; a slip of the finger must not put it into another century. */
const mostSleptSeconds = 86_400;

/** The program `sleep`, as coreutils has it: simulated time goes by, and none of anybody's own. `words` are those after its name. */
export function runSleep(client: Pick<Ec2Client, 'sleep'>, words: readonly string[]): CommandResult {
  if (words.length === 0) return failed("sleep: missing operand\nTry 'sleep --help' for more information.");
  let total = 0;
  for (const word of words) {
    const [, number, unit = 's'] = /^(\d+\.?\d*|\.\d+)([smhd])?$/.exec(word) ?? [];
    if (number === undefined) return failed(`sleep: invalid time interval '${word}'`);
    total += Number(number) * (unitSeconds[unit] ?? 1);
  }
  if (total > mostSleptSeconds) return failed('sleep: at most a day (86400 seconds) at a time here');
  client.sleep(total);
  return { stdout: '', stderr: '', exitCode: 0 };
}

const failed = (message: string): CommandResult => ({ stdout: '', stderr: `${message}\n`, exitCode: 1 });
