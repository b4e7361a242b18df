import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer, type TestServer } from '../server/start-server';
import { bareFolder, buildBare } from './build-bare.mjs';

export interface Both {
  readonly ours: string;
  readonly bare: string;
  stop(): Promise<void>;
}

/** Our server and the bare app, both built for production, side by side. */
export async function startBoth(): Promise<Both> {
  buildBare();
  const ours = await startServer();
  const bare = await startBare();
  return {
    ours: ours.url,
    bare: bare.url,
    stop: async () => {
      await Promise.all([ours.stop(), bare.stop()]);
    },
  };
}

async function startBare(): Promise<Pick<TestServer, 'url' | 'stop'>> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: bareFolder,
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: '',
      BARE_DATABASE: join(mkdtempSync(join(tmpdir(), 'bare-')), 'bare.db'),
    },
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  for (let tries = 0; ; tries += 1) {
    if ((await fetch(url).catch(() => undefined))?.ok) break;
    if (tries > 300 || child.exitCode !== null) throw new Error('the bare app does not answer');
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
