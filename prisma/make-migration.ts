/**
 * Writes the migrations that lead from the committed ones to prisma/schema.prisma, for both databases; nothing when there is
 * nothing to do. Read them before committing: an edit of data belongs in them, and an applied migration is never edited.
 *
 *   npx tsx prisma/make-migration.ts add-quizzes
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isNothing, migrationsFolder, pendingSql } from './schema-engine';

const name = process.argv[2];

async function makeMigration(name: string): Promise<void> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  for (const provider of ['sqlite', 'postgresql'] as const) {
    const sql = await pendingSql(provider);
    if (isNothing(sql)) continue;
    const folder = path.join(migrationsFolder(provider), `${stamp}_${name.replaceAll('-', '_')}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    console.log(path.relative(process.cwd(), folder));
  }
}

if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Give the migration a name in kebab-case, such as add-quizzes.');
  process.exitCode = 1;
} else {
  makeMigration(name).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
