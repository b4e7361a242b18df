// The built server, on its own: node lib/setup/serve.mjs HOST PORT
//
// It is Next's, with a door beside it for the EC2 endpoint. Clients send calls there by the thousand, each in the body of a
// signed request, and Next takes twice as long to hand such a request to its route as the route takes to answer it.
import { createServer } from 'node:http';
import next from 'next';
import { apiHeaders, cameByHttps, httpsHeaders } from './headers.mjs';

const [hostname = '127.0.0.1', port = '3000'] = process.argv.slice(2);
const app = next({ dev: false, hostname, port: Number(port) });
await app.prepare();
const byNext = app.getRequestHandler();

/** Requests that are being answered. */
let answering = 0;
let stopping = false;

const server = createServer((request, response) => {
  answering += 1;
  response.once('close', () => {
    answering -= 1;
    stopWhenDone();
  });
  const door = isOfEc2(request) ? ec2Door() : undefined;
  const fail = () => response.destroy();
  if (!door) return void byNext(request, response).catch(fail);
  const isSafe = request.headers[cameByHttps.name] === cameByHttps.value;
  for (const { key, value } of isSafe ? [...apiHeaders, ...httpsHeaders] : apiHeaders) response.setHeader(key, value);
  door(request, response).catch(fail);
});

/** @param {import('node:http').IncomingMessage} request */
const isOfEc2 = ({ method, url = '' }) => (method === 'POST' || method === 'GET') && /^\/api\/ec2\/?(\?|$)/.test(url);

/**
 * What the endpoint's route has put out when it was loaded (lib/usecases/ec2-doors.ts); nothing before.
 * @returns {typeof import('@/lib/usecases/ec2-doors').serveEc2 | undefined}
 */
const ec2Door = () => Reflect.get(globalThis, 'patchbayEc2');

// Longer than what stands in front keeps its connections, mostly a minute: else it sends a request on one that is being closed.
server.keepAliveTimeout = 75_000;
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  const taken = `Port ${port} of ${hostname} is taken. Stop what uses it, or set PORT to another one.`;
  console.error(error.code === 'EADDRINUSE' ? taken : error.message);
  process.exit(1);
});
server.listen(Number(port), hostname, () => {
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(hostname) ? 'localhost' : hostname;
  const origin = `http://${name}:${taken}`;
  // Next's own start says this too: without it, its redirects after a form are fetched from whatever Host a request names.
  process.env.__NEXT_PRIVATE_ORIGIN = origin;
  console.log(`Patchbay answers at ${origin}`);
});

// Requests that have begun are finished; streams of events end themselves (lib/auth/event-stream.ts).
for (const [signal, number] of /** @type {const} */ ([
  ['SIGINT', 2],
  ['SIGTERM', 15],
])) {
  process.once(signal, () => {
    stopping = true;
    server.close(async () => {
      await app.close().catch(console.error);
      process.exit(128 + number);
    });
    stopWhenDone();
  });
}

/** Node waits for connections that are kept, too, for as long as they are. */
function stopWhenDone() {
  if (stopping && answering === 0) server.closeAllConnections();
}
