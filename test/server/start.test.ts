import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { howToGetPostgres, postgresPrograms, startPostgres } from '../db/postgres';
import { Browser } from './browser';
import { guest, kindOf, run, signIn, signUp } from './people';
import { startServer } from './start-server';

test('one server to a SQLite file: a second one says so and ends, and the first does not notice', async () => {
  const first = await startServer();
  await expect(startServer({ folder: first.folder })).rejects.toThrow(
    /the server ended with 1:[\s\S]*Another Patchbay server uses file:/,
  );
  const { browser, attempt } = await guest(first.url);
  expect((await run(browser, attempt, 'X=1')).status).toBe(200);
  await first.stop();
  const wal = join(first.folder, 'patchbay.db-wal');
  expect(existsSync(wal) ? statSync(wal).size : 0, 'all is in the one file').toBe(0);
  const next = await startServer({ folder: first.folder });
  expect((await new Browser(next.url).get('/api/health')).status).toBe(200);
  await next.stop();
});

test('a server that is told to stop does not wait for connections that are kept', async () => {
  const server = await startServer();
  // This process keeps the connection, and the server would for longer than the test may take.
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  await server.stop();
  expect(server.process.exitCode).toBe(143);
}, 20_000);

test('a bad value in the environment stops the start with one sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-start-'));
  for (const [env, sentence] of [
    [
      { DATABASE_URL: 'mysql://host/name' },
      'DATABASE_URL is not usable: use file:… for SQLite or postgresql://… for PostgreSQL.',
    ],
    [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET is not usable: use at least 32 characters.'],
    [
      { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
      'The PostgreSQL database none at 127.0.0.1:1 cannot be opened',
    ],
  ] as const) {
    const failed = startServer({ folder, env });
    await expect(failed).rejects.toThrow(sentence);
    await expect(failed, 'and no stack').rejects.not.toThrow(/\n +at /);
  }
  expect(existsSync(join(folder, 'patchbay.db'))).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

test('a database of a newer version is left alone', async () => {
  const first = await startServer();
  await first.stop();
  const db = new Sqlite(join(first.folder, 'patchbay.db'));
  db.exec(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'x', '29990101_later', 1)`,
  );
  db.close();
  await expect(startServer({ folder: first.folder })).rejects.toThrow(/changed by a newer version/);
});

const installed = postgresPrograms() !== undefined;
describe.skipIf(!installed)(installed ? 'on PostgreSQL' : `on PostgreSQL (${howToGetPostgres})`, () => {
  let cluster: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster?.stop());

  test('two servers are one: sessions, attempts and counted tries', async () => {
    const env = { DATABASE_URL: cluster.url, NEXTAUTH_SECRET: 'the same for both, and long enough' };
    const [one, two] = await Promise.all([startServer({ env }), startServer({ env })]);
    const here = new Browser(one.url);
    expect((await here.get('/api/health')).json.database).toBe('postgresql');
    await signUp(here, 'ada@example.org');
    const there = new Browser(two.url);
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    expect(await kindOf(there)).toBe('account');

    const attempt = (await here.post('/api/v1/labs/sandbox/attempts')).json.id;
    await run(here, attempt, 'VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)');
    const lines = Array.from(
      { length: 20 },
      (_, index) => `aws ec2 create-tags --resources $VPC --tags Key=n,Value=${index}`,
    );
    const answers = await Promise.all(lines.map((line, index) => run(index % 2 === 0 ? here : there, attempt, line)));
    expect(answers.map(({ status }) => status)).toEqual(lines.map(() => 200));
    const { json } = await there.get(`/api/v1/lab-attempts/${attempt}`);
    expect(
      json.steps
        .slice(1)
        .map(({ text }: { text: string }) => text)
        .sort(),
    ).toEqual([...lines].sort());

    // PostgreSQL refuses what SQLite takes: it must not come that far.
    for (const body of ['{"line":"a\\u0000b"}', '{"line":"echo \\ud800"}'])
      expect(
        (await here.post(`/api/v1/lab-attempts/${attempt}/commands`, body, { 'content-type': 'application/json' }))
          .status,
      ).toBeLessThan(500);
    expect((await here.get('/api/v1/lab-attempts?slug=%00')).status).toBe(422);
    expect((await here.submit('/settings', 'Save the name', { name: 'a\u0000b' })).text).toContain('NUL');

    let refused = 0;
    for (let index = 0; index < 14; index += 1) {
      const { text } = await signIn(new Browser(index % 2 === 0 ? one.url : two.url), 'ada@example.org', 'wrong');
      if (text.includes('Too many tries')) refused += 1;
    }
    expect(refused).toBe(4);
    expect(`${one.log()}${two.log()}`).not.toMatch(/Error/);
    await Promise.all([one.stop(), two.stop()]);
  });
});
