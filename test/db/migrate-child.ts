/**
 * A process of its own for the tests of migrating: `apply` does what a starting server does, `hang` stops in the middle of a
 * migration, its transaction open, and says so.
 */

import path from 'node:path';
import { providerOf } from '@/lib/db/connect';
import { type Migration, migrate, readMigrations } from '@/lib/db/migrate';
import { postgresqlSession } from '@/lib/db/migrate-postgresql';
import { sqliteSession } from '@/lib/db/migrate-sqlite';

const [, , what, url = '', folder = ''] = process.argv;

async function hang(): Promise<void> {
  const provider = providerOf(url);
  const session = provider === 'sqlite' ? sqliteSession(url) : await postgresqlSession(url);
  const last = readMigrations(path.join(folder, provider)).at(-1) as Migration;
  await session.applied();
  await session.exclusively(async () => {
    await session.run(last.sql);
    await session.record(last, 'half-way');
    console.log('half-way');
    setInterval(() => {}, 1_000);
    return new Promise(() => {});
  });
}

(what === 'hang' ? hang() : migrate(url, folder).then(() => console.log('applied'))).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
