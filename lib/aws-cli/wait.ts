import { NotModelled } from '@/lib/engine/aws-error';
import type { Outcome } from '@/lib/engine/execute';
import { invalidChoice } from './choices';
import type { CommandContext, Ec2Client } from './client';
import { findCommand } from './commands';
import { waiterHelp, waitHelp } from './help';
import { commandName } from './names';
import { parseQuery } from './query/parse-query';
import { runQuery } from './query/run-query';
import { readRequest } from './read-request';
import { skeletonOf } from './skeleton';
import { generalError, UsageError } from './usage-error';
import { type Acceptor, type Waiter, waiters, waiterWords } from './waiters';
import { sortWords } from './words';

/** Waiters whose call is modelled, by their word. */
const modelled = new Map(
  waiters
    .filter(({ operation }) => findCommand(commandName(operation)))
    .map((waiter) => [commandName(waiter.name), waiter]),
);
export const modelledWaiters: readonly string[] = [...modelled.keys()].sort();

/**
 * `aws ec2 wait <condition>`: poll until the condition holds, letting simulated time pass in between. Answers what it
 * prints, which is nothing but help. Ends with 255 when the condition cannot come true or does not in time.
 */
export async function runWait(
  client: Ec2Client,
  words: readonly string[],
  context: CommandContext,
  paginate: boolean,
  /** Called before the first poll; may refuse. */
  check: () => void,
): Promise<string> {
  const { positional: word, rest } = sortWords(words, {
    options: new Map(),
    positional: { name: 'subcommand', required: false },
  });
  if (word === undefined) {
    throw new UsageError('\nusage: aws [options] ec2 wait <subcommand> [parameters]\naws: error: too few arguments\n');
  }
  if (word === 'help') return waitHelp(modelledWaiters);
  const waiter = modelled.get(word);
  const command = waiter && findCommand(commandName(waiter.operation));
  if (!waiter || !command) {
    if (waiterWords.includes(word)) throw new NotModelled(`the waiter ${word}`);
    throw invalidChoice('subcommand', word, waiterWords);
  }
  const request = await readRequest(command, rest, context, paginate);
  if (request.kind === 'help') return waiterHelp(word, waiter, command);
  if (request.kind === 'skeleton') return skeletonOf(command.operation);
  check();
  poll(client, waiter, request.call.input);
  return '';
}

function poll(client: Ec2Client, waiter: Waiter, input: object): void {
  let last: Acceptor | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = client.call(waiter.operation, input);
    if (!outcome.ok && outcome.error instanceof NotModelled) throw outcome.error;
    const met = waiter.acceptors.find((acceptor) => holds(acceptor, outcome));
    if (!met && !outcome.ok)
      throw failed(waiter, `An error occurred (${outcome.error.code}): ${outcome.error.message}`);
    if (met?.state === 'success') return;
    if (met?.state === 'failure') {
      throw failed(waiter, `Waiter encountered a terminal failure state: ${explanation(met)}`);
    }
    last = met ?? last;
    if (attempt >= waiter.maxAttempts) {
      throw failed(waiter, `Max attempts exceeded${last ? `. Previously accepted state: ${explanation(last)}` : ''}`);
    }
    client.sleep(waiter.delay);
  }
}

const failed = (waiter: Waiter, reason: string): UsageError => generalError(`Waiter ${waiter.name} failed: ${reason}`);

function holds({ matcher, argument = '@', expected }: Acceptor, outcome: Outcome): boolean {
  if (matcher === 'error') return !outcome.ok && outcome.error.code === expected;
  if (!outcome.ok) return matcher === 'status' && outcome.error.status === expected;
  if (matcher === 'status') return expected === 200;
  const found = runQuery(parseQuery(argument), outcome.output);
  if (matcher === 'path') return found === expected;
  if (!Array.isArray(found)) return false;
  if (matcher === 'pathAny') return found.includes(expected);
  return found.length > 0 && found.every((member) => member === expected);
}

function explanation({ matcher, argument, expected }: Acceptor): string {
  if (matcher === 'error') return `Matched expected service error code: ${expected}`;
  if (matcher === 'status') return `Matched expected HTTP status code: ${expected}`;
  const where = `For expression "${argument}"`;
  // "excepted" is the CLI's.
  if (matcher === 'pathAll') return `${where} all members matched excepted path: "${expected}"`;
  return `${where} we matched expected path: "${expected}"${matcher === 'pathAny' ? ' at least once' : ''}`;
}
