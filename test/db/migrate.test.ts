import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Provider } from '@/lib/db/connect';
import { setDatabase } from '@/lib/db/database';
import { findAttempt } from '@/lib/db/lab-attempts';
import { applyMigrations, type MigrationSession, migrate, readMigrations } from '@/lib/db/migrate';
import { postgresqlSession } from '@/lib/db/migrate-postgresql';
import { sqliteSession } from '@/lib/db/migrate-sqlite';
import { sqliteFile } from '@/lib/db/sqlite';
import { findUser } from '@/lib/db/users';
import { postgresqlSchema } from '../../prisma/derive-schema.mjs';
import { isNothing, migrationList, openSchemaEngine, pendingSql, schemaText } from '../../prisma/schema-engine';
import { freshDatabase, temporaryFolder } from './databases';
import { howToGetPostgres, postgresPrograms, startPostgres } from './postgres';
import { newAttempt } from './suites/attempts';

const committed = path.resolve('prisma/migrations');
let files = 0;

/** A copy of the committed migrations, with more behind them: name → SQL. */
function migrationsWith(provider: Provider, more: Record<string, string>): string {
  const folder = path.join(temporaryFolder(), `migrations-${files++}`);
  cpSync(committed, folder, { recursive: true });
  for (const [name, sql] of Object.entries(more)) {
    mkdirSync(path.join(folder, provider, name));
    writeFileSync(path.join(folder, provider, name, 'migration.sql'), sql);
  }
  return folder;
}

function child(what: 'apply' | 'hang', url: string, folder: string): ChildProcess {
  const script = fileURLToPath(new URL('./migrate-child.ts', import.meta.url));
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, what, url, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a child printed and how it ended. */
function ended(process: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [process.stdout, process.stderr])
    stream?.on('data', (data) => {
      output += data;
    });
  return new Promise((resolve) => process.once('close', (code) => resolve({ code, output })));
}

describe.each(['sqlite', 'postgresql'] as const)('%s', (provider) => {
  test('the committed migrations make exactly the schema', { timeout: 120_000 }, async () => {
    expect(readdirSync(path.join(committed, provider)).length).toBeGreaterThan(0);
    const sql = await pendingSql(provider);
    expect(isNothing(sql) ? '' : sql).toBe('');
  });
});

test('the PostgreSQL schema differs in its provider and folder alone', () => {
  const [sqlite, postgresql] = [schemaText('sqlite').split('\n'), schemaText('postgresql').split('\n')];
  const different = postgresql.filter((line, index) => line !== sqlite[index]);
  expect(different.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
    'output = "../lib/db/generated/postgresql"',
    'provider = "postgresql"',
  ]);
  expect(() => postgresqlSchema('model User {}')).toThrow(/no longer has the lines/);
});

