// The built server, on its own: node lib/setup/serve.mjs HOST PORT
//
// It is Next's, with two doors beside it. The API: Next takes two to three times as long to hand a request to its route as the
// route takes to answer it, and EC2's clients send calls by the thousand. Scripts and styles: a page asks for a dozen at
// once, and Next compresses each anew.
import { createServer } from 'node:http';
import compression from 'compression';
import next from 'next';
import sirv from 'sirv';
import { apiHeaders, cameByHttps, httpsHeaders, pageHeaders } from './headers.mjs';

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
  request.url = readable(request.url ?? '/');
  const fail = () => response.destroy();
  const leave = () => void byNext(request, response).catch(fail);
  const answer = pastNext(request);
  if (answer) {
    setHeaders(request, response, apiHeaders);
    compress(request, response, () => void answer(request, response).catch(fail));
  } else if (isAsset(request)) {
    setHeaders(request, response, pageHeaders);
    const { url } = request;
    request.url = url?.slice(assetsAt.length);
    assets(request, response, () => {
      request.url = url;
      leave();
    });
  } else leave();
});

/**
 * Next fails on a path whose escapes say no text, `/%E0`. Its signs taken as they stand, it is a path that leads nowhere.
 * @param {string} url
 */
function readable(url) {
  const [path = ''] = url.split('?', 1);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length);
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {readonly import('./headers.mjs').Header[]} headers
 */
function setHeaders(request, response, headers) {
  const isSafe = request.headers[cameByHttps.name] === cameByHttps.value;
  for (const { key, value } of isSafe ? [...headers, ...httpsHeaders] : headers) response.setHeader(key, value);
}

/** As Next does with what it answers. */
const compress = compression();

/** The build's files, each with its hash in its name, as lib/setup/precompress.mjs leaves them. */
const assetsAt = '/_next/static';
const assets = sirv('.next/static', { brotli: true, gzip: true, etag: true, immutable: true, maxAge: 31_536_000 });

/** @param {import('node:http').IncomingMessage} request */
const isAsset = ({ method, url }) => (method === 'GET' || method === 'HEAD') && url?.startsWith(`${assetsAt}/`);

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
