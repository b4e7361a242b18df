/** A refusal of the API, or no answer at all (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Call API v1 as this browser. A write carries an idempotency key, so when the answer is lost on its way it is asked
 * for again (three times, a little later each) and nothing is done twice.
 */
export async function api<T>(method: 'GET' | 'POST' | 'PUT', path: string, body: object = {}): Promise<T> {
  const init: RequestInit = { method, cache: 'no-store' };
  if (method !== 'GET') {
    init.headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    init.body = JSON.stringify(body);
  }
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(`/api/v1${path}`, init).catch(() => undefined);
    // Our own routes of the same build answer here; their shapes are pinned by the API's tests.
    if (response?.ok) return (await response.json()) as T;
    if (response && response.status < 500) throw new ApiError(response.status, await messageOf(response));
    if (tries === 3) {
      throw new ApiError(response?.status ?? 0, 'The server does not answer. What you did before is kept; try again.');
    }
    await pause(400 * 2 ** tries);
  }
}

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' ? message : `The server answered ${response.status}.`;
}
