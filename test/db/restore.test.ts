import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backup } from '@/lib/db/backup';
import { closeDatabase, openDatabase } from '@/lib/db/database';
import { NotRestorable, restore } from '@/lib/db/restore';
import { takeServerLock } from '@/lib/db/server-lock';
import { createAccount, findAccountByEmail } from '@/lib/db/users';
import { temporaryFolder } from './databases';

const place = (name: string) => {
  const file = path.join(temporaryFolder(), name, 'patchbay.db');
  return { file, url: `file:${file}` };
};
const account = (name: string) => ({ email: `${name}@example.org`, name, passwordHash: 'x' });

test('a backup is put in the place of a database; what was there is kept', async () => {
  const { file, url } = place('whole');
  await openDatabase(url);
  await createAccount(account('before'));
  const copy = path.join(temporaryFolder(), 'copy.db');
  await backup(copy);
  await createAccount(account('after'));
  await closeDatabase();

  const kept = await restore(copy, url);
  expect(
    readdirSync(temporaryFolder()).filter((name) => name.startsWith('copy.db')),
    'nothing is left beside the backup',
  ).toEqual(['copy.db']);
  expect(statSync(file).mode & 0o077, 'for this user alone').toBe(0);
  await openDatabase(url);
  expect(await findAccountByEmail('before@example.org')).toBeDefined();
  expect(await findAccountByEmail('after@example.org')).toBeUndefined();
  await closeDatabase();
  const old = new Sqlite(kept ?? '', { readonly: true });
  expect(old.prepare('SELECT count(*) FROM "User"').pluck().get()).toBe(2);
  old.close();

  const { url: elsewhere } = place('new-machine');
  expect(await restore(copy, elsewhere), 'on an empty machine').toBeUndefined();
  await openDatabase(elsewhere);
  expect(await findAccountByEmail('before@example.org')).toBeDefined();
  await closeDatabase();
});

test('what a killed server left in its log does not reach into the restored file', async () => {
  const { file, url } = place('killed');
  await openDatabase(url);
  await createAccount(account('before'));
  const copy = path.join(temporaryFolder(), 'early.db');
  await backup(copy);
  await closeDatabase();
  // Writes, and dies with its log not folded in.
  const script = `
    const db = new (require('better-sqlite3'))(${JSON.stringify(file)});
    db.pragma('journal_mode = WAL');
    db.exec(\`UPDATE "User" SET name = 'from the log'\`);
    process.kill(process.pid, 'SIGKILL');`;
  await once(spawn(process.execPath, ['-e', script]), 'exit');
  expect(existsSync(`${file}-wal`)).toBe(true);
  await restore(copy, url);
  await openDatabase(url);
  expect((await findAccountByEmail('before@example.org'))?.user.name).toBe('before');
  await closeDatabase();
});

test('what is no whole backup of this version is refused, and nothing is changed', async () => {
  const { file, url } = place('kept');
  await openDatabase(url);
  await createAccount(account('ada'));
  const copy = path.join(temporaryFolder(), 'right.db');
  await backup(copy);
  await closeDatabase();
  const size = statSync(file).size;

  const text = path.join(temporaryFolder(), 'text.db');
  writeFileSync(text, 'this is text');
  const foreign = path.join(temporaryFolder(), 'foreign.db');
  new Sqlite(foreign).exec('CREATE TABLE a (b)').close();
  const newer = path.join(temporaryFolder(), 'newer.db');
  await restore(copy, `file:${newer}`);
  new Sqlite(newer)
    .exec(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'x', '29990101_later')`)
    .close();
  for (const [name, sentence] of [
    ['absent.db', /There is no file/],
    ['text.db', /is no backup of Patchbay/],
    ['foreign.db', /is no backup of Patchbay/],
    ['newer.db', /is of a newer version \(migration 29990101_later\)/],
  ] as const) {
    const failed = restore(path.join(temporaryFolder(), name), url);
    await expect(failed, name).rejects.toThrow(NotRestorable);
    await expect(failed, name).rejects.toThrow(sentence);
  }
  expect(readdirSync(path.dirname(file))).toEqual(['patchbay.db']);
  expect(statSync(file).size).toBe(size);
});

test('a server’s mark keeps others out, and ends with its process', async () => {
  const { url } = place('locked');
  const release = takeServerLock(url);
  expect(release).toBeDefined();
  expect(takeServerLock(url)).toBeUndefined();
  release?.();

  const module = JSON.stringify(path.resolve('lib/db/server-lock.ts'));
  const script = `import(${module}).then(({ takeServerLock }) => { console.log(takeServerLock(${JSON.stringify(url)}) !== undefined); setInterval(() => {}, 1000); });`;
  const other = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(other.stdout, 'data');
  expect(String(said).trim()).toBe('true');
  expect(takeServerLock(url)).toBeUndefined();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const again = takeServerLock(url);
  expect(again).toBeDefined();
  again?.();
});
