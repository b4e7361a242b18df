import { copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkpoint } from '@/lib/db/checkpoint';
import { sqliteFile } from '@/lib/db/sqlite';
import { createGuest, findUser } from '@/lib/db/users';
import { freshDatabase, temporaryFolder } from './databases';

const walBytes = (file: string) => statSync(`${file}-wal`).size;

test('after a checkpoint the database file alone has everything, while it is still open', async () => {
  const { url } = await freshDatabase();
  const file = sqliteFile(url);
  const guest = await createGuest();
  expect(walBytes(file)).toBeGreaterThan(0);
  checkpoint(url);
  expect(walBytes(file)).toBe(0);

  const copy = path.join(temporaryFolder(), 'copy.db');
  copyFileSync(file, copy);
  const alone = new Sqlite(copy, { readonly: true });
  expect(alone.prepare('SELECT id FROM "User"').pluck().all()).toEqual([guest.id]);
  alone.close();
  expect(await findUser(guest.id)).toEqual(guest);
});

test('a transaction that is open neither fails nor is lost', async () => {
  const { url, prisma } = await freshDatabase();
  const guest = await createGuest();
  await prisma.$transaction(async (transaction) => {
    await transaction.user.update({ where: { id: guest.id }, data: { name: 'Ada' } });
    checkpoint(url);
  });
  expect(await findUser(guest.id)).toMatchObject({ name: 'Ada' });
});

test('PostgreSQL has nothing to be done', () => {
  expect(() => checkpoint('postgresql://user@127.0.0.1:1/name')).not.toThrow();
});
