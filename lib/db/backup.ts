import 'server-only';
import { existsSync } from 'node:fs';
import { copySqlite } from './copy-sqlite';
import { database } from './database';
import { sqliteFile } from './sqlite';

/**
 * Writes a copy of the open SQLite database as it is at this moment, while the server goes on writing. Refuses on PostgreSQL,
 * whose own tool for this is `pg_dump`, and refuses to write over a file.
 */
export async function backup(file: string): Promise<void> {
  const { provider, url } = await database();
  if (provider !== 'sqlite') throw new Error('A PostgreSQL database is backed up with pg_dump.');
  if (existsSync(file)) throw new Error(`${file} exists already: name another file.`);
  await copySqlite(sqliteFile(url), file);
}
