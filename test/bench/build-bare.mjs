// Builds the bare app beside ours, unless it is built already: node test/bench/build-bare.mjs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const bareFolder = join(import.meta.dirname, 'bare');

/** Build it; throws with Next's words when that fails. A build of the same sources by the same Next is not repeated. */
export function buildBare() {
  const mark = join(bareFolder, '.next', 'built-with');
  const hash = createHash('sha256').update(readFileSync('node_modules/next/package.json'));
  for (const name of readdirSync(bareFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    // What Next writes itself.
    if (/^(\.next|next-env\.d\.ts|tsconfig\.json)/.test(name) || !/\.\w+$/.test(name)) continue;
    hash.update(`${name}\0`).update(readFileSync(join(bareFolder, name)));
  }
  const made = hash.digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === made) return;
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next');
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    cwd: bareFolder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`the bare app could not be built:\n${stdout}${stderr}`);
  writeFileSync(mark, made);
}

if (import.meta.url === `file://${process.argv[1]}`) buildBare();
