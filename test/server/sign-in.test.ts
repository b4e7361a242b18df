import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Browser } from './browser';
import { guest, kindOf, password, run, signIn, signUp } from './people';
import { startServer, type TestServer } from './start-server';
import { query } from './stored';

const sessionCookie = 'next-auth.session-token';
const wrong = 'No account has this address and password';

describe('the journey of a person', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.stop());

  test('a guest becomes an account and keeps what it did; the cookie of before is dead', async () => {
    const { browser, attempt } = await guest(server.url);
    expect((await run(browser, attempt, 'aws ec2 create-vpc --cidr-block 10.9.0.0/16')).json.position).toBe(1);
    expect(await kindOf(browser)).toBe('guest');
    const before = browser.copy();

    const answer = await browser.submit('/sign-up?next=/labs/sandbox', 'Make the account', {
      name: 'Ada',
      email: 'Ada@Example.org',
      password,
    });
    expect(answer.status).toBe(303);
    expect(new URL(answer.headers.get('location') ?? '', server.url).href).toBe(`${server.url}/labs/sandbox`);
    expect(await kindOf(browser)).toBe('account');
    expect((await browser.get(`/api/v1/lab-attempts/${attempt}`)).json.position).toBe(1);

    expect(before.cookies.get(sessionCookie)).not.toBe(browser.cookies.get(sessionCookie));
    expect(await kindOf(before)).toBe('none');
    expect((await before.get(`/api/v1/lab-attempts/${attempt}`)).status).toBe(401);
    expect(query(server.folder, 'SELECT * FROM "User" WHERE kind = \'guest\''), 'it is the same person').toEqual([]);
  });

  test('another browser signs in, and what it did as a guest comes along', async () => {
    const { browser, attempt } = await guest(server.url);
    const before = browser.copy();
    const answer = await signIn(browser, 'ada@example.org');
    expect(answer.status).toBe(303);
    expect((await browser.get('/api/v1/lab-attempts')).json).toHaveLength(2);
    expect((await run(browser, attempt, 'aws ec2 create-vpc --cidr-block 10.8.0.0/16')).json.position).toBe(1);
    expect(await kindOf(before), 'the guest is gone').toBe('none');
  });

  test('an address can have one account, however it is written', async () => {
    const browser = new Browser(server.url);
    const answer = await browser.submit('/sign-up', 'Make the account', {
      name: 'Eve',
      email: ' ADA@example.ORG',
      password,
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('An account with this address exists');
    expect(answer.text, 'what was typed stays').toContain('value="Eve"');
    expect(answer.text, 'but never the password').not.toContain(password);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
  });

  test('a new password ends the other sessions, and the old one lets nobody in', async () => {
    const here = new Browser(server.url);
    const there = new Browser(server.url);
    await signUp(here, 'grace@example.org', 'Grace');
    expect((await signIn(there, 'grace@example.org')).status).toBe(303);
    expect(await kindOf(there)).toBe('account');

    const refused = await here.submit('/settings', 'Change the password', {
      current: 'not it',
      password: 'nanoseconds of wire',
    });
    expect(refused.text).toContain('This is not your present password.');
    const common = await here.submit('/settings', 'Change the password', { current: password, password: 'iloveyou' });
    expect(common.text).toContain('among the first ones that are guessed');
    expect(await kindOf(there), 'nothing happened so far').toBe('account');

    const changed = await here.submit('/settings', 'Change the password', {
      current: password,
      password: 'nanoseconds of wire',
    });
    expect(changed.text).toContain('Your other devices are signed out');
    expect(await kindOf(here)).toBe('account');
    expect(await kindOf(there)).toBe('none');
    expect((await signIn(there, 'grace@example.org')).text).toContain(wrong);
    expect((await signIn(there, 'grace@example.org', 'nanoseconds of wire')).status).toBe(303);
  });

  test('signing out ends a copied cookie', async () => {
    const browser = new Browser(server.url);
    await signUp(browser, 'alan@example.org', 'Alan');
    const copy = browser.copy();
    expect(await kindOf(copy)).toBe('account');

    const foreign = await browser.post('/api/auth/signout', new URLSearchParams({ csrfToken: 'guessed' }));
    expect(foreign.headers.get('location')).toContain('csrf=true');
    expect(await kindOf(browser), 'not without the token').toBe('account');

    const { csrfToken } = (await browser.get('/api/auth/csrf')).json;
    const crossSite = await browser.post('/api/auth/signout', new URLSearchParams({ csrfToken }), {
      origin: 'https://evil.example',
    });
    expect(crossSite.status).toBe(403);
    const answer = await browser.post(
      '/api/auth/signout',
      new URLSearchParams({ csrfToken, callbackUrl: '/', json: 'true' }),
    );
    expect(answer.status).toBe(200);
    expect(answer.json.url).toBe(`${server.url}/`);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    expect(await kindOf(copy)).toBe('none');
    expect((await copy.get('/settings')).status).toBe(307);
  });

  test('next-auth’s endpoints stand on the same accounts and sessions', async () => {
    const browser = new Browser(server.url);
    const { csrfToken } = (await browser.get('/api/auth/csrf')).json;
    const enter = (word: string, more: Record<string, string> = {}) =>
      browser.post(
        '/api/auth/callback/credentials',
        new URLSearchParams({ csrfToken, email: 'grace@example.org', password: word, json: 'true', ...more }),
      );
    const refused = await enter('wrong');
    expect(refused.status).toBe(401);
    expect(new URL(refused.json.url).searchParams.get('error')).toBe('CredentialsSignin');
    expect((await browser.get('/api/auth/session')).json).toEqual({});

    const answer = await enter('nanoseconds of wire', { callbackUrl: 'https://evil.example/' });
    expect(answer.status).toBe(200);
    expect(new URL(answer.json.url).origin, 'it sends nobody elsewhere').toBe(server.url);
    expect((await browser.get('/api/auth/session')).json.user).toEqual({ name: 'Grace', email: 'grace@example.org' });
    expect((await browser.get('/api/v1/me')).json).toMatchObject({ kind: 'account', name: 'Grace' });
    const old = browser.copy();
    expect((await enter('nanoseconds of wire')).status).toBe(200);
    expect(await kindOf(old), 'the session before ended').toBe('none');
    expect((await old.get('/api/auth/session')).json).toEqual({});
    expect(old.cookies.has(sessionCookie), 'and its cookie is taken away').toBe(false);

    for (const [method, path] of [
      ['POST', '_log'],
      ['GET', 'callback/credentials'],
      ['POST', 'callback/github'],
      ['GET', 'nothing'],
    ])
      expect((await browser.ask(`/api/auth/${path}`, { method: method ?? '' })).status, path).toBe(404);
    expect(
      (await browser.get('/api/auth/signin?callbackUrl=javascript:alert(1)')).headers.get('location'),
    ).not.toContain('javascript');
    expect((await browser.post('/api/auth/signout', '{', { 'content-type': 'application/json' })).status).toBe(400);
  });

  test('a planted cookie is not taken over', async () => {
    const { browser: stranger } = await guest(server.url);
    const victim = new Browser(server.url);
    victim.cookies.set(sessionCookie, stranger.cookies.get(sessionCookie) ?? '');
    await signUp(victim, 'victim@example.org', 'Victim');
    expect(await kindOf(stranger), 'whoever planted it is nobody now').toBe('none');

    const sessions = () => query(server.folder, 'SELECT id FROM "Session"').length;
    const before = sessions();
    for (const made of [
      'x',
      'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA',
      '',
      '../../etc/passwd',
      '%00',
      'a'.repeat(4_000),
    ]) {
      const browser = new Browser(server.url);
      browser.cookies.set(sessionCookie, made);
      expect(await kindOf(browser), made.slice(0, 20)).toBe('none');
      expect((await browser.get('/settings')).status).toBe(307);
    }
    expect(sessions()).toBe(before);
  });

  test('a session that is used gets a new term, and one that is not used for 30 days ends', async () => {
    const { browser } = await guest(server.url);
    const [row] = query<{ id: string }>(server.folder, 'SELECT id FROM "Session" ORDER BY createdAt DESC LIMIT 1');
    const secret = readFileSync(join(server.folder, 'secret'), 'utf8').trim();
    const cookieOf = async (daysAgo: number) => {
      vi.useFakeTimers({ now: Date.now() - daysAgo * 24 * 60 * 60 * 1000, toFake: ['Date'] });
      const cookie = await encode({ token: { sid: row?.id }, secret, maxAge: 30 * 24 * 60 * 60 });
      vi.useRealTimers();
      return cookie;
    };
    const given = async (cookie: string) => {
      browser.cookies.set(sessionCookie, cookie);
      const answer = await browser.get('/api/v1/me');
      return { kind: answer.json.kind, renewed: answer.headers.getSetCookie().length > 0 };
    };
    expect(await given(await cookieOf(0))).toEqual({ kind: 'guest', renewed: false });
    expect(await given(await cookieOf(2))).toEqual({ kind: 'guest', renewed: true });
    expect(await given(browser.cookies.get(sessionCookie) ?? ''), 'the new one').toEqual({
      kind: 'guest',
      renewed: false,
    });
    expect(await given(await cookieOf(31))).toEqual({ kind: 'none', renewed: false });
  });

  test('cookies cannot be read by pages, and are sent from our own', async () => {
    const browser = new Browser(server.url);
    const answer = await browser.submit('/sign-up', 'Make the account', {
      name: 'C',
      email: 'c@example.org',
      password,
    });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/.*; HttpOnly; SameSite=lax$/i);
    expect(answer.headers.get('cache-control') ?? '').not.toMatch(/public|s-maxage/);
  });

  test('where to go next is a place on this site', async () => {
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/%0d%0aLocation:x',
    ]) {
      const browser = new Browser(server.url);
      const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.text, next).toMatch(/name="next" value="\/progress"/);
      const answer = await browser.submit('/sign-in', 'Sign in', { email: 'c@example.org', password, next });
      expect(answer.status).toBe(303);
      expect(new URL(answer.headers.get('location') ?? '', server.url).href).toBe(`${server.url}/progress`);
    }
    const page = await new Browser(server.url).get(
      `/sign-in?callbackUrl=${encodeURIComponent(`${server.url}/settings`)}`,
    );
    expect(page.text).toMatch(/name="next" value="\/settings"/);
  });
});

