import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { afterAll, beforeAll, describe } from 'vitest';
import { adapterFor, connect, type Database } from '@/lib/db/connect';
import { setDatabase } from '@/lib/db/database';
import { applyMigrations, migrate, readMigrations } from '@/lib/db/migrate';
import { postgresqlSessionOn } from '@/lib/db/migrate-postgresql';
import { howToGetPostgres, postgresPrograms, startPostgres } from './postgres';

/** Opens an empty, migrated database and makes it the process's own, in place of the one before. */
export type Open = () => Promise<Database>;

let folder: string | undefined;
let template: Promise<string> | undefined;
let current: Database | undefined;
let files = 0;

/** A folder for this test file's databases; removed when the file is done. */
export function temporaryFolder(): string {
  folder ??= mkdtempSync(path.join(tmpdir(), 'patchbay-db-'));
  return folder;
}

afterAll(async () => {
  await replaceWith(undefined);
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

/** An empty SQLite database with every migration applied: a copy of one that was migrated once, a few milliseconds. */
export const freshDatabase: Open = async () => {
  template ??= (async () => {
    const file = path.join(temporaryFolder(), 'template.db');
    await migrate(`file:${file}`);
    return file;
  })();
  const file = path.join(temporaryFolder(), `${files++}.db`);
  copyFileSync(await template, file);
  const url = `file:${file}`;
  return replaceWith(await connect(url, counted(adapterFor(url))));
};

/** Runs the same tests on SQLite, on PGlite in memory and on a real PostgreSQL; the last is skipped where none is installed. */
export function eachDatabase(tests: (name: string, open: Open) => void): void {
  describe('SQLite', () => tests('SQLite', freshDatabase));

  describe('PGlite', () => {
    let pglite: PGlite;
    beforeAll(async () => {
      pglite = await PGlite.create();
      const connection = {
        script: (sql: string) => pglite.exec(sql),
        query: (sql: string, values: unknown[]) => pglite.query(sql, values),
        end: async () => {},
      };
      await applyMigrations(postgresqlSessionOn(connection), readMigrations('prisma/migrations/postgresql'));
    }, 120_000);
    afterAll(async () => {
      await replaceWith(undefined);
      await pglite.close();
    });
    tests('PGlite', async () =>
      emptied(await replaceWith(await connect('postgresql://in-memory', counted(new PrismaPGlite(pglite))))),
    );
  });

  const installed = postgresPrograms() !== undefined;
  describe.skipIf(!installed)(installed ? 'PostgreSQL' : `PostgreSQL (${howToGetPostgres})`, () => {
    let cluster: Awaited<ReturnType<typeof startPostgres>>;
    beforeAll(async () => {
      cluster = await startPostgres();
      await migrate(cluster.url);
    });
    afterAll(async () => {
      await replaceWith(undefined);
      await cluster?.stop();
    });
    tests('PostgreSQL', async () =>
      emptied(await replaceWith(await connect(cluster.url, counted(adapterFor(cluster.url))))),
    );
  });
}

let statements: string[] | undefined;
let rows = 0;

/**
 * The SQL that is sent while `work` runs, BEGIN and COMMIT not counted, and how many rows came back: what a page costs. Works on
 * the databases opened here, for one piece of work at a time.
 */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[]; rows: number }> {
  const seen: string[] = [];
  statements = seen;
  rows = 0;
  try {
    return { result: await work(), statements: seen, rows };
  } finally {
    statements = undefined;
  }
}

function counted(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const listening = <Q extends SqlQueryable>(queryable: Q): Q => {
    const queryRaw = queryable.queryRaw.bind(queryable);
    const executeRaw = queryable.executeRaw.bind(queryable);
    queryable.queryRaw = async (query) => {
      statements?.push(query.sql);
      const result = await queryRaw(query);
      rows += result.rows.length;
      return result;
    };
    queryable.executeRaw = (query) => {
      if (!/^(COMMIT|ROLLBACK)/.test(query.sql)) statements?.push(query.sql);
      return executeRaw(query);
    };
    return queryable;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const connection = listening(await factory.connect());
      const startTransaction = connection.startTransaction.bind(connection);
      connection.startTransaction = async (level) => listening(await startTransaction(level));
      return connection;
    },
  };
}

async function replaceWith<D extends Database | undefined>(database: D): Promise<D> {
  const before = current;
  current = database;
  setDatabase(database);
  await before?.close();
  return database;
}

async function emptied(database: Database): Promise<Database> {
  const tables = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await database.prisma.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => `"${name}"`).join(', ')} CASCADE`);
  return database;
}
