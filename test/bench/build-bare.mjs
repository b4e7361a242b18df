// Builds the bare app beside ours, unless it is built already: node test/bench/build-bare.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const bareFolder = join(import.meta.dirname, 'bare');

/** Build it; throws with Next's words when that fails. A build of the same Next is not repeated. */
export function buildBare() {
  const mark = join(bareFolder, '.next', 'built-with');
  const version = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8')).version;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return;
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next');
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    cwd: bareFolder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`the bare app could not be built:\n${stdout}${stderr}`);
  writeFileSync(mark, version);
}

if (import.meta.url === `file://${process.argv[1]}`) buildBare();