describe('the first administrator', () => {
  test('the set-up link makes one, of 20 at once', async () => {
    const server = await startServer();
    const link = /http:\S+\/sign-up\?setup=\S+/.exec(server.log())?.[0];
    expect(link, 'the server prints it').toBeDefined();
    const path = new URL(link ?? '').pathname + new URL(link ?? '').search;

    const forged = await new Browser(server.url).submit('/sign-up?setup=forged', 'Make the account', {
      name: 'Eve',
      email: 'eve@example.org',
      password,
    });
    expect(forged.text).toContain('This set-up link was used or is not ours');
    const extra = await new Browser(server.url).submit('/sign-up', 'Make the account', {
      name: 'Eve',
      email: 'eve@example.org',
      password,
      role: 'administrator',
    });
    expect(extra.status).toBe(200);
    expect(query(server.folder, 'SELECT * FROM "User"')).toEqual([]);

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        new Browser(server.url).submit(path, 'Make the account', {
          name: `N${index}`,
          email: `n${index}@example.org`,
          password,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(query(server.folder, 'SELECT role FROM "User"')).toEqual([{ role: 'administrator' }]);

    const late = await new Browser(server.url).submit(path, 'Make the account', {
      name: 'Late',
      email: 'late@example.org',
      password,
    });
    expect(late.text).toContain('This set-up link was used or is not ours');
    const { folder } = server;
    await server.stop();
    const again = await startServer({ folder });
    expect(again.log()).not.toContain('setup=');
    await again.stop();
  });
});
