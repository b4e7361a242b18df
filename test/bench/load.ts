import { Agent, request } from 'node:http';

/** A client that costs little beside what it measures: kept connections, nothing decoded that nobody reads. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true });
  constructor(readonly url: string) {}

  /** Sends one request and reads its answer to the end. Throws unless it is a 2xx. */
  send(
    path: string,
    {
      method = 'GET',
      headers = {},
      body,
    }: { method?: string; headers?: Record<string, string>; body?: object | string } = {},
  ): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: () => string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.url}${path}`,
        {
          agent: this.#agent,
          method,
          headers: {
            ...(method !== 'GET' && { origin: this.url }),
            ...(typeof body === 'object' && { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('end', () => {
            const status = answer.statusCode ?? 0;
            const text = () => Buffer.concat(chunks).toString();
            if (status >= 200 && status < 300) resolve({ status, headers: answer.headers, text });
            else reject(new Error(`${method} ${path} answered ${status}: ${text().slice(0, 500)}`));
          });
          answer.once('error', reject);
        },
      );
      sent.once('error', reject);
      sent.end(typeof body === 'object' ? JSON.stringify(body) : body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Does something over and over, `lanes` at a time, for about `ms`. @returns how often in a second */
export async function rate(work: () => Promise<unknown>, { lanes = 8, ms = 1_500 } = {}): Promise<number> {
  let done = 0;
  const from = performance.now();
  const lane = async () => {
    while (performance.now() - from < ms) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (done * 1_000) / (performance.now() - from);
}
