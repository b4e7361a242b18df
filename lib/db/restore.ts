import 'server-only';
import { chmodSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { copySqlite } from './copy-sqlite';
import { readMigrations } from './migrate';
import { placeForSqlite } from './sqlite';

/** The file cannot be restored; nothing was changed. */
export class NotRestorable extends Error {
  override readonly name = 'NotRestorable';
}

/**
 * Puts a backup in the place of a SQLite database that nobody has open. What was there is kept beside it.
 * @returns the file that what was there is kept in; undefined when there was nothing
 */
export async function restore(backup: string, url: string, folder = 'prisma/migrations'): Promise<string | undefined> {
  const file = placeForSqlite(url);
  check(backup, path.join(folder, 'sqlite'));
  const kept = existsSync(file) ? `${file}.before-restore-${new Date().toISOString().replace(/\W/g, '')}` : undefined;
  if (kept) {
    await copySqlite(file, kept);
    chmodSync(kept, 0o600);
    foldWal(file);
  }
  const part = `${file}.restored`;
  await copySqlite(backup, part);
  chmodSync(part, 0o600);
  renameSync(part, file);
  return kept;
}

/** Refuses what is no whole database of this version or an older one. */
function check(backup: string, folder: string): void {
  if (!existsSync(backup)) throw new NotRestorable(`There is no file ${backup}.`);
  const known = new Set(readMigrations(folder).map(({ name }) => name));
  const db = new Sqlite(backup, { readonly: true });
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new NotRestorable(`${backup} is damaged.`);
    const applied = db.prepare<[], string>('SELECT "migration_name" FROM "_prisma_migrations"').pluck().all();
    const unknown = applied.find((name) => !known.has(name));
    if (unknown) throw new NotRestorable(`${backup} is of a newer version (migration ${unknown}).`);
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    throw new NotRestorable(`${backup} is no backup of Patchbay (${error.message}).`);
  } finally {
    db.close();
  }
}

/** A log left beside the file would be taken for the new file's. SQLite folds it in only when nobody else has the file open. */
function foldWal(file: string): void {
  const db = new Sqlite(file, { timeout: 1_000 });
  try {
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
    throw new NotRestorable(`Another program has ${file} open. End it first.`);
  } finally {
    db.close();
  }
}
