import { NotModelled } from '@/lib/engine/aws-error';
import type { Call, Outcome } from '@/lib/engine/execute';
import type { CommandContext, CommandResult, Ec2Client } from './client';
import { checkRegion, type Globals } from './globals';
import { commandHelp } from './help';
import { jsonOutput } from './output/json';
import { tableOutput } from './output/table';
import { textOutput } from './output/text';
import { yamlOutput, yamlStreamOutput } from './output/yaml';
import { fetchPages, joinPages, rowsOnly } from './paginate';
import { QueryError } from './query/query-error';
import { runQuery } from './query/run-query';
import { readLine } from './read-line';
import { type Paging, readRequest } from './read-request';
import { skeletonOf } from './skeleton';
import { withCliTimes } from './timestamps';
import { exitCodes, generalError, UsageError } from './usage-error';
import { runWait } from './wait';

/**
 * The `aws` program on a simulated account; `argv` are the words after `aws`. Whatever was typed, it answers: exit
 * code 252 for a line that is wrong, 254 for a call that is refused or not modelled, 255 for the rest.
 */
export async function runAws(
  client: Ec2Client,
  argv: readonly string[],
  context: CommandContext,
): Promise<CommandResult> {
  const printed = { stdout: '', stderr: '' };
  try {
    await run(client, argv, context, printed);
    return { ...printed, exitCode: exitCodes.ok };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return { stdout: printed.stdout, stderr: printed.stderr + failure.message, exitCode: failure.exitCode };
  }
}

/** What a thrown thing leaves on stderr; undefined for a bug. */
export function failureOf(error: unknown): UsageError | undefined {
  if (error instanceof UsageError) return error;
  if (error instanceof NotModelled) return new UsageError(`\n${error.message}\n`, exitCodes.refused);
  if (error instanceof QueryError) return generalError(error.message);
  return undefined;
}

type Printed = { stdout: string; stderr: string };

async function run(
  client: Ec2Client,
  argv: readonly string[],
  context: CommandContext,
  printed: Printed,
): Promise<void> {
  const line = readLine(argv, context);
  if (line.kind === 'text') {
    printed.stdout = line.text;
    return;
  }
  const { globals, program, words } = line;
  if (line.kind === 'wait') {
    printed.stdout = await runWait(client, words, context, globals.paginate, () =>
      checkRegion(program, context, client),
    );
    return;
  }
  const request = await readRequest(line.command, words, context, globals.paginate);
  if (request.kind === 'help') printed.stdout = commandHelp(line.command);
  else if (request.kind === 'skeleton') printed.stdout = skeletonOf(line.command.operation);
  else {
    checkRegion(program, context, client);
    const { call, paging } = request;
    if (globals.debug) printed.stderr = `DEBUG: ${call.operation} ${JSON.stringify(call.input)}\n`;
    const show = (value: unknown) => {
      printed.stdout += format(call.operation, value, globals, context);
    };
    if (paging) showPages(client, call, paging, globals, show);
    else show(answerOf(client.call(call.operation, call.input), call));
  }
}

function showPages(
  client: Ec2Client,
  call: Call,
  paging: Paging,
  globals: Globals,
  show: (value: unknown) => void,
): void {
  const fetched = fetchPages(client, call, paging);
  if ('refused' in fetched) throw refusal(call, fetched.refused.error);
  if (globals.output === 'yaml-stream') {
    for (const page of fetched.pages) show(page);
    return;
  }
  if (globals.output !== 'text') {
    show(joinPages(fetched));
    return;
  }
  // As text, the CLI prints each page by itself, and asks the query of each.
  for (const page of fetched.pages) show(rowsOnly(page, fetched.rowNames));
  if (fetched.resume !== undefined) show({ NextToken: { NextToken: fetched.resume } });
}

function answerOf(outcome: Outcome, call: Call): object {
  if (outcome.ok) return outcome.output;
  throw refusal(call, outcome.error);
}

const refusal = (call: Call, error: Extract<Outcome, { ok: false }>['error']): Error =>
  error instanceof NotModelled
    ? error
    : new UsageError(
        `\nAn error occurred (${error.code}) when calling the ${call.operation} operation: ${error.message}\n`,
        exitCodes.refused,
      );

function format(operation: string, answer: unknown, { output, query }: Globals, context: CommandContext): string {
  const shown = withCliTimes(answer);
  const value = query ? runQuery(query, shown) : shown;
  switch (output) {
    case 'json':
      return jsonOutput(value);
    case 'text':
      return textOutput(value);
    case 'yaml':
      return yamlOutput(value);
    case 'yaml-stream':
      return yamlStreamOutput(value);
    case 'table':
      return tableOutput(operation, value, terminalWidth(context));
  }
}

/** Columns of the terminal as the shell knows them, or the CLI's own guess. */
function terminalWidth({ env }: CommandContext): number {
  const columns = Number(env.get('COLUMNS'));
  return Number.isSafeInteger(columns) && columns > 0 ? columns : 80;
}
