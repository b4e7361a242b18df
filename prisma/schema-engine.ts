import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Provider } from '../lib/db/connect';
import { postgresqlSchema } from './derive-schema.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };

/** The schema of one database, as Prisma reads it. */
export function schemaText(provider: Provider): string {
  const sqlite = readFileSync(path.join(folder, 'schema.prisma'), 'utf8');
  return provider === 'sqlite' ? sqlite : postgresqlSchema(sqlite);
}

/** Where the committed migrations of one database lie. */
export function migrationsFolder(provider: Provider): string {
  return path.join(folder, 'migrations', provider);
}

/** Prisma's schema engine (WebAssembly) on an empty database in memory. */
export async function openSchemaEngine(provider: Provider, adapter = emptyDatabase(provider)) {
  await load();
  const schema: [string, string][] = [['schema.prisma', schemaText(provider)]];
  return bindings.SchemaEngine.new(
    { datamodels: schema },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** The SQL that leads from the committed migrations to the schema; a comment only when there is nothing to do. */
export async function pendingSql(provider: Provider): Promise<string> {
  const engine = await openSchemaEngine(provider);
  const result = await engine.diff({
    from: { tag: 'migrations', ...migrationList(provider) },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schemaText(provider) }] },
    script: true,
    exitCode: null,
    filters,
  });
  return result.stdout ?? '';
}

/** Whether the SQL of a migration does nothing. */
export function isNothing(sql: string): boolean {
  return sql.replace(/^--.*$/gm, '').trim() === '';
}

/** The committed migrations in the form in which the schema engine takes them. */
export function migrationList(provider: Provider) {
  const baseDir = migrationsFolder(provider);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: readdirSync(baseDir)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      })),
  };
}

function emptyDatabase(provider: Provider): SqlMigrationAwareDriverAdapterFactory {
  if (provider === 'postgresql') {
    const pglite = new PrismaPGlite(new PGlite());
    // One PGlite takes seconds to make, and the database beside the shadow is never looked at.
    pglite.connectToShadowDb = () => pglite.connect();
    return pglite;
  }
  const factory = new PrismaBetterSqlite3({ url: ':memory:' });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => factory.connect(),
    // The engine sends a whole migration as one statement, which this driver takes as a script only.
    connectToShadowDb: async () => {
      const shadow = await factory.connectToShadowDb();
      const runStatement = shadow.executeRaw.bind(shadow);
      shadow.executeRaw = async (query) => {
        if (query.args.length > 0) return runStatement(query);
        await shadow.executeScript(query.sql);
        return 0;
      };
      return shadow;
    },
  };
}

let loaded: Promise<void> | undefined;

function load(): Promise<void> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const file = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
    const { instance } = await WebAssembly.instantiate(readFileSync(file), {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loaded;
}
