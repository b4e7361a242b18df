import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { connect, providerOf } from '@/lib/db/connect';
import { closeDatabase, database, openDatabase, setDatabase } from '@/lib/db/database';
import { report } from '@/lib/db/health';
import { assertSettings, type SqliteSettings, sqliteFile } from '@/lib/db/sqlite';
import { createGuest, findUser } from '@/lib/db/users';
import { freshDatabase, temporaryFolder } from './databases';

const safe: SqliteSettings = {
  journal_mode: 'wal',
  synchronous: '2',
  foreign_keys: '1',
  busy_timeout: '20',
  sqlite_version: '3.51.3',
};

test('a connection to a file that is in WAL mode already is as durable as the first one', async () => {
  const { url, close } = await freshDatabase();
  await createGuest();
  await close();
  const again = await connect(url);
  setDatabase(again);
  expect((await report()).settings).toMatchObject({ ...safe, sqlite_version: expect.any(String) });
  await again.close();
});

test('settings that endanger answers are refused by name', () => {
  assertSettings(safe);
  assertSettings({ ...safe, sqlite_version: '3.60.0' });
  assertSettings({ ...safe, sqlite_version: '4.0.0' });
  expect(() => assertSettings({ ...safe, synchronous: '1' })).toThrow(/synchronous = 1/);
  expect(() => assertSettings({ ...safe, journal_mode: 'delete' })).toThrow(/journal_mode = delete/);
  expect(() => assertSettings({ ...safe, foreign_keys: '0' })).toThrow(/foreign_keys = 0/);
  expect(() => assertSettings({ ...safe, busy_timeout: '5000' })).toThrow(/busy_timeout = 5000/);
  expect(() => assertSettings({ ...safe, sqlite_version: '3.51.2' })).toThrow(/3\.51\.3 or newer/);
  expect(() => assertSettings({ ...safe, sqlite_version: '3.9.9' })).toThrow(/3\.51\.3 or newer/);
});

test('an error of the database says nothing of the values', async () => {
  const { prisma } = await freshDatabase();
  const secret = 'what nobody may read in a log';
  const row = { id: secret, kind: 'guest', passwordHash: secret };
  await prisma.user.create({ data: row });
  // Both a value that the database refuses and a call that Prisma itself does not take.
  for (const wrong of [row, { ...row, kind: 1 as unknown as string }]) {
    const error: unknown = await prisma.user.create({ data: wrong }).catch((reason) => reason);
    expect(error).toBeInstanceOf(Error);
    const logged = inspect(error, { depth: 10 });
    expect(logged).toMatch(/Unique constraint failed|User\.create: Argument `kind`: Invalid value provided/);
    expect(logged).not.toContain(secret);
  }
});

test('an address says which database it is', () => {
  expect(providerOf('file:./data/patchbay.db')).toBe('sqlite');
  expect(providerOf('postgresql://user@host/name')).toBe('postgresql');
  expect(providerOf('postgres://user@host/name')).toBe('postgresql');
  expect(() => providerOf('mysql://host/name')).toThrow(
    'DATABASE_URL must begin with "file:" (SQLite) or "postgresql://".',
  );
  expect(sqliteFile('file:./data/a b.db')).toBe(path.resolve('data/a b.db'));
  expect(sqliteFile('file:///srv/100%/patchbay.db')).toBe('/srv/100%/patchbay.db');
  expect(sqliteFile('file:/srv/a.db?connection_limit=1')).toBe('/srv/a.db');
});

test('the process has one database, opened once, and may try again after a failure', async () => {
  setDatabase(undefined);
  await expect(database()).rejects.toThrow('openDatabase(url) has not been called.');
  const folder = path.join(temporaryFolder(), 'not-a-file.db');
  mkdirSync(folder);
  await expect(openDatabase(`file:${folder}`)).rejects.toThrow(`The SQLite file ${folder} cannot be opened:`);
  const nobody = 'postgresql://user:secret@127.0.0.1:1/name';
  await expect(openDatabase(nobody)).rejects.toThrow(
    /^The PostgreSQL database name at 127\.0\.0\.1:1 cannot be opened: [^\n]*ECONNREFUSED[^\n]*\.$/,
  );
  const url = `file:${path.join(temporaryFolder(), 'new folder', 'one.db')}`;
  const [first, second] = await Promise.all([openDatabase(url), openDatabase(url)]);
  expect(first).toBe(second);
  expect(await database()).toBe(first);
  const guest = await createGuest();
  await closeDatabase();
  await expect(database()).rejects.toThrow();
  await openDatabase(url);
  expect(await findUser(guest.id)).toEqual(guest);
  await closeDatabase();
});
