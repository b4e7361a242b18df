import 'server-only';

/** One command of `npm run admin`. */
export interface AdminCommand {
  readonly name: string;
  /** The line as one types it. */
  readonly usage: string;
  /** A phrase for the list, without a full stop. */
  readonly summary: string;
  /** More sentences for --help. */
  readonly details: readonly string[];
  /** Names of its options, each with a value. */
  readonly options: readonly string[];
  run(options: Readonly<Record<string, string | undefined>>, words: readonly string[]): Promise<void>;
}

/** The line is wrong: shown with the command's help. */
export class UsageError extends Error {}

/** The command cannot be done: the sentence says why. */
export class Refusal extends Error {}

export const needed = (options: Readonly<Record<string, string | undefined>>, name: string): string => {
  const value = options[name];
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
};

export const oneFile = (words: readonly string[]): string => {
  const [file, ...rest] = words;
  if (file === undefined || rest.length > 0) throw new UsageError('Name one file.');
  return file;
};

export const noWords = (words: readonly string[]): void => {
  if (words.length > 0) throw new UsageError(`'${words[0]}' is no option. Options begin with --.`);
};
