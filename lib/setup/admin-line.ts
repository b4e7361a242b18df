import 'server-only';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UserError } from '@/lib/auth/user-error';
import { closeDatabase } from '@/lib/db/database';
import { EmailTaken, LastAdministrator } from '@/lib/db/errors';
import { createTokenCommand, createUser, resetPassword, setRoleCommand } from './admin-accounts';
import { type AdminCommand, Refusal, UsageError } from './admin-command';
import { backupCommand, exportCommand, importCommand, restoreCommand } from './admin-data';
import { demo } from './admin-demo';

const commands: readonly AdminCommand[] = [
  createUser,
  setRoleCommand,
  resetPassword,
  createTokenCommand,
  demo,
  backupCommand,
  restoreCommand,
  exportCommand,
  importCommand,
];

const overview = () =>
  [
    'npm run admin -- COMMAND',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(16)}${summary}`),
    '',
    'npm run admin -- COMMAND --help says more. DATABASE_URL names the database, as for the server.',
  ].join('\n');

const helpOf = ({ usage, summary, details }: AdminCommand) =>
  [`npm run admin -- ${usage}`, '', `${summary}.`, ...details].join('\n');

/** Runs one command line of `npm run admin`. @returns the exit code: 0 done, 1 refused, 2 a wrong line */
export async function runAdmin([name, ...words]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(overview());
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    console.error(`There is no command '${name}'.\n\n${overview()}`);
    return 2;
  }
  try {
    const options = Object.fromEntries(command.options.map((option) => [option, { type: 'string' as const }]));
    const { values, positionals } = parseArgs({
      args: words,
      options: { ...options, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    const { help, ...given } = values;
    if (help) {
      console.log(helpOf(command));
      return 0;
    }
    // `help` was the only one that is not a string.
    await command.run(given as Record<string, string | undefined>, positionals);
    return 0;
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) {
      console.error(`${error.message}\n\n${helpOf(command)}`);
      return 2;
    }
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    return 1;
  } finally {
    await closeDatabase();
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** What is said of a refusal; undefined for a bug, which is shown whole. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Refusal || error instanceof UserError) return error.message;
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('\n');
  if (error instanceof EmailTaken) return 'An account with this address exists already.';
  if (error instanceof LastAdministrator) return 'This is the only administrator. Make another one first.';
  return undefined;
}
