import 'server-only';
import pg from 'pg';
import type { MigrationSession } from './migrate';

/** The number that Prisma's own migrations lock, so that neither runs beside the other. */
const lock = 72707369;

/** Just as Prisma makes it, so that `prisma migrate status` reads it. */
const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** What is needed of a PostgreSQL connection: several statements in one text, or one statement with values. */
export type PostgresqlConnection = {
  script(sql: string): Promise<unknown>;
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
  end(): Promise<void>;
};

/** A connection of its own for migrations of a PostgreSQL database. */
export async function postgresqlSession(url: string): Promise<MigrationSession> {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch((error) => {
    // Two refused addresses of one name come as an error without a message of its own.
    const reason = error instanceof AggregateError ? error.errors.join('; ') : error.message;
    const { database, host, port } = client;
    throw new Error(`The PostgreSQL database ${database} at ${host}:${port} cannot be opened: ${reason}.`, {
      cause: error,
    });
  });
  return postgresqlSessionOn({
    script: (sql) => client.query(sql),
    query: (sql, values) => client.query(sql, values),
    end: () => client.end(),
  });
}

/** The same on a connection that is open already. */
export function postgresqlSessionOn(connection: PostgresqlConnection): MigrationSession {
  let locked = false;

  async function exclusively<T>(work: () => Promise<T>): Promise<T> {
    await connection.script('BEGIN');
    try {
      await connection.script(`SELECT pg_advisory_xact_lock(${lock})`);
      locked = true;
      const result = await work();
      await connection.script('COMMIT');
      return result;
    } catch (error) {
      // Where the connection itself broke, the server rolls back; what matters is the first error.
      await connection.script('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      locked = false;
    }
  }

  async function applied() {
    // Two CREATE TABLE IF NOT EXISTS at once can collide in PostgreSQL's catalogue, so this too is done under the lock.
    if (!locked) await exclusively(async () => void (await connection.script(table)));
    const { rows } = await connection.query(
      `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished" FROM "_prisma_migrations"
       WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
      [],
    );
    // The columns and their types are those of the statement above.
    return rows as { name: string; checksum: string; finished: boolean }[];
  }

  return {
    applied,
    exclusively,
    // A server has its own backups, and no file that this process could copy.
    async copyBefore() {},
    async run(sql) {
      await connection.script(sql);
    },
    async record({ name, checksum }, id) {
      await connection.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
         VALUES ($1, $2, $3, now(), 1)`,
        [id, checksum, name],
      );
    },
    close: () => connection.end(),
  };
}
