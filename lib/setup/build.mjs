/**
 * Makes the production build in `.next`, when the sources are not those of the last one: database clients, `next build`,
 * then the policies of the prerendered pages. Fails with a sentence that says which of the three it was.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePolicies } from './csp.mjs';
import { generate } from './generate.mjs';
import { precompress } from './precompress.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a build is made of. A file that is not here can change without a new build. */
const inputs = [
  'app',
  'components',
  'content',
  'instrumentation.ts',
  'lib',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'prisma',
  'proxy.ts',
  'tsconfig.json',
];
/** Made from other inputs. */
const derived = ['lib/db/generated'];

/**
 * One text for all that a build is made of: names and contents, in no order but their own.
 * @param {string} directory the root of the project
 */
export function fingerprint(directory) {
  const hash = createHash('sha256');
  /** @param {string} name */
  const add = (name) => {
    const file = path.join(directory, name);
    if (derived.includes(name) || !existsSync(file)) return;
    if (statSync(file).isDirectory()) for (const entry of readdirSync(file).sort()) add(`${name}/${entry}`);
    else hash.update(`${name}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  };
  for (const name of inputs) add(name);
  return hash.digest('hex');
}

async function build() {
  const output = path.join(root, '.next');
  const stamp = path.join(output, 'patchbay-inputs');
  const now = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    await generate();
    return;
  }
  // Gone until the very end: a build that was interrupted is not taken for a finished one.
  rmSync(stamp, { force: true });

  console.log('Generating the database clients');
  await generate();
  console.log('Building the pages, which takes from ten seconds to a minute');
  const { status, signal } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  );
  if (status !== 0) throw new Error(`The pages could not be built (next build ended with ${signal ?? status}).`);
  precompress(path.join(output, 'static'));
  const count = writePolicies(output);
  writeFileSync(stamp, now);
  console.log(`Built, with a content security policy for each of ${count} prerendered pages`);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  try {
    await build();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