/** The same promises on both; `open` gives the address of an empty database, `tables` its tables. */
function promises(
  provider: Provider,
  open: () => Promise<string>,
  ask: (url: string, sql: string) => Promise<unknown[]>,
) {
  const tables = async (url: string) => {
    const catalogue =
      provider === 'sqlite'
        ? `SELECT name FROM sqlite_schema WHERE type = 'table'`
        : `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`;
    return ((await ask(url, catalogue)) as { name: string }[]).map((row) => row.name).sort();
  };
  const names = async (url: string) =>
    ((await ask(url, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')) as { name: string }[]).map(
      (row) => row.name,
    );

  test('an empty database gets every table; a second time nothing happens', async () => {
    const url = await open();
    await migrate(url);
    expect(await tables(url)).toContain('LabStep');
    await migrate(url);
    expect(await names(url)).toEqual(readdirSync(path.join(committed, provider)));
  });

  test('an edited migration is refused, and nothing is changed', async () => {
    const url = await open();
    await migrate(url);
    const folder = migrationsWith(provider, { '99990101000000_more': 'CREATE TABLE "More" ("id" TEXT PRIMARY KEY);' });
    const [first = ''] = readdirSync(path.join(folder, provider));
    appendFileSync(path.join(folder, provider, first, 'migration.sql'), '-- edited\n');
    await expect(migrate(url, folder)).rejects.toThrow(
      `Migration ${first} was edited after it was applied: restore its file, and make a new migration instead.`,
    );
    expect(await tables(url)).not.toContain('More');
  });

  test('line ends changed by a checkout are no edit', async () => {
    const url = await open();
    await migrate(url);
    const folder = migrationsWith(provider, {});
    const [first = ''] = readdirSync(path.join(folder, provider));
    const file = path.join(folder, provider, first, 'migration.sql');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    await migrate(url, folder);
  });

  test('a newer version’s database is refused', async () => {
    const url = await open();
    await migrate(
      url,
      migrationsWith(provider, { '99990101000000_newer': 'CREATE TABLE "Newer" ("id" TEXT PRIMARY KEY);' }),
    );
    await expect(migrate(url)).rejects.toThrow(
      'The database was changed by a newer version (migration 99990101000000_newer): start that version, or restore a backup.',
    );
  });

  test('a migration that another program left unfinished is refused', async () => {
    const url = await open();
    await migrate(url);
    await ask(url, 'UPDATE _prisma_migrations SET finished_at = NULL RETURNING id');
    await expect(migrate(url)).rejects.toThrow(/was begun by another program and not finished: restore a backup/);
  });

  test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
    const url = await open();
    const bad = 'CREATE TABLE "Half" ("id" TEXT PRIMARY KEY);\nINSERT INTO "Nowhere" VALUES (1);';
    const good = 'CREATE TABLE "Good" ("id" TEXT PRIMARY KEY);';
    const folder = migrationsWith(provider, { '99990101000000_good': good, '99990102000000_bad': bad });
    await expect(migrate(url, folder)).rejects.toThrow(/Nowhere/);
    expect(await tables(url)).toEqual(expect.arrayContaining(['Good', 'User']));
    expect(await tables(url)).not.toContain('Half');
    const mended = migrationsWith(provider, {
      '99990101000000_good': good,
      '99990102000000_bad': bad.split('\n')[0] ?? '',
    });
    await migrate(url, mended);
    expect(await tables(url)).toContain('Half');
  });

  test('what another process applied between the look and the lock is not applied again', async () => {
    const url = await open();
    const folder = migrationsWith(provider, { '99990101000000_more': 'CREATE TABLE "More" ("id" TEXT PRIMARY KEY);' });
    const session = provider === 'sqlite' ? sqliteSession(url) : await postgresqlSession(url);
    const late: MigrationSession = {
      ...session,
      async exclusively(work) {
        await migrate(url, folder);
        return session.exclusively(work);
      },
    };
    await applyMigrations(late, readMigrations(path.join(folder, provider)));
    await session.close();
    expect(await names(url)).toEqual(readdirSync(path.join(folder, provider)));
  });

  test('three processes at once apply each migration once', { timeout: 120_000 }, async () => {
    const url = await open();
    const folder = migrationsWith(provider, { '99990101000000_more': 'CREATE TABLE "More" ("id" TEXT PRIMARY KEY);' });
    const results = await Promise.all([0, 1, 2].map(() => ended(child('apply', url, folder))));
    expect(results).toEqual(Array(3).fill({ code: 0, output: 'applied\n' }));
    expect(await names(url)).toEqual(readdirSync(path.join(folder, provider)));
  });

  test('killed half-way, it is as if it had not begun', { timeout: 120_000 }, async () => {
    const url = await open();
    await migrate(url);
    const folder = migrationsWith(provider, { '99990101000000_more': 'CREATE TABLE "More" ("id" TEXT PRIMARY KEY);' });
    const process = child('hang', url, folder);
    const end = ended(process);
    await new Promise((resolve) => process.stdout?.once('data', resolve));
    process.kill('SIGKILL');
    expect((await end).output).toBe('half-way\n');
    expect(await tables(url)).not.toContain('More');
    await migrate(url, folder);
    expect(await tables(url)).toContain('More');
  });
}

