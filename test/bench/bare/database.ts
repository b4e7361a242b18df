import Database from 'better-sqlite3';

let opened: Database.Database | undefined;

/** One SQLite file, as durable as ours: WAL and a flush for every commit. */
export function database(): Database.Database {
  if (opened) return opened;
  opened = new Database(process.env.BARE_DATABASE ?? ':memory:');
  opened.pragma('journal_mode = WAL');
  opened.pragma('synchronous = FULL');
  opened.exec('CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL)');
  return opened;
}
