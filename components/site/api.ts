/** A refusal of the API, or no answer at all (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
    /** What won a conflict. */
    readonly current?: unknown,
  ) {
    super(message);
  }
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
  /** The Idempotency-Key of a write. */
  readonly key?: string;
  /** Sent although the page is gone; at most 64 kB. */
  readonly keepalive?: boolean;
}

/** Ask API v1 once, as this browser. Throws ApiError. */
export async function ask<T>(path: string, { method, body, key, keepalive = false }: Call): Promise<T> {
  const init: RequestInit = { method, cache: 'no-store', keepalive };
  if (body) {
    init.headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(`/api/v1${path}`, init).catch(() => undefined);
  // Our own routes of the same build answer here; their shapes are pinned by the API's tests.
  if (response?.ok) return (await response.json().catch(() => Promise.reject(unanswered(0)))) as T;
  throw response && response.status < 500 ? await refusalOf(response) : unanswered(response?.status ?? 0);
}

/**
 * Ask again while no answer comes (three times, a little later each): for reads, and for writes whose `key` or version
 * keeps them from being done twice.
 */
export async function askOften<T>(path: string, call: Call): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask<T>(path, call);
    } catch (error) {
      if (tries === 3 || !(error instanceof ApiError) || !isAway(error.status)) throw error;
      await new Promise((done) => setTimeout(done, 400 * 2 ** tries));
    }
  }
}

/** Whether a status means that the server did not answer. */
export const isAway = (status: number): boolean => status === 0 || status >= 500;

/** A new Idempotency-Key. `crypto.randomUUID` is missing where a school serves its site without https. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const unanswered = (status: number): ApiError =>
  new ApiError(status, 'The server does not answer. What you did before is kept; try again.');

async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const error = memberOf(body, 'error');
  const message = memberOf(error, 'message');
  return new ApiError(
    response.status,
    typeof message === 'string' ? message : `The server answered ${response.status}.`,
    memberOf(error, 'current'),
  );
}

/** A member of a value that may be no object. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
