import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backup } from '@/lib/db/backup';
import { connect, type Database } from '@/lib/db/connect';
import { setDatabase } from '@/lib/db/database';
import { appendStep } from '@/lib/db/lab-attempts';
import { findUser } from '@/lib/db/users';
import { freshDatabase, temporaryFolder } from './databases';
import { newAttempt, step } from './suites/attempts';

test('a copy made while writing goes on is whole, and is of one moment', async () => {
  await freshDatabase();
  const { own, owner } = await newAttempt();
  const file = path.join(temporaryFolder(), 'backup.db');
  const append = (expectedHead: number, world: string) =>
    appendStep({ ...own, expectedHead, step: step(), snapshot: { world, shell: '{}' } });
  // Large enough to be copied in many parts, between which the writes below come.
  await append(0, 'x'.repeat(4_000_000));
  let copied = false;
  const copying = backup(file).finally(() => {
    copied = true;
  });
  let head = 1;
  while (!copied && head < 300) {
    expect(await append(head++, 'y'.repeat(20_000))).toMatchObject({ ok: true });
    // A SQLite driver never leaves this turn of the event loop by itself; in a server each request comes with a turn of its own.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(copied, 'the writes did not make it start again and again').toBe(true);
  expect(head, 'writes went on meanwhile').toBeGreaterThan(3);
  await copying;
  const copy = new Sqlite(file, { readonly: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  const count = (sql: string) => copy.prepare(sql).pluck().get();
  expect(count('SELECT count(*) FROM "LabStep"')).toBe(count('SELECT "lastSeq" FROM "LabAttempt"'));
  expect(count('SELECT count(*) FROM "LabSnapshot"')).toBe(Number(count('SELECT "lastSeq" FROM "LabAttempt"')) + 1);
  copy.close();
  const restored = await connect(`file:${file}`);
  setDatabase(restored);
  expect(await findUser(owner.id)).toEqual(owner);
  await restored.close();
});

test('a copy never writes over a file, and PostgreSQL has its own tool', async () => {
  const { url, prisma, direct, directTransaction } = await freshDatabase();
  await expect(backup(url.replace('file:', ''))).rejects.toThrow(/exists already/);
  const elsewhere: Database = {
    prisma,
    direct,
    directTransaction,
    provider: 'postgresql',
    url: 'postgresql://host/name',
    close: async () => {},
  };
  setDatabase(elsewhere);
  await expect(backup(path.join(temporaryFolder(), 'none.db'))).rejects.toThrow(/pg_dump/);
});
