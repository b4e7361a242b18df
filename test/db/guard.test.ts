import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Database } from '@/lib/db/connect';
import { PrismaClient } from '@/lib/db/generated/sqlite/client';
import { guard } from '@/lib/db/guard';
import { migrate } from '@/lib/db/migrate';
import { sqliteFile } from '@/lib/db/sqlite';
import { createGuest, findUser } from '@/lib/db/users';
import { freshDatabase, temporaryFolder } from './databases';

type Client = Database['prisma'];

let files = 0;

async function client(wrap: (factory: SqlDriverAdapterFactory) => SqlDriverAdapterFactory): Promise<Client> {
  const url = `file:${path.join(temporaryFolder(), `guard-${files++}.db`)}`;
  await migrate(url);
  return new PrismaClient({ adapter: wrap(new PrismaBetterSqlite3({ url })) });
}

/** A write from outside while a transaction is open that then rolls back. @returns whether the acknowledged write is there */
async function writeBesideRollback(prisma: Client): Promise<boolean> {
  const opened = gate();
  const stranger = gate();
  const transaction = prisma.$transaction(async (tx) => {
    await tx.auditEvent.create({ data: { id: 'inside', action: 'a', subject: 's' } });
    opened.open();
    await stranger.passed;
    throw new Error('rolled back');
  });
  await opened.passed;
  const write = prisma.auditEvent.create({ data: { id: 'outside', action: 'a', subject: 's' } });
  // Unguarded, the write is acknowledged now, inside the other's transaction; guarded, it waits for that transaction's end.
  await Promise.race([write, turns(20)]);
  stranger.open();
  await expect(transaction).rejects.toThrow('rolled back');
  await write;
  const ids = (await prisma.auditEvent.findMany()).map((event) => event.id);
  expect(ids).not.toContain('inside');
  await prisma.$disconnect();
  return ids.includes('outside');
}

test('without the guard an acknowledged write vanishes: when this fails, the guard can go', async () => {
  expect(await writeBesideRollback(await client((factory) => factory))).toBe(false);
});

test('with the guard it stays', async () => {
  expect(await writeBesideRollback(await client(guard))).toBe(true);
});

test('nobody sees what a transaction has not committed', async () => {
  const prisma = await client(guard);
  const wrote = gate();
  const transaction = prisma.$transaction(async (tx) => {
    await tx.auditEvent.create({ data: { id: 'inside', action: 'a', subject: 's' } });
    wrote.open();
    await turns(20);
    throw new Error('rolled back');
  });
  await wrote.passed;
  const seen = prisma.auditEvent.count();
  await expect(transaction).rejects.toThrow('rolled back');
  expect(await seen).toBe(0);
  await prisma.$disconnect();
});

test('of many writes beside many rollbacks none is lost', async () => {
  const prisma = await client(guard);
  const row = (id: string) => ({ id, action: 'a', subject: 's' });
  const rollbacks = Array.from({ length: 60 }, (_, index) =>
    prisma
      .$transaction(async (tx) => {
        await tx.auditEvent.create({ data: row(`gone-${index}`) });
        throw new Error('rolled back');
      })
      .catch((error) => expect(error.message).toBe('rolled back')),
  );
  const writes = Array.from({ length: 200 }, (_, index) => prisma.auditEvent.create({ data: row(`kept-${index}`) }));
  await Promise.all([...rollbacks, ...writes]);
  const ids = (await prisma.auditEvent.findMany()).map((event) => event.id);
  expect(ids).toHaveLength(200);
  expect(ids.every((id) => id.startsWith('kept-'))).toBe(true);
  await prisma.$disconnect();
});

test('a commit that fails is rolled back, and the next transaction runs', async () => {
  const { prisma } = await freshDatabase();
  const broken = prisma.$transaction(async (tx) => {
    await tx.auditEvent.create({ data: { id: 'gone', action: 'a', subject: 's' } });
    // The key is checked at the commit, which is what makes the commit fail.
    await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
    await tx.session.createMany({ data: { id: 'orphan', userId: 'nobody' } });
  });
  await expect(broken).rejects.toThrow(/foreign ?key/i);
  await prisma.$transaction(async (tx) => {
    await tx.auditEvent.create({ data: { id: 'kept', action: 'a', subject: 's' } });
  });
  expect(await prisma.auditEvent.findMany({ select: { id: true } })).toEqual([{ id: 'kept' }]);
});

test('a transaction that takes too long is undone and lets the others in', async () => {
  const { prisma } = await freshDatabase();
  const never = new Promise(() => {});
  const slow = prisma.$transaction(
    async (tx) => {
      await tx.auditEvent.create({ data: { id: 'gone', action: 'a', subject: 's' } });
      await tx.$queryRaw`SELECT 1`;
      await Promise.race([never, prisma.auditEvent.count()]);
      await tx.auditEvent.create({ data: { id: 'late', action: 'a', subject: 's' } });
    },
    { timeout: 30 },
  );
  await expect(slow, 'it waited for itself').rejects.toThrow(/expired|closed|timeout/i);
  expect(await prisma.auditEvent.count()).toBe(0);
  await createGuest();
});

test('who gives up waiting for a transaction leaves no transaction behind', async () => {
  const { prisma } = await freshDatabase();
  const hold = gate();
  const first = prisma.$transaction(async (tx) => {
    await tx.auditEvent.create({ data: { id: 'first', action: 'a', subject: 's' } });
    await hold.passed;
  });
  await turns(5);
  const impatient = prisma.$transaction(async (tx) => tx.auditEvent.count(), { maxWait: 5 });
  await expect(impatient).rejects.toThrow();
  hold.open();
  await first;
  expect(await prisma.$transaction(async (tx) => tx.auditEvent.count())).toBe(1);
});

test('while another process holds the lock, reads go on and a write is done when it lets go', async () => {
  const { url, prisma } = await freshDatabase();
  const guest = await createGuest();
  const other = new Sqlite(sqliteFile(url));
  other.exec('BEGIN IMMEDIATE');
  const write = createGuest();
  const transaction = prisma.$transaction(async (tx) =>
    tx.auditEvent.create({ data: { id: 'x', action: 'a', subject: 's' } }),
  );
  expect(await findUser(guest.id)).toEqual(guest);
  other.exec('COMMIT');
  other.close();
  expect(await findUser((await write).id)).toBeDefined();
  expect((await transaction).id).toBe('x');
});

function gate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** Lets everything that is ready run, so many times. */
async function turns(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await new Promise((resolve) => setImmediate(resolve));
}
