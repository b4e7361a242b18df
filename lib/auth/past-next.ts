import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stringifySetCookie } from 'cookie';
import findMyWay from 'find-my-way';
import { during, type Incoming, type Outgoing } from './incoming';
import { maxBodyBytes, tooLarge } from './request';

/** Answers a request; `params` are what its path says. Never rejects. */
export type Answer = (request: Incoming, params: Readonly<Record<string, string | undefined>>) => Promise<Outgoing>;

type Served = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Each address with its `Answer`, or with none where Next is to answer. */
const addresses = findMyWay<findMyWay.HTTPVersion.V1>();

/**
 * Let the built server answer an address itself: Next takes longer to hand a request to its route than most routes take to
 * answer it. `id` is an endpoint's, as `POST /api/v1/labs/{slug}/open`. Without an answer the address stays Next's, whatever
 * other address it would fit.
 */
export function servePastNext(id: string, answer?: Answer): void {
  const [method, path = ''] = id.replaceAll(/\{(\w+)\}/g, ':$1').split(' ');
  // An endpoint's id begins with its method.
  addresses.on(method as findMyWay.HTTPMethod, path, () => {}, answer);
  // The server cannot import what Next has bundled, so this is where lib/setup/serve.mjs finds it.
  Object.assign(globalThis, { patchbayAnswer: findAnswer });
}

/** What answers a request; undefined where Next is to. It also gets what is percent-encoded: one reading of that is enough. */
export function findAnswer({ method, url = '' }: IncomingMessage): Served | undefined {
  const [path = ''] = url.split('?', 1);
  if (path.includes('%')) return undefined;
  // Of other methods it has no address.
  const found = addresses.find(method as findMyWay.HTTPMethod, path);
  if (!found || Object.values(found.params).includes('')) return undefined;
  // As it was stored above.
  const answer: Answer | undefined = found.store;
  return answer && ((request, response) => serve(answer, request, response, found.params));
}

/** Answer a request of Node's own server. Headers that the response has already stay. */
export async function serve(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  params: Readonly<Record<string, string | undefined>> = {},
): Promise<void> {
  const incoming: Incoming = {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    header(name) {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    body: () => bodyOf(request),
  };
  const { result, cookies } = await during(incoming, () => answer(incoming, params));
  if (response.destroyed) return;
  response.statusCode = result.status;
  for (const { name, value, options } of cookies) {
    response.appendHeader('set-cookie', stringifySetCookie(name, value, options));
  }
  response.setHeaders(new Map(Object.entries(result.headers))).end(result.text);
}

/** The body as text. What is too long is refused at once; Node reads the rest away when the refusal is sent. */
function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.byteLength;
      chunks.push(chunk);
      if (length > maxBodyBytes) refuse();
    };
    const refuse = () => {
      request.off('data', take);
      reject(tooLarge());
    };
    if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return refuse();
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    // Sent to the end or not; if not, nobody is left to be told.
    request.once('close', refuse);
  });
}
