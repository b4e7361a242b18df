import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverArguments } from '@/lib/setup/server-command.mjs';

export interface TestServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** The folder of its database. */
  readonly folder: string;
  /** What it wrote so far. */
  readonly log: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Nothing is left behind, not even by a test that was ended. */
const running = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A free port of the loopback interface. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** Start the built server on its own database, or on `folder`'s, and wait until it answers. */
export async function startServer(
  options: { folder?: string; port?: number; env?: Record<string, string> } = {},
): Promise<TestServer> {
  const port = options.port ?? (await freePort());
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'patchbay-'));
  folders.add(folder);
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, serverArguments({ host: '127.0.0.1', port }), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: `file:${join(folder, 'patchbay.db')}`,
      NEXTAUTH_URL: url,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let log = '';
  const collect = (chunk: Buffer) => {
    log += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  await untilItAnswers(url, child, () => log);
  return {
    url,
    process: child,
    folder,
    log: () => log,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
    },
  };
}

async function untilItAnswers(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    const response = await fetch(`${url}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${log()}`);
    if (Date.now() > giveUpAt) throw new Error(`no answer within a minute:\n${log()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
