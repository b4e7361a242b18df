/**
 * Generates the two Prisma clients (SQLite, PostgreSQL) into lib/db/generated. Run after `npm ci` and when the schema changed;
 * silent unless it fails, and does nothing when what it would write is there already.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { postgresqlSchema } from '../../prisma/derive-schema.mjs';

const run = promisify(execFile);
const here = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

/**
 * Generates what is missing or out of date. Throws with Prisma's own words when it cannot.
 * @param {string} root the project's folder
 */
export async function generate(root = here) {
  const generated = path.join(root, 'lib/db/generated');
  const schemaFile = path.join(root, 'prisma/schema.prisma');
  const schema = readFileSync(schemaFile, 'utf8');
  const prismaPackage = require.resolve('prisma/package.json');
  const stamp = createHash('sha256').update(schema).update(readFileSync(prismaPackage)).digest('hex');
  const stampFile = path.join(generated, 'stamp');
  const clients = ['sqlite', 'postgresql'].map((name) => path.join(generated, name, 'client.ts'));
  if (clients.every((file) => existsSync(file)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return;

  mkdirSync(generated, { recursive: true });
  const derivedFile = path.join(generated, 'postgresql.prisma');
  // The client's folder in the schema is relative to the schema's own folder, which is one deeper here.
  writeFileSync(derivedFile, postgresqlSchema(schema).replace('../lib/db/generated/', './'));

  const cli = path.join(path.dirname(prismaPackage), 'build/index.js');
  const env = {
    ...process.env,
    // Generating needs no schema engine, it only insists on having one: any executable does, and nothing is downloaded.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await Promise.all(
    [schemaFile, derivedFile].map((file) =>
      run(process.execPath, [cli, 'generate', '--no-hints', '--schema', file], { cwd: root, env }).catch((error) => {
        throw new Error(
          `Prisma could not generate its client from ${file}.\n${error.stdout ?? ''}${error.stderr ?? error}`,
        );
      }),
    ),
  );
  writeFileSync(stampFile, stamp);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  try {
    await generate();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
