// The built server, on its own: node lib/setup/serve.mjs HOST PORT
//
// It is Next's, with a door beside it for the API. Next takes two to three times as long to hand a request to its route as the
// route takes to answer it, and EC2's clients send calls by the thousand.
import { createServer } from 'node:http';
import compression from 'compression';
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
  const fail = () => response.destroy();
  const answer = pastNext(request);
  if (!answer) return void byNext(request, response).catch(fail);
  const isSafe = request.headers[cameByHttps.name] === cameByHttps.value;
  for (const { key, value } of isSafe ? [...apiHeaders, ...httpsHeaders] : apiHeaders) response.setHeader(key, value);
  compress(request, response, () => void answer(request, response).catch(fail));
});

/** As Next does with what it answers. */
const compress = compression();

/**
 * What the API has put out when it was loaded (lib/setup/past-next.ts); nothing before.
 * @param {import('node:http').IncomingMessage} request
 */
function pastNext(request) {
  /** @type {typeof import('@/lib/auth/past-next').findAnswer | undefined} */
  const find = Reflect.get(globalThis, 'patchbayAnswer');
  return find?.(request);
}

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
