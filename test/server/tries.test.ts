import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Browser } from './browser';
import { signIn, signUp, start } from './people';
import { startServer } from './start-server';
import { stored } from './stored';

const wrong = 'No account has this address and password';

test('200 wrong passwords are throttled, a restart forgets none of them, and the owner still gets in', async () => {
  const env = { TRUST_PROXY: '1' };
  let server = await startServer({ env });
  const from = (address: string) => new Browser(server.url, { 'x-forwarded-for': address });
  const page = await from('192.0.2.1').get('/sign-in');
  expect(page.status).toBe(200);
  const owner = from('198.51.100.7');
  await signUp(owner, 'owner@example.org');

  const outcomes = async (browsers: Browser[], email: (index: number) => string) => {
    let refused = 0;
    for (const [index, browser] of browsers.entries()) {
      const { text } = await signIn(browser, email(index), `wrong ${index}`);
      if (text.includes('Too many tries')) refused += 1;
      else expect(text).toContain(wrong);
    }
    return refused;
  };

  // One account from many addresses.
  const many = (network: string, count: number) =>
    Array.from({ length: count }, (_, index) => from(`${network}.${index}`));
  expect(await outcomes(many('203.0.113', 100), () => 'owner@example.org')).toBe(40);
  // Many accounts from one address.
  const one = Array.from({ length: 100 }, () => from('192.0.2.66'));
  expect(await outcomes(one, (index) => `somebody-${index}@example.org`)).toBe(0);
  expect(await outcomes([from('192.0.2.66')], () => 'somebody@example.org')).toBe(1);
  // One account from one address.
  const pair = Array.from({ length: 12 }, () => from('192.0.2.67'));
  expect(await outcomes(pair, () => 'nobody@example.org')).toBe(2);

  const { folder } = server;
  await server.stop('SIGKILL');
  server = await startServer({ folder, env });
  const again = new Browser(server.url, { 'x-forwarded-for': '192.0.2.66' });
  const refused = await signIn(again, 'owner@example.org');
  expect(refused.text, 'not even the right one, from there').toContain('Too many tries. Wait');
  expect(
    (await signIn(new Browser(server.url, { 'x-forwarded-for': '192.0.2.99' }), 'owner@example.org')).text,
  ).toContain('Too many tries');

  const home = new Browser(server.url, { 'x-forwarded-for': '192.0.2.66' });
  for (const [name, value] of owner.cookies) if (name.includes('known-browser')) home.cookies.set(name, value);
  expect((await signIn(home, 'owner@example.org')).status, 'a browser that the owner has used before').toBe(303);
  for (let index = 0; index < 10; index += 1)
    expect((await signIn(home.copy(), 'owner@example.org', 'wrong')).text).toContain(wrong);
  expect((await signIn(home.copy(), 'owner@example.org')).text, 'but that browser too has only so many').toContain(
    'Too many tries',
  );
  await server.stop();
});

test.each([
  ['where no proxy is trusted', '0', (index: number) => `203.0.113.${index}`],
  ['before what the proxy saw', '1', (index: number) => `203.0.113.${index}, 192.0.2.1`],
])('what a client says of its address counts for nothing %s', async (_where, proxies, says) => {
  const server = await startServer({ env: { TRUST_PROXY: proxies } });
  let refused = 0;
  for (let index = 0; index < 12; index += 1) {
    const browser = new Browser(server.url, { 'x-forwarded-for': says(index), 'x-real-ip': `203.0.113.${index}` });
    const { text } = await signIn(browser, 'nobody@example.org', 'wrong');
    if (text.includes('Too many tries')) refused += 1;
  }
  expect(refused).toBe(2);
  await server.stop();
});

test('a class behind one address gets in: 300 guests, and 150 right passwords at once', async () => {
  const server = await startServer();
  const people = Array.from({ length: 300 }, () => new Browser(server.url));
  const starts = await Promise.all(people.map((browser) => browser.post('/api/v1/labs/sandbox/attempts')));
  expect(starts.filter(({ status }) => status !== 201)).toEqual([]);

  await signUp(new Browser(server.url), 'class@example.org');
  const answers = await Promise.all(people.slice(0, 150).map((browser) => signIn(browser, 'class@example.org')));
  expect(answers.map(({ status }) => status).filter((status) => status !== 303)).toEqual([]);
  const teacher = new Browser(server.url);
  await signIn(teacher, 'class@example.org');
  expect((await teacher.get('/api/v1/lab-attempts')).json, 'what all of them did came along').toHaveLength(50);
  expect(await start(teacher)).toMatch(/-/);
  await server.stop();
});

test('an address without an account is answered like one with a wrong password', async () => {
  const server = await startServer();
  await signUp(new Browser(server.url), 'known@example.org');
  const said = async (email: string) => {
    const { status, text } = await signIn(new Browser(server.url), email, 'wrong word');
    return { status, said: /No account has[^<"&]*/.exec(text)?.[0] };
  };
  expect(await said('knowns@example.org')).toEqual(await said('known@example.org'));
  await server.stop();
});

test('guests of one address are many, and not without end', async () => {
  const server = await startServer();
  expect((await new Browser(server.url).post('/api/v1/labs/sandbox/attempts')).status).toBe(201);
  const db = new Sqlite(join(server.folder, 'patchbay.db'));
  expect(
    db.prepare(`UPDATE "RateLimiterFlexible" SET points = 600 WHERE key LIKE 'guest-address:%'`).run().changes,
  ).toBe(1);
  db.close();
  const before = stored(server.folder);
  const refused = await new Browser(server.url).post('/api/v1/labs/sandbox/attempts');
  expect([refused.status, refused.json.error.message]).toEqual([
    429,
    expect.stringMatching(/^Too many tries. Wait \d+ minutes/),
  ]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.getSetCookie()).toEqual([]);
  expect(stored(server.folder)).toEqual(before);
  await server.stop();
});
