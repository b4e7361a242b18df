// npm run admin -- COMMAND: what an administrator does on the machine itself. Plain Node up to here: the rest is TypeScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installMissing, requireNode, run } from './install.mjs';

requireNode();
installMissing({ withTests: false });
run('node', ['lib/setup/generate.mjs'], 'The database clients could not be generated; the lines above say why.');

// The server reads these files too, in this order; a variable that is set already stays.
for (const file of ['.env.production.local', '.env.local', '.env.production', '.env']) {
  if (existsSync(file)) process.loadEnvFile(file);
}
const command = spawn(
  process.execPath,
  // What the server's modules ask for outside of Next.
  ['--conditions=react-server', '--import', 'tsx', 'lib/setup/admin.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal));
command.on('exit', (code) => process.exit(code ?? 1));
