import { request } from 'node:http';
import { action } from '../clients/sign';
import { startServer } from '../server/start-server';
import type { Figure } from './bench';
import { type Learner, newLearner, type ReadyRequest } from './learners';
import { Client } from './load';
import { median, quantile } from './measure';

const tries = 30;
const floodMs = 4_000;
/** Floods of a kind, each against what it was like just before: the slowest of some hundred requests is often the machine's doing. */
const rounds = 3;

/** Requests past a limit are answered at once, and nobody waits because somebody floods. */
export async function hostile(): Promise<Figure[]> {
  const server = await startServer();
  const client = new Client(server.url);
  try {
    const [attacker, other] = [await newLearner(client), await newLearner(client)];
    const figures: Figure[] = [];
    for (const [name, hit] of Object.entries(refusals(server.url, attacker))) {
      const times: number[] = [];
      for (let count = -40; count < tries; count += 1) {
        const from = performance.now();
        await hit();
        if (count >= 0) times.push(performance.now() - from);
      }
      figures.push({ name: `refused: ${name}, ms`, value: median(times) });
    }
    return [...figures, ...(await floods(client, attacker, other))];
  } finally {
    client.close();
    await server.stop();
  }
}

function refusals(url: string, { signed, lineRequest }: Learner): Record<string, () => Promise<unknown>> {
  const sent = (request: ReadyRequest) => refused(url, request);
  const describe = action('DescribeVpcs');
  return {
    'a signed request of 10 MB': sent(signed(`${describe}&a=${'x'.repeat(10_000_000)}`)),
    'a signed request of 43,000 parameters': sent(signed(describe + '&a.1=x'.repeat(43_000))),
    'a list 50,000 deep': sent(signed(`${describe}&Filter${'.1'.repeat(50_000)}=x`)),
    'a list with a gap of 100 million': sent(signed(`${describe}&Filter.100000000.Nam=x`)),
    'a call without a signature': sent({ path: '/api/ec2', method: 'POST', headers: {}, body: describe }),
    'a line of 65 kB': sent(lineRequest(`echo ${'x'.repeat(65_000)}`)),
    'a line of 1 MB': sent(lineRequest('x'.repeat(1_000_000))),
  };
}

/** Of a long body the rest is not sent before there is an answer, or the server's end of the connection races ours. */
const firstPart = 300_000;

/** What sends a request on a connection of its own and reads its refusal. Throws when it is none. */
function refused(url: string, { path, method, headers, body }: ReadyRequest): () => Promise<void> {
  // Not measured: it is the client's work.
  const bytes = Buffer.from(body);
  const length = { 'content-length': String(bytes.length) };
  return () =>
    new Promise((resolve, reject) => {
      const sent = request(url + path, { agent: false, method, headers: { ...headers, ...length } }, (answer) => {
        const status = answer.statusCode ?? 0;
        if (status >= 400 && status < 500) resolve();
        else reject(new Error(`${path} answered ${status}`));
        answer.resume();
        sent.destroy();
      });
      sent.on('error', reject);
      if (bytes.length > firstPart) sent.write(bytes.subarray(0, firstPart));
      else sent.end(bytes);
    });
}

/** What another person's reads and lines take at their slowest while one floods, as a multiple of what they took before. */
async function floods(client: Client, attacker: Learner, other: Learner): Promise<Figure[]> {
  const work = { 'EC2 read': () => other.call('DescribeVpcs'), 'lab line': () => other.line('aws ec2 describe-vpcs') };
  // Signed once: this process has to keep up with the flood.
  const { path, ...longCall } = attacker.signed(action('DescribeVpcs', parameters));
  const kinds = {
    'endless loops': () => attacker.line('while true; do :; done'),
    'lines that print much': () => attacker.line('for i in $(seq 100000); do echo xxxxxxxxxxxxxxxxxxxxxxxxxxx; done'),
    'calls of 4,000 parameters': () => client.send(path, longCall),
  };
  const figures: Figure[] = [];
  for (const [name, one] of Object.entries(work)) {
    await measured(one, 1_500); // Warm up.
    for (const [kind, hit] of Object.entries(kinds)) {
      const ms: [before: number, during: number][] = [];
      for (let round = 0; round < rounds; round += 1) {
        const before = await measured(one, floodMs);
        let on = true;
        const lanes = Array.from({ length: 4 }, async () => {
          while (on) await hit().catch(() => undefined);
        });
        const during = await measured(one, floodMs);
        on = false;
        await Promise.all(lanes);
        ms.push([quantile(before, 0.99), quantile(during, 0.99)]);
      }
      figures.push({
        name: `${name} of another while one sends ${kind}, 99th percentile ÷ before`,
        value: median(ms.map(([before, during]) => during / before)),
        detail: ms.map(([before, during]) => `${before.toFixed(1)} to ${during.toFixed(1)} ms`).join(', '),
      });
    }
  }
  return figures;
}

const parameters = Object.fromEntries(
  Array.from({ length: 4_000 }, (_, index) => [`VpcId.${index + 1}`, `vpc-${index}`] as const),
);

/** How long each took, ms, at a pace that leaves the server room. */
async function measured(one: () => Promise<unknown>, ms: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + ms;
  while (performance.now() < until) {
    const from = performance.now();
    await one();
    times.push(performance.now() - from);
    await new Promise((go) => setTimeout(go, 5));
  }
  return times;
}
