import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { copySqlite } from './copy-sqlite';
import type { AppliedMigration, MigrationSession } from './migrate';
import { placeForSqlite } from './sqlite';

/** How long another process's migration is waited for. */
const patienceMs = 60_000;
const pauseMs = 50;

/** Just as Prisma makes it, so that `prisma migrate status` reads it. */
const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/** A connection of its own for migrations of a SQLite file. */
export function sqliteSession(url: string): MigrationSession {
  const file = placeForSqlite(url);
  const db = open(file);

  const waiting = async (run: () => unknown) => {
    for (const deadline = Date.now() + patienceMs; ; await pause(pauseMs)) {
      try {
        return run();
      } catch (error) {
        if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) || Date.now() > deadline)
          throw error;
      }
    }
  };

  return {
    async applied() {
      if (!db.inTransaction)
        await waiting(() => {
          db.pragma('journal_mode = WAL');
          db.pragma('synchronous = FULL');
          db.exec(table);
        });
      return db
        .prepare<[], { name: string; checksum: string; finished_at: unknown }>(
          `SELECT "migration_name" AS "name", "checksum", "finished_at" FROM "_prisma_migrations"
           WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
        )
        .all()
        .map((row): AppliedMigration => ({ ...row, finished: row.finished_at !== null }));
    },
    async exclusively(work) {
      // A changed table is made anew and the old one dropped; with foreign keys on, that would delete the rows that point at it.
      // The switch does nothing inside a transaction, so it stands here, and the keys are checked before the commit.
      db.pragma('foreign_keys = OFF');
      await waiting(() => db.exec('BEGIN IMMEDIATE'));
      try {
        const result = await work();
        const broken = db.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0)
          throw new Error(`The migration leaves rows that point at nothing (${broken.length}): nothing was changed.`);
        db.exec('COMMIT');
        return result;
      } finally {
        if (db.inTransaction) db.exec('ROLLBACK');
      }
    },
    async copyBefore(migration) {
      const tables = db.prepare(
        `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name <> '_prisma_migrations'`,
      );
      if (tables.pluck().get() === 0) return;
      await copySqlite(file, `${file}.before-${migration.name}`);
    },
    async run(sql) {
      db.exec(sql);
    },
    async record({ name, checksum }, id) {
      const now = Date.now();
      db.prepare(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
         VALUES (?, ?, ?, ?, ?, 1)`,
      ).run(id, checksum, name, now, now);
    },
    async close() {
      db.close();
    },
  };
}

function open(file: string): Sqlite.Database {
  try {
    return new Sqlite(file, { timeout: 100 });
  } catch (error) {
    throw new Error(`The SQLite file ${file} cannot be opened: ${error instanceof Error ? error.message : error}.`);
  }
}
