/**
 * Exit codes of the AWS CLI, version 2. Our own gaps (`NotModelled`) end as a refusal does, with 254: the service, as
 * we have it, will not do it.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html
 */
export const exitCodes = { ok: 0, usage: 252, configuration: 253, refused: 254, general: 255 } as const;

/** The line is wrong, or the program cannot go on with it. `message` is all that it leaves on stderr. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    message: string,
    readonly exitCode: number = exitCodes.usage,
  ) {
    super(message);
  }
}

const usage = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

/** Words that the command does not take: the usage, then `message`. */
export const usageError = (message: string): UsageError => new UsageError(`\n${usage}\n${message}\n\n`);

/** What the CLI's argument parser finds wrong. */
export const argumentError = (message: string): UsageError => usageError(`aws: error: ${message}`);

/** A value that cannot be meant. */
export const valueError = (message: string): UsageError => new UsageError(`\n${message}\n`);

export const parameterError = (flag: string, message: string): UsageError =>
  valueError(`Error parsing parameter '${flag}': ${message}`);

/** Anything that the CLI did not foresee; exit code 255. */
export const generalError = (message: string): UsageError => new UsageError(`\n${message}\n`, exitCodes.general);