describe('SQLite', () => {
  const open = async () => `file:${path.join(temporaryFolder(), `migrate-${files++}.db`)}`;
  const ask = async (url: string, sql: string) => {
    const db = new Sqlite(sqliteFile(url));
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  };
  promises('sqlite', open, ask);

  test('Prisma’s own engine finds our migrations applied and unedited', async () => {
    const url = await open();
    await migrate(url);
    const engine = await openSchemaEngine('sqlite', new PrismaBetterSqlite3({ url }));
    const filters = { externalTables: [], externalEnums: [] };
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: migrationList('sqlite'),
      optInToShadowDatabase: false,
      filters,
    });
    expect(found).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      history: null,
      hasMigrationsTable: true,
    });
  });

  test('a file that holds something is copied before it is changed, an empty one is not', async () => {
    const url = await open();
    const file = sqliteFile(url);
    await migrate(url);
    const more = { '99990101000000_more': 'DROP TABLE "AuditEvent";', '99990102000000_last': 'SELECT 1;' };
    await ask(url, `INSERT INTO "AuditEvent" ("id", "action", "subject") VALUES ('kept', 'a', 's') RETURNING "id"`);
    await migrate(url, migrationsWith('sqlite', more));
    const copies = readdirSync(path.dirname(file)).filter((name) => name.startsWith(`${path.basename(file)}.before`));
    expect(copies).toEqual([`${path.basename(file)}.before-99990101000000_more`]);
    expect(await ask(`file:${file}.before-99990101000000_more`, 'SELECT "id" FROM "AuditEvent"')).toEqual([
      { id: 'kept' },
    ]);
  });

  test('making a table anew keeps the rows that point at it', async () => {
    const { url, close } = await freshDatabase();
    const { owner, attempt } = await newAttempt();
    await close();
    // What Prisma writes to change a column: with foreign keys on, the DROP would delete the attempts of every user.
    const create = (await ask(url, `SELECT "sql" FROM sqlite_schema WHERE "name" = 'User'`)) as { sql: string }[];
    const anew = [
      'PRAGMA foreign_keys=OFF;',
      `${(create[0]?.sql ?? '').replace('"User"', '"new_User"')};`,
      'INSERT INTO "new_User" SELECT * FROM "User";',
      'DROP TABLE "User";',
      'ALTER TABLE "new_User" RENAME TO "User";',
      'PRAGMA foreign_keys=ON;',
    ].join('\n');
    await migrate(url, migrationsWith('sqlite', { '99990101000000_anew': anew }));
    const again = await connect(url);
    setDatabase(again);
    expect(await findUser(owner.id)).toEqual(owner);
    expect(await findAttempt(attempt.id, owner.id)).toEqual(attempt);
    await again.close();
  });

  test('a migration that leaves a row pointing at nothing is refused', async () => {
    const { url, close } = await freshDatabase();
    const { owner } = await newAttempt();
    await close();
    const folder = migrationsWith('sqlite', {
      '99990101000000_lose': `DELETE FROM "User" WHERE "id" = '${owner.id}';`,
    });
    await expect(migrate(url, folder)).rejects.toThrow(
      'The migration leaves rows that point at nothing (1): nothing was changed.',
    );
    expect(await ask(url, 'SELECT "id" FROM "User"')).toEqual([{ id: owner.id }]);
    expect(existsSync(`${sqliteFile(url)}.before-99990101000000_lose`)).toBe(true);
  });
});

const installed = postgresPrograms() !== undefined;
describe.skipIf(!installed)(installed ? 'PostgreSQL' : `PostgreSQL (${howToGetPostgres})`, () => {
  let cluster: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster?.stop());

  const ask = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const open = async () => {
    const name = `migrate_${files++}`;
    await ask(cluster.url, `CREATE DATABASE ${name}`);
    return cluster.url.replace('/postgres?', `/${name}?`);
  };
  promises('postgresql', open, ask);
});
