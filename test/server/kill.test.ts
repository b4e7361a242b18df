import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { freePort, startServer, type TestServer } from './start-server';

const rounds = 20;
const clients = 4;
const perRound = 28;
const folder = mkdtempSync(join(tmpdir(), 'patchbay-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Client {
  readonly cookie: string;
  readonly id: string;
  /** What the server has said is done: the line and the step it became. */
  readonly acknowledged: Map<string, number>;
  /** A command whose answer never came, to be sent again with its key. */
  pending?: { line: string; key: string };
  sent: number;
}

const json = { 'content-type': 'application/json' };

async function open(url: string): Promise<Client> {
  const started = await fetch(`${url}/api/v1/labs/sandbox/attempts`, {
    method: 'POST',
    headers: { ...json, origin: url },
    body: '{}',
  });
  const cookie = started.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const { id } = (await started.json()) as { id: string };
  return { cookie, id, acknowledged: new Map(), sent: 0 };
}

/** Send commands one after another until the server is gone; each makes a group of its own name. */
async function work(url: string, client: Client, until: () => boolean): Promise<void> {
  while (!until()) {
    client.pending ??= { line: commandOf(client), key: randomUUID() };
    const { line, key } = client.pending;
    const response = await fetch(`${url}/api/v1/lab-attempts/${client.id}/commands`, {
      method: 'POST',
      headers: { ...json, origin: url, cookie: client.cookie, 'idempotency-key': key },
      body: JSON.stringify({ line }),
    }).catch(() => undefined);
    const answer = response?.ok ? ((await response.json().catch(() => undefined)) as Answer | undefined) : undefined;
    if (!answer) return; // Killed under it: whether it counted is what the next round's retry finds out.
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    client.acknowledged.set(line, answer.position);
    delete client.pending;
  }
}
interface Answer {
  position: number;
  exitCode: number;
}

function commandOf(client: Client): string {
  client.sent += 1;
  return `aws ec2 create-security-group --group-name g${client.sent} --description d`;
}

test(`kill -9 while commands are being sent, ${rounds} rounds: none lost, none twice, serving again within 5 s`, async () => {
  const port = await freePort();
  let server: TestServer = await startServer({ folder, port });
  const people = await Promise.all(Array.from({ length: clients }, () => open(server.url)));
  const total = () => people.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  let slowest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const goal = total() + perRound;
    let killed = false;
    const working = people.map((client) => work(server.url, client, () => killed));
    while (total() < goal) await new Promise((done) => setTimeout(done, 2));
    await server.stop('SIGKILL');
    killed = true;
    await Promise.all(working);
    const from = performance.now();
    server = await startServer({ folder, port });
    slowest = Math.max(slowest, performance.now() - from);
    for (const client of people) await expectKept(server.url, client);
  }
  await server.stop();
  expect(total()).toBeGreaterThanOrEqual(500);
  expect(slowest).toBeLessThan(5_000);
  const database = new Database(join(folder, 'patchbay.db'), { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

/** Every acknowledged command is one step of the log, in its place, and none is there twice. */
async function expectKept(url: string, client: Client): Promise<void> {
  const response = await fetch(`${url}/api/v1/lab-attempts/${client.id}`, { headers: { cookie: client.cookie } });
  const { steps, path } = (await response.json()) as { steps: { seq: number; text: string }[]; path: number[] };
  const bySeq = new Map(steps.map((step) => [step.seq, step.text]));
  for (const [line, seq] of client.acknowledged) expect(bySeq.get(seq)).toBe(line);
  expect(new Set(steps.map((step) => step.text)).size).toBe(steps.length);
  expect(path).toHaveLength(steps.length);
  // At most the one command whose answer did not come is there besides.
  expect(steps.length - client.acknowledged.size).toBeLessThanOrEqual(1);
}
