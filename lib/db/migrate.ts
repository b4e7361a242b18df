import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { providerOf } from './connect';
import { postgresqlSession } from './migrate-postgresql';
import { sqliteSession } from './migrate-sqlite';

/** One migration file: `name` is its folder's, `checksum` the SHA-256 of its text, as Prisma computes it. */
export type Migration = { name: string; sql: string; checksum: string };

/** A row of Prisma's `_prisma_migrations`. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean };

/** A connection that migrations run on: nobody else's, and closed afterwards. */
export type MigrationSession = {
  /** What `_prisma_migrations` says, oldest first; the table is made when it is missing. */
  applied(): Promise<AppliedMigration[]>;
  /** Runs `work` in a transaction that no other process's migration can run beside; all or nothing. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Keeps a copy of a database that holds something already, where that is a file. Called inside `exclusively`. */
  copyBefore(migration: Migration): Promise<void>;
  run(sql: string): Promise<void>;
  record(migration: Migration, id: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * Brings a database to this version's schema. Each migration is one transaction; of several processes at once, one applies it and
 * the others wait. Refuses, before changing anything, an edited migration, a half-applied one and a newer version's database.
 * @param folder holds one folder of migrations for each database; relative to where the server was started, the project's folder
 */
export async function migrate(url: string, folder = 'prisma/migrations'): Promise<void> {
  const provider = providerOf(url);
  // Not for the bundler to follow: it would take the whole project along.
  const migrations = readMigrations(path.join(/* turbopackIgnore: true */ folder, provider));
  const session = provider === 'sqlite' ? sqliteSession(url) : await postgresqlSession(url);
  try {
    await applyMigrations(session, migrations);
  } finally {
    await session.close();
  }
}

/** The work of `migrate` on an open session. */
export async function applyMigrations(session: MigrationSession, migrations: Migration[]): Promise<void> {
  let pending = pendingOf(migrations, await session.applied());
  let copied = false;
  while (pending.length > 0) {
    pending = await session.exclusively(async () => {
      // Read again under the lock: another process may have applied it since.
      const [next, ...rest] = pendingOf(migrations, await session.applied());
      if (!next) return [];
      if (!copied) await session.copyBefore(next);
      copied = true;
      await session.run(next.sql);
      await session.record(next, randomUUID());
      return rest;
    });
  }
}

/** The migrations of a folder in the order in which they apply. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      // A checkout on Windows may have changed the line ends; the migration is the same.
      const sql = readFileSync(path.join(/* turbopackIgnore: true */ folder, name, 'migration.sql'), 'utf8').replaceAll(
        '\r\n',
        '\n',
      );
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function pendingOf(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const migration = known.get(name);
    if (!migration)
      throw new Error(
        `The database was changed by a newer version (migration ${name}): start that version, or restore a backup.`,
      );
    if (!finished)
      throw new Error(`Migration ${name} was begun by another program and not finished: restore a backup.`);
    if (migration.checksum !== checksum)
      throw new Error(
        `Migration ${name} was edited after it was applied: restore its file, and make a new migration instead.`,
      );
  }
  const done = new Set(applied.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}
