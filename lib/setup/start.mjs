// npm start: from a fresh clone to a server that answers, in one command and with nothing but Node and npm.
import { spawn } from 'node:child_process';
import { installMissing, requireNode, run } from './install.mjs';
import { serverArguments } from './server-command.mjs';

requireNode();
const port = process.env.PORT ?? '3000';
const host = process.env.HOST ?? '127.0.0.1';
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
  console.error(`PORT is '${port}'; set it to a number from 0 to 65535, for example PORT=3000.`);
  process.exit(1);
}
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.env.NEXTAUTH_URL ??= `http://localhost:${port}`;

installMissing({ withTests: false });
run('node', ['lib/setup/build.mjs'], 'The build failed; the lines above say why.');

const server = spawn(process.execPath, serverArguments({ host, port }), { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
