import 'server-only';
import { once } from 'node:events';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { backup } from '@/lib/db/backup';
import { connect, providerOf } from '@/lib/db/connect';
import { copySqlite } from '@/lib/db/copy-sqlite';
import { setDatabase } from '@/lib/db/database';
import { NotRestorable, restore } from '@/lib/db/restore';
import { takeServerLock } from '@/lib/db/server-lock';
import { sqliteFile } from '@/lib/db/sqlite';
import { exportRows, importRows, NotImportable } from '@/lib/db/transfer';
import { type AdminCommand, oneFile, Refusal } from './admin-command';
import { databaseUrl, open } from './admin-database';

/** The address of the database, where one must be there already. */
function existing(): string {
  const url = databaseUrl();
  if (providerOf(url) === 'sqlite' && !existsSync(sqliteFile(url))) {
    throw new Refusal(`There is no database at ${sqliteFile(url)}.`);
  }
  return url;
}

function requireNoServer(url: string): () => void {
  const release = takeServerLock(url);
  if (!release) throw new Refusal(`A server uses ${url}. Stop it first.`);
  return release;
}

export const backupCommand: AdminCommand = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'Copy the SQLite database while the server goes on',
  details: [
    'The copy is of one moment. Keep it as you keep passwords: their hashes are in it.',
    'A PostgreSQL database is backed up with pg_dump.',
  ],
  options: [],
  async run(_options, words) {
    const file = oneFile(words);
    const url = existing();
    if (providerOf(url) === 'postgresql') throw new Refusal('A PostgreSQL database is backed up with pg_dump.');
    if (existsSync(file)) throw new Refusal(`${file} exists already. Name another file.`);
    // Opened as it is: a backup changes nothing, the schema of an older version included.
    setDatabase(await connect(url));
    await backup(file);
    chmodSync(file, 0o600);
    console.log(`Copied ${sqliteFile(url)} to ${file}.`);
  },
};

export const restoreCommand: AdminCommand = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'Put a backup in the place of the SQLite database',
  details: [
    'Stop the server first. What was there is kept beside it.',
    'A PostgreSQL database is restored with pg_restore.',
  ],
  options: [],
  async run(_options, words) {
    const file = oneFile(words);
    const url = databaseUrl();
    if (providerOf(url) === 'postgresql') {
      throw new Refusal('A PostgreSQL database is restored with pg_restore.');
    }
    const release = requireNoServer(url);
    try {
      const kept = await restore(file, url);
      console.log(`Restored ${file}.${kept ? ` What was there is in ${kept}.` : ''}`);
    } catch (error) {
      throw error instanceof NotRestorable ? new Refusal(error.message) : error;
    } finally {
      release();
    }
  },
};

export const exportCommand: AdminCommand = {
  name: 'export',
  usage: 'export FILE',
  summary: 'Write the whole database as lines of JSON, to move it to another kind of database',
  details: [
    'As of one moment, while the server goes on. Keep it as you keep passwords: their hashes are in it.',
    'Into the other database: DATABASE_URL=postgresql://… npm run admin -- import FILE',
  ],
  options: [],
  async run(_options, words) {
    const file = oneFile(words);
    const url = existing();
    if (existsSync(file)) throw new Refusal(`${file} exists already. Name another file.`);
    const folder = mkdtempSync(join(tmpdir(), 'patchbay-export-'));
    try {
      let source = url;
      if (providerOf(url) === 'sqlite') {
        // A long read of the file itself would keep the server from writing.
        source = `file:${join(folder, 'copy.db')}`;
        await copySqlite(sqliteFile(url), sqliteFile(source));
      }
      const database = await connect(source);
      setDatabase(database);
      const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
      const rows = await exportRows(database, async (line) => {
        if (!stream.write(`${line}\n`)) await once(stream, 'drain');
      });
      await finished(stream.end());
      console.log(`Wrote ${rows} rows to ${file}.`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export const importCommand: AdminCommand = {
  name: 'import',
  usage: 'import FILE',
  summary: 'Take in an export, into a database where nobody is yet',
  details: ['All of it or nothing. Stop the server first where the database is SQLite.'],
  options: [],
  async run(_options, words) {
    const file = oneFile(words);
    if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
    const release = requireNoServer(databaseUrl());
    try {
      const database = await open();
      const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
      console.log(`Took in ${await importRows(database, lines)} rows.`);
    } catch (error) {
      throw error instanceof NotImportable ? new Refusal(`${error.message} Nothing was changed.`) : error;
    } finally {
      release();
    }
  },
};
