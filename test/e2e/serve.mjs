// The built server on a database of its own, for the browser tests: node test/e2e/serve.mjs PORT
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverArguments } from '../../lib/setup/server-command.mjs';
import { instructor } from './instructor.mjs';

const port = process.argv[2] ?? '3917';
const folder = mkdtempSync(join(tmpdir(), 'patchbay-e2e-'));
const env = {
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: `file:${join(folder, 'patchbay.db')}`,
  NEXTAUTH_URL: `http://localhost:${port}`,
  // Another site than localhost: embed.spec.ts shows a lab in a frame there.
  EMBED_ORIGINS: `http://127.0.0.1:${Number(port) + 1_000}`,
};
const { email, name, password } = instructor;
const account = ['--email', email, '--name', name, '--password', password, '--role', 'instructor'];
const made = spawnSync(process.execPath, ['lib/setup/admin.mjs', 'create-user', ...account], { stdio: 'inherit', env });
if (made.status !== 0) process.exit(1);

const server = spawn(process.execPath, serverArguments({ host: 'localhost', port }), { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
