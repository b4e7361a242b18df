import 'server-only';
import { createHash } from 'node:crypto';
import { KeyTaken } from '@/lib/db/errors';
import { findAnswer, type Remember } from '@/lib/db/idempotency';
import { invalid } from './action';
import { type Caller, findCaller, requireAccess, requireSameOrigin } from './caller';
import type { Endpoint, TextFile } from './endpoint';
import { eventStream, type Subscribe } from './event-stream';
import type { Incoming, Outgoing } from './incoming';
import { permissions } from './permissions';
import { refuseUnreadable } from './readable';
import { incomingOf, isWrite, parseRequest, wantsCsv } from './request';
import { writeCookie } from './session';
import { refusalStatus, UserError } from './user-error';

/** Next gives an address without parameters none at all. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/**
 * The door of every route handler: who is calling, what was sent (400 not JSON, 413 too long, 422 not the schema),
 * then the use case. Answers are JSON and private. The same Idempotency-Key answers what it answered before.
 */
export function route(endpoint: Endpoint) {
  return async (request: Request, context: Context): Promise<Response> => {
    const incoming = incomingOf(request);
    const { subscribe, status, headers, text } = await answer(endpoint, incoming, (await context.params) ?? {});
    return subscribe ? eventStream(subscribe, request.signal) : new Response(text, { status, headers });
  };
}

/** `subscribe` instead of a text where it is a stream. */
type Answered = Outgoing & { readonly subscribe?: Subscribe };

/** What an endpoint answers to a request with these path parameters. Never rejects. */
export async function answer(
  endpoint: Endpoint,
  request: Incoming,
  params: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const arrivedAt = new Date();
  try {
    return await answerWhole(endpoint, request, params, arrivedAt);
  } catch (error) {
    if (error instanceof UserError) return refused(error);
    // The one place where a bug of an API call is seen: the log gets it whole, the caller a sentence.
    console.error(error);
    return json(500, { error: { code: 'Internal', message: whyInternal(error) } });
  }
}

/** While developing the reason itself, which may be content that is wrong, by file and line. */
const whyInternal = (error: unknown): string =>
  process.env.NODE_ENV === 'development' && error instanceof Error
    ? error.message
    : 'Something went wrong here. Nothing was changed; try again.';

/** What every address under /api/ answers that is none: the same to everyone, whoever calls and whatever was sent. */
export const noSuchAddress = (): Response => {
  const { text, ...init } = refused(
    new UserError('NotFound', 'There is no such address. What there is stands in /api/v1/openapi.json.'),
  );
  return new Response(text, init);
};

async function answerWhole(
  endpoint: Endpoint,
  request: Incoming,
  params: Readonly<Record<string, unknown>>,
  arrivedAt: Date,
): Promise<Answered> {
  const access = permissions[endpoint.id];
  const writes = isWrite(request);
  const text = writes ? await request.body() : '';
  const known = await findCaller();
  const caller = access === 'anyone' ? known : await requireAccess(access, known);
  if (writes) await requireSameOrigin();

  const key = writes ? request.header('idempotency-key') : undefined;
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new UserError('InvalidInput', 'Idempotency-Key: use 1 to 200 printable characters.');
  }
  const sent = parseRequest(request, text, params);
  refuseUnreadable(sent);
  const parsed = endpoint.input.safeParse(sent);
  if (!parsed.success) throw invalid(parsed.error);

  const status = endpoint.status ?? 200;
  const once = key !== undefined && caller ? { caller, key, request: digestOf(request, text) } : undefined;
  const keep = <T>(toBody: (result: T) => unknown): Remember<T> | undefined =>
    once && {
      key: once.key,
      request: once.request,
      answer: (result) => ({ status, body: endpoint.again ? '' : JSON.stringify(toBody(result)) }),
    };
  // Before the work, which may sign this browser out.
  if (caller?.session?.renew) await writeCookie(caller.session.id);
  try {
    // The schema parsed above is this endpoint's own, so the handler's input is of its type.
    const answered = await endpoint.handle(caller, parsed.data as never, keep, arrivedAt);
    // So is what the handler answers.
    if (endpoint.streams) return { ...json(status, {}), subscribe: answered as Subscribe };
    const file = wantsCsv(request) && endpoint.csv?.(answered as never);
    const answer = endpoint.isText
      ? textFile('text/plain; charset=utf-8', answered as TextFile)
      : file
        ? textFile('text/csv; charset=utf-8; header=present', file)
        : json(status, answered);
    return { ...answer, headers: { ...answer.headers, ...endpoint.headers } };
  } catch (error) {
    const earlier = once && mayBeRepeated(error) && (await findStored(once));
    if (!earlier) throw error;
    return endpoint.again
      ? json(earlier.status, await endpoint.again(caller, parsed.data as never))
      : { status: earlier.status, headers: jsonHeaders, text: earlier.body };
  }
}

/**
 * Whether a write failed as one does that was done before: its key is stored, or the state that it was made for is over.
 * Looking up every key first would cost each write a statement, and would not see a twin that is still under way.
 */
const mayBeRepeated = (error: unknown): boolean =>
  error instanceof KeyTaken || (error instanceof UserError && error.code === 'Conflict');

const digestOf = ({ method, url }: Incoming, text: string): string =>
  createHash('sha256')
    .update(`${method} ${url.split('?', 1)[0]}\n${text}`)
    .digest('hex');

async function findStored(once: {
  caller: Caller;
  key: string;
  request: string;
}): Promise<{ status: number; body: string } | undefined> {
  const stored = await findAnswer(once.caller.user.id, once.key);
  if (!stored) return undefined;
  if (stored.request !== once.request) {
    throw new UserError(
      'InvalidInput',
      'This Idempotency-Key was used for another request. Use a new key for each write.',
    );
  }
  return stored;
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' };

const json = (status: number, body: unknown): Outgoing => ({
  status,
  headers: jsonHeaders,
  text: JSON.stringify(body),
});

const textFile = (type: string, { fileName, text }: TextFile): Outgoing => ({
  status: 200,
  headers: {
    ...jsonHeaders,
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}"`,
  },
  text,
});

function refused(error: UserError): Outgoing {
  const { retryAfterSeconds, ...details } = error.details;
  const answer = json(refusalStatus[error.code], { error: { code: error.code, message: error.message, ...details } });
  if (!retryAfterSeconds) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } };
}
