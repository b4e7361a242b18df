import 'server-only';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Database } from 'better-sqlite3';
import { guard } from './guard';
import { keepStatements } from './kept-statements';

/**
 * Set on every connection and read back: re-opening a WAL file quietly lowers `synchronous`, and SQLite's defaults leave foreign
 * keys off. `busy_timeout` is short because SQLite waits inside the call, where the whole server waits with it; `guard` waits longer.
 */
const pragmas = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1', busy_timeout: '20' } as const;

/** How long another process that opens or closes the file is waited for, before the pragmas above hold. */
const setUpPatienceMs = 2_000;

/** Older ones can lose commits when two connections write and checkpoint at the same instant. */
const oldestSqlite = '3.51.3';

/** The file that a `file:` address names, absolute. Prisma's and SQLite's query parameters are not used and are dropped. */
export function sqliteFile(url: string): string {
  return path.resolve(url.replace(/^file:(\/\/(?=\/))?/, '').replace(/\?.*$/, ''));
}

/** The same, with its folder made when it is missing, for this user alone: password hashes lie in it. */
export function placeForSqlite(url: string): string {
  const file = sqliteFile(url);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return file;
}

/** Connections to a SQLite file, set up, checked and guarded. */
export function sqliteAdapter(url: string): SqlDriverAdapterFactory {
  const file = placeForSqlite(url);
  const factory = new PrismaBetterSqlite3({ url: file, timeout: setUpPatienceMs });
  return guard({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => setUp(await factory.connect()),
  });
}

/** What the connection really runs with, by pragma; `sqlite_version` too. */
export type SqliteSettings = Record<keyof typeof pragmas | 'sqlite_version', string>;

/** Compares settings with what durability needs. Throws one sentence that names the first that differs. */
export function assertSettings(settings: SqliteSettings): void {
  for (const [name, wanted] of Object.entries(pragmas)) {
    const found = settings[name as keyof typeof pragmas];
    if (found !== wanted)
      throw new Error(`SQLite runs with ${name} = ${found}, but ${wanted} is needed to keep answers safe.`);
  }
  if (olderThan(settings.sqlite_version, oldestSqlite))
    throw new Error(`SQLite ${settings.sqlite_version} can lose commits; ${oldestSqlite} or newer is needed.`);
}

/** Reads the settings through any way of asking SQL for one value. */
export async function readSettings(ask: (sql: string) => Promise<unknown>): Promise<SqliteSettings> {
  return {
    journal_mode: String(await ask('PRAGMA journal_mode')),
    synchronous: String(await ask('PRAGMA synchronous')),
    foreign_keys: String(await ask('PRAGMA foreign_keys')),
    busy_timeout: String(await ask('PRAGMA busy_timeout')),
    sqlite_version: String(await ask('SELECT sqlite_version()')),
  };
}

async function setUp(connection: SqlDriverAdapter): Promise<SqlDriverAdapter> {
  // The adapter has it in a field that its types leave out.
  keepStatements((connection as SqlDriverAdapter & { client: Database }).client);
  const ask = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows[0]?.[0];
  for (const [name, value] of Object.entries(pragmas)) await ask(`PRAGMA ${name} = ${value}`);
  assertSettings(await readSettings(ask));
  return connection;
}

function olderThan(version: string, wanted: string): boolean {
  const [a, b] = [version, wanted].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
