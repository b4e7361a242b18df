import type { Call } from '@/lib/engine/execute';
import type { CommandContext, CommandResult } from './client';
import { readLine } from './read-line';
import { readRequest } from './read-request';
import { failureOf } from './run-aws';

/** What a line of `aws` is worth before it is run. */
export type ParsedLine =
  | { readonly call: Call }
  /** The line is wrong, or asks for what is not modelled: what the program would print. */
  | { readonly failure: CommandResult };

const nothingAround: CommandContext = { readFile: async () => undefined, env: new Map(), stdin: '' };

/**
 * The one call that a line makes; `argv` are the words after `aws`. Undefined for what makes none or several: help, a
 * skeleton, a waiter. Whether the service would accept the call is not looked at.
 */
export async function parseCall(
  argv: readonly string[],
  context: CommandContext = nothingAround,
): Promise<ParsedLine | undefined> {
  try {
    const line = readLine(argv, context);
    if (line.kind !== 'command') return undefined;
    const request = await readRequest(line.command, line.words, context, line.globals.paginate);
    return request.kind === 'call' ? { call: request.call } : undefined;
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return { failure: { stdout: '', stderr: failure.message, exitCode: failure.exitCode } };
  }
}
