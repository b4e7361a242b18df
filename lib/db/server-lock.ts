import 'server-only';
import Sqlite from 'better-sqlite3';
import { providerOf } from './connect';
import { placeForSqlite } from './sqlite';

/** A lock that nothing points at would be closed with its garbage. */
const held = new Set<Sqlite.Database>();

/**
 * Marks the SQLite file of an address as a server's own, and answers how to give it up; undefined while another process has
 * it. The mark is a lock of the operating system's, held through SQLite on a file beside the database: it ends with the
 * process, however that ends, and none is ever stale. PostgreSQL serves many at once and needs none.
 */
export function takeServerLock(url: string): (() => void) | undefined {
  if (providerOf(url) === 'postgresql') return () => {};
  const lock = new Sqlite(`${placeForSqlite(url)}.lock`, { timeout: 0 });
  try {
    // Not WAL, where a writer keeps no other out for long.
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
