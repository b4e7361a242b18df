import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { requestCookies, requestHeaders } from '@/lib/auth/incoming';
import { findAnswer, servePastNext } from '@/lib/auth/past-next';

const said = async (what: unknown) => ({ status: 200, headers: { 'content-type': 'text/plain' }, text: String(what) });

servePastNext('GET /api/test/things/{id}', (_, { id }) => said(`thing ${id}`));
servePastNext('GET /api/test/things/all', () => said('all'));
servePastNext('GET /api/test/things/next');
servePastNext('POST /api/test/things/{id}/words', async ({ body, url }, { id }) =>
  said(`${id} ${url} ${await body()}`),
);
servePastNext('POST /api/test/cookies', async () => {
  const cookies = await requestCookies();
  cookies.set('new', 'a;b', { httpOnly: true, path: '/', sameSite: 'lax', maxAge: 60 });
  cookies.set('old', '', { path: '/', maxAge: 0 });
  const values = ['old', 'new', 'other', 'none'].map((name) => cookies.get(name)?.value);
  return said(JSON.stringify([...values, (await requestHeaders()).get('x-told')]));
});

const server: Server = createServer(async (request, response) => {
  const answer = findAnswer(request);
  if (answer) await answer(request, response).catch(() => response.destroy());
  else response.writeHead(404).end('Next');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
afterAll(() => server.close());
// It listens on a port, so its address is no path.
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const get = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).text();

test('an address says what its path says, and what stands there word for word comes first', async () => {
  expect(await get('/api/test/things/7')).toBe('thing 7');
  expect(await get('/api/test/things/all?x=1')).toBe('all');
  expect(await get('/api/test/things/7/words?a=%20', { method: 'POST', body: 'hé' })).toBe(
    '7 /api/test/things/7/words?a=%20 hé',
  );
});

test.each([
  '/api/test/things',
  '/api/test/things/',
  '/api/test/things/7/',
  '/api/test/things//',
  '/api/test/things/%37',
])('%s is left to Next', async (path) => {
  expect(await get(path)).toBe('Next');
});

test('so is another method', async () => {
  expect(await get('/api/test/things/7', { method: 'DELETE' })).toBe('Next');
  expect((await fetch(`${url}/api/test/things/7`, { method: 'HEAD' })).status).toBe(404);
});

test('cookies are those of the request and of its answer', async () => {
  const answer = await fetch(`${url}/api/test/cookies`, {
    method: 'POST',
    headers: { cookie: 'old=1; other=x%20y', 'x-told': 'yes' },
  });
  expect(await answer.json()).toEqual(['', 'a;b', 'x y', null, 'yes']);
  expect(answer.headers.getSetCookie()).toEqual([
    'new=a%3Bb; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
    'old=; Max-Age=0; Path=/',
  ]);
});

test('requests at the same time do not see each other’s', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const headers = { cookie: `other=${index}`, 'x-told': `${index}` };
      return JSON.parse(await get('/api/test/cookies', { method: 'POST', headers })) as unknown[];
    }),
  );
  expect(answers.map(([, , other, , told]) => [other, told])).toEqual(
    answers.map((_, index) => [`${index}`, `${index}`]),
  );
});

test('a body that is too long is refused, declared or not', async () => {
  const words = `${url}/api/test/things/7/words`;
  // `serve` is given answers that never reject; this one does, and its connection ends.
  await expect(fetch(words, { method: 'POST', body: 'x'.repeat(262_145) })).rejects.toThrow();
  expect((await get('/api/test/things/7/words', { method: 'POST', body: 'x'.repeat(262_144) })).length).toBeGreaterThan(
    262_144,
  );
});
