import 'server-only';
import type { Incoming } from './incoming';
import { UserError } from './user-error';

/** A request's body may be this long; a command line's own limit is 64 kB. */
export const maxBodyBytes = 262_144;

/** Whether a request may change something. Next answers HEAD with the handler of GET. */
export const isWrite = ({ method }: Pick<Request, 'method'>): boolean => method !== 'GET' && method !== 'HEAD';

export const tooLarge = (): UserError =>
  new UserError('TooLarge', `A request may be ${maxBodyBytes / 1024} kB long. Send less at once.`);

/** The body as text; refused with 413 as soon as it is longer than any request of ours. */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  if (!request.body) return '';
  // A loop over the stream takes nearly twice as long as its reader.
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    length += value.byteLength;
    if (length > maxBodyBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}

/** A request as Next gives it. */
export const incomingOf = (request: Request): Incoming => {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    url: pathname + search,
    header: (name) => request.headers.get(name) ?? undefined,
    body: () => readBody(request),
  };
};

type Asked = Omit<Incoming, 'body'>;

const queryOf = ({ url }: Asked): URLSearchParams => new URLSearchParams(url.split(/\?(.*)/s, 2)[1]);

/**
 * Query or JSON body, and what the path says: each name once, so that no reading of a request can differ from ours.
 * Refuses a body that is not JSON (400), not called so (415), or no object (422). A write may have no body.
 */
export function parseRequest(
  request: Asked,
  text: string,
  path: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const sent = isWrite(request) ? fromJson(request, text) : fromQuery(queryOf(request));
  const twice = Object.keys(path).find((name) => Object.hasOwn(sent, name));
  if (twice) throw new UserError('InvalidInput', `${twice}: the address says this already. Leave it out.`);
  return { ...sent, ...path };
}

function fromQuery(parameters: URLSearchParams): Record<string, unknown> {
  const sent = Object.fromEntries(parameters);
  if (Object.keys(sent).length < parameters.size) {
    throw new UserError('InvalidInput', 'A parameter is given twice. Send each one once.');
  }
  return sent;
}

function fromJson({ header }: Asked, text: string): Record<string, unknown> {
  if (text === '') return {};
  if (!/^application\/json\s*(;|$)/i.test(header('content-type') ?? '')) {
    throw new UserError('UnsupportedMediaType', 'Send JSON, with Content-Type: application/json.');
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new UserError('InvalidJson', 'The request is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new UserError('InvalidInput', 'The request must be a JSON object.');
  }
  // It is an object, and JSON names its members by strings.
  return body as Record<string, unknown>;
}

/** Whether CSV is asked for rather than JSON: by the Accept header, or by `?format=csv`, which a link can say too. */
export function wantsCsv(request: Asked): boolean {
  if (queryOf(request).get('format') === 'csv') return true;
  const wanted = (request.header('accept') ?? '').split(',').map((entry) => {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    return { type, quality };
  });
  const qualityOf = (...types: string[]) => wanted.find(({ type }) => types.includes(type))?.quality ?? 0;
  return qualityOf('text/csv') > qualityOf('application/json');
}
