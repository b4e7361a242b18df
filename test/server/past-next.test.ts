import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from './start-server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const start = (slug: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/labs/${slug}/attempts`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/json', ...headers },
    body: '{}',
  });
/** Next names them on whatever it answers. */
const isByNext = (answer: Response) => answer.headers.get('vary')?.includes('rsc') ?? false;
const headersOf = ({ headers }: Response) =>
  Object.fromEntries(
    [...headers].filter(
      ([name]) => !/^(date|vary|set-cookie|content-length|content-encoding|transfer-encoding)$/.test(name),
    ),
  );

test('the API is answered past Next, with the same headers and the same cookie', async () => {
  const [ours, byNext] = [await start('sandbox'), await start('%73andbox')];
  expect([ours.status, isByNext(ours)]).toEqual([201, false]);
  expect([byNext.status, isByNext(byNext)]).toEqual([201, true]);
  expect(headersOf(ours)).toMatchObject(headersOf(byNext));
  const cookies = [ours, byNext].map(({ headers }) => headers.getSetCookie().map((cookie) => attributes(cookie)));
  expect(cookies[0]).toEqual(cookies[1]);
  expect(cookies[0]).toEqual([
    { name: 'next-auth.session-token', attributes: ['httponly', 'max-age=2592000', 'path=/', 'samesite=lax'] },
  ]);
});

/** In one order: each writer has its own. `Expires` says what `Max-Age` says. */
function attributes(cookie: string) {
  const [pair = '', ...rest] = cookie.split(';').map((part) => part.trim());
  const all = rest.map((part) => part.toLowerCase()).filter((part) => !part.startsWith('expires='));
  return { name: pair.split('=')[0], attributes: all.sort() };
}

test('an address whose escapes say no text is not found, on a page and in the API', async () => {
  for (const path of ['/%E0%A4%A', '/labs/%E0%A4%A?attempt=%E0', '/_next/static/%ff.js']) {
    const page = await fetch(server.url + path);
    expect([path, page.status, page.headers.get('content-security-policy') !== null]).toEqual([path, 404, true]);
  }
  const answer = await fetch(`${server.url}/api/v1/labs/%E0%A4%A`);
  expect([answer.status, await answer.json()]).toEqual([404, { error: expect.objectContaining({ code: 'NotFound' }) }]);
  const query = await fetch(`${server.url}/labs?at=%E0%A4%A`);
  expect(query.status).toBe(200);
});

test('a long answer is compressed, a short one is not', async () => {
  const labs = await fetch(`${server.url}/api/v1/labs`, { headers: { 'accept-encoding': 'gzip' } });
  expect([labs.headers.get('content-encoding'), labs.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
  expect(await labs.json()).not.toEqual([]);
  const plain = await fetch(`${server.url}/api/v1/labs`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  const health = await fetch(`${server.url}/api/health`, { headers: { 'accept-encoding': 'gzip' } });
  expect(health.headers.get('content-encoding')).toBeNull();
});

test('another site’s page is refused as ever', async () => {
  const answer = await start('sandbox', { origin: 'https://elsewhere.example' });
  expect([answer.status, isByNext(answer)]).toEqual([403, false]);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('HEAD is GET without its body', async () => {
  const answer = await fetch(`${server.url}/api/v1/labs`, { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('scripts and styles come compressed, are kept for good, and carry the headers of a page', async () => {
  const page = await fetch(`${server.url}/labs`);
  const html = await page.text();
  const paths = [...html.matchAll(/"(\/_next\/static\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  expect(paths.filter((path) => path.endsWith('.css'))).not.toEqual([]);
  for (const path of paths) {
    const [br, gzip, plain] = await Promise.all(
      ['br, gzip', 'gzip', 'identity'].map((encoding) =>
        fetch(server.url + path, { headers: { 'accept-encoding': encoding } }),
      ),
    );
    const text = await plain?.text();
    expect(await br?.text(), path).toBe(text);
    expect(await gzip?.text(), path).toBe(text);
    const { headers } = br ?? plain ?? page;
    if ((text?.length ?? 0) > 2_000) expect(headers.get('content-encoding'), path).toBe('br');
    expect(headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
    expect(headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
    for (const name of ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy']) {
      expect(headers.get(name), name).toBe(page.headers.get(name));
    }
  }
});

test.each([
  '/_next/static/nothing.js',
  '/_next/static/../server/app/labs.html',
  '/_next/static/%2e%2e/patchbay-inputs',
])('%s is not there', async (path) => {
  const { port } = new URL(server.url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    // `fetch` would tidy the path.
    request({ port, path, host: '127.0.0.1' }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(404);
});
