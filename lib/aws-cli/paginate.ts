import type { Call, Outcome } from '@/lib/engine/execute';
import type { Ec2Client } from './client';
import { isObject, JsonError, type JsonObject, parseJson } from './json';
import type { Paging } from './read-request';
import { generalError } from './usage-error';

/** The pages of one describe call, or the outcome that refused one. */
export type Pages =
  | {
      readonly pages: readonly JsonObject[];
      /** The member that holds the rows; undefined when an answer has none. */
      readonly rowsName: string | undefined;
      /** For `--starting-token`, when `--max-items` ended it early. */
      readonly resume: string | undefined;
    }
  | { readonly refused: Extract<Outcome, { ok: false }> };

/**
 * Call until there is no further page, as the CLI does by itself. Makes a call for each page.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html
 */
export function fetchPages(client: Ec2Client, call: Call, paging: Paging): Pages {
  const start = readToken(paging.startingToken);
  const pages: JsonObject[] = [];
  let token = start.token;
  let skip = start.skip;
  let seen = 0;
  let rowsName: string | undefined;
  for (;;) {
    const input = {
      ...call.input,
      ...(paging.pageSize !== undefined && { MaxResults: paging.pageSize }),
      ...(token !== undefined && { NextToken: token }),
    };
    const outcome = client.call(call.operation, input);
    if (!outcome.ok) return { refused: outcome };
    const output: JsonObject = { ...outcome.output };
    rowsName = Object.keys(output).find((name) => Array.isArray(output[name]));
    if (rowsName === undefined) return { pages: [...pages, {}], rowsName, resume: undefined };
    const given = output[rowsName];
    const rows = Array.isArray(given) ? given.slice(skip) : [];
    const room = (paging.maxItems ?? Number.POSITIVE_INFINITY) - seen;
    if (rows.length > room) {
      // Python slices: a negative number of items counts from the end.
      const kept = rows.slice(0, room);
      pages.push({ [rowsName]: kept });
      return { pages, rowsName, resume: writeToken(token, room + skip) };
    }
    pages.push({ [rowsName]: rows });
    seen += rows.length;
    skip = 0;
    if (typeof output.NextToken !== 'string') return { pages, rowsName, resume: undefined };
    if (output.NextToken === token && pages.length > 1) {
      throw generalError(`Error during pagination: The same next token was received twice: {'NextToken': '${token}'}`);
    }
    token = output.NextToken;
    if (seen === paging.maxItems) return { pages, rowsName, resume: writeToken(token) };
  }
}

/** All pages as one answer. */
export function joinPages({ pages, rowsName, resume }: Exclude<Pages, { refused: object }>): JsonObject {
  if (rowsName === undefined) return {};
  const rows = pages.flatMap((page) => page[rowsName]);
  return { [rowsName]: rows, ...(resume !== undefined && { NextToken: resume }) };
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
