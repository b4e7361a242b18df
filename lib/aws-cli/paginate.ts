import type { Call, Outcome } from '@/lib/engine/execute';
import type { Ec2Client } from './client';
import { isObject, JsonError, type JsonObject, parseJson } from './json';
import type { Paging } from './read-request';
import { generalError } from './usage-error';

/** The pages of one describe call, or the outcome that refused one. */
export type Pages =
  | {
      /** The answers, each with those of its rows that are to be shown. */
      readonly pages: readonly JsonObject[];
      /** The members that hold rows; none when an answer has none. */
      readonly rowNames: readonly string[];
      /** For `--starting-token`, when `--max-items` ended it early. */
      readonly resume: string | undefined;
    }
  | { readonly refused: Extract<Outcome, { ok: false }> };

/** Operations whose answers have several lists of rows: the CLI counts those of the first and shows them in this order. */
const severalRows: { readonly [operation: string]: readonly string[] } = {
  DescribeVpcEndpointServices: ['ServiceDetails', 'ServiceNames'],
};

/**
 * Call until there is no further page, as the CLI does by itself. Makes a call for each page.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html
 */
export function fetchPages(client: Ec2Client, call: Call, paging: Paging): Pages {
  const start = readToken(paging.startingToken);
  const pages: JsonObject[] = [];
  let token = start.token;
  let seen = 0;
  for (;;) {
    const input = {
      ...call.input,
      ...(paging.pageSize !== undefined && { MaxResults: paging.pageSize }),
      ...(token !== undefined && { NextToken: token }),
    };
    const outcome = client.call(call.operation, input);
    if (!outcome.ok) return { refused: outcome };
    const output: JsonObject = { ...outcome.output };
    const rowNames = rowNamesOf(call.operation, output);
    const [first, ...others] = rowNames;
    if (first === undefined) return { pages: [...pages, output], rowNames, resume: undefined };
    const resumes = pages.length === 0 && paging.startingToken !== undefined;
    const skip = resumes ? start.skip : 0;
    const rows = rowsOf(output, first).slice(skip);
    // With a token the other lists were shown before.
    const beside = Object.fromEntries(others.map((name) => [name, resumes ? [] : rowsOf(output, name)]));
    const room = (paging.maxItems ?? Number.POSITIVE_INFINITY) - seen;
    if (rows.length > room) {
      // Python slices: a negative number of items counts from the end.
      pages.push({ ...output, [first]: rows.slice(0, room), ...beside });
      return { pages, rowNames, resume: writeToken(token, room + skip) };
    }
    pages.push({ ...output, [first]: rows, ...beside });
    seen += rows.length;
    if (typeof output.NextToken !== 'string') return { pages, rowNames, resume: undefined };
    if (output.NextToken === token && pages.length > 1) {
      throw generalError(`Error during pagination: The same next token was received twice: {'NextToken': '${token}'}`);
    }
    token = output.NextToken;
    if (seen === paging.maxItems) return { pages, rowNames, resume: writeToken(token) };
  }
}

const rowNamesOf = (operation: string, output: JsonObject): readonly string[] =>
  (Object.hasOwn(severalRows, operation) && severalRows[operation]) ||
  Object.keys(output)
    .filter((name) => Array.isArray(output[name]))
    .slice(0, 1);

function rowsOf(output: JsonObject, name: string): readonly unknown[] {
  const rows = output[name];
  return Array.isArray(rows) ? rows : [];
}

/** What the CLI keeps of a page, in its own order. */
export const rowsOnly = (page: JsonObject, rowNames: readonly string[]): JsonObject =>
  Object.fromEntries(rowNames.map((name) => [name, rowsOf(page, name)]));

/** All pages as one answer. */
export function joinPages({ pages, rowNames, resume }: Exclude<Pages, { refused: object }>): JsonObject {
  const joined = rowNames.map((name) => [name, pages.flatMap((page) => rowsOf(page, name))]);
  return { ...Object.fromEntries(joined), ...(joined.length > 0 && resume !== undefined && { NextToken: resume }) };
}

// The CLI's tokens are the service's token, and how many rows of its page were shown already.
function writeToken(token: string | undefined, shown?: number): string {
  const amount = shown === undefined ? '' : `, "boto_truncate_amount": ${shown}`;
  return btoa(`{"NextToken": ${token === undefined ? 'null' : JSON.stringify(token)}${amount}}`);
}

function readToken(text: string | undefined): { token: string | undefined; skip: number } {
  const given = text === undefined ? undefined : fromBase64Json(text);
  // Not one of the CLI's tokens, so the service's own.
  if (!isObject(given)) return { token: text, skip: 0 };
  const { NextToken, boto_truncate_amount: shown } = given;
  return {
    token: typeof NextToken === 'string' ? NextToken : undefined,
    skip: typeof shown === 'number' && shown > 0 ? Math.floor(shown) : 0,
  };
}

function fromBase64Json(text: string): unknown {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  try {
    return parseJson(atob(text));
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}
