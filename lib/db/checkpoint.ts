import 'server-only';
import Sqlite from 'better-sqlite3';
import { providerOf } from './connect';
import { sqliteFile } from './sqlite';

/**
 * Moves what SQLite's write-ahead log holds into the database file and empties the log; synchronous, for the last moment of a
 * process. A transaction that is still open keeps the log, and nothing is lost: the next start reads it. PostgreSQL needs none.
 */
export function checkpoint(url: string): void {
  if (providerOf(url) === 'postgresql') return;
  const database = new Sqlite(sqliteFile(url), { timeout: 0, fileMustExist: true });
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
