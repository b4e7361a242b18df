import 'server-only';
import { renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/**
 * Copies a SQLite file with the incremental API: never the bare file, whose newest commits lie in the WAL beside it. The copy
 * has its name only when it is whole.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  rmSync(part, { force: true });
  const source = new Sqlite(from, { readonly: true, timeout: 1_000 });
  try {
    // An open read keeps one moment in view; without it each write elsewhere would start the copy again.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(part);
  } finally {
    source.close();
  }
  // One file that is whole by itself; whoever opens it to serve from it sets WAL again.
  const copy = new Sqlite(part);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  renameSync(part, to);
}
