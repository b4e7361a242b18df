// npm run dev: the development server, on the same address as the real one, with fast reloads and no content security policy.
import { spawn } from 'node:child_process';
import { installMissing, requireNode, run } from './install.mjs';

requireNode();
installMissing();
run('node', ['lib/setup/generate.mjs'], 'The database clients could not be generated; the lines above say why.');

const { PORT: port = '3000', HOST: host = '127.0.0.1' } = process.env;
const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'dev', '-H', host, '-p', port], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://localhost:${port}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
