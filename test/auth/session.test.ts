import { afterAll, beforeEach, expect, test, vi } from 'vitest';

type Options = { sameSite?: string; partitioned?: boolean; secure?: boolean };
const browser = { sent: new Headers(), value: undefined as string | undefined, set: [] as Options[] };

vi.doMock('next/headers', () => ({
  headers: async () => browser.sent,
  cookies: async () => ({
    get: () => (browser.value === undefined ? undefined : { value: browser.value }),
    set: (_name: string, value: string, options: Options) => {
      browser.value = value;
      browser.set.push(options);
    },
  }),
}));
vi.doMock('@/lib/environment/environment', () => ({
  environment: () => ({
    publicUrl: new URL('https://patchbay.example'),
    embedOrigins: ['https://school.example'],
    secret: 'a secret of a test',
  }),
}));

// Another test's file may have loaded it with the real ones.
vi.resetModules();
const { writeCookie } = await import('@/lib/auth/session');
afterAll(() => {
  vi.doUnmock('next/headers');
  vi.doUnmock('@/lib/environment/environment');
  vi.resetModules();
});

const comesFrom = (referer: string) => {
  browser.sent = new Headers({ referer, host: 'patchbay.example' });
};
const last = () => browser.set.at(-1);
const framed = { sameSite: 'none', partitioned: true, secure: true };
const plain = { sameSite: 'lax', secure: true };

beforeEach(() => {
  browser.value = undefined;
  browser.set = [];
});

test('a cookie that other sites’ frames send is given to labs in frames alone, and to no page of another site', async () => {
  comesFrom('https://patchbay.example/embed/labs/sandbox');
  await writeCookie('one');
  expect(last()).toMatchObject(framed);
  const others = [
    'https://patchbay.example/labs/sandbox',
    'https://patchbay.example/?/embed/',
    'https://evil.example/embed/labs/sandbox',
    'https://patchbay.example.evil.example/embed/',
    'http://patchbay.example/embed/',
    '/embed/',
    '',
  ];
  for (const page of others) {
    browser.value = undefined;
    comesFrom(page);
    await writeCookie('one');
    expect(last(), page).toMatchObject(plain);
    expect(last()).not.toHaveProperty('partitioned');
  }
});

test('a new term makes no second cookie of the other kind; another session is of the kind of its page', async () => {
  comesFrom('https://patchbay.example/labs/sandbox');
  await writeCookie('one');
  comesFrom('https://patchbay.example/embed/labs/sandbox');
  await writeCookie('one');
  expect(last(), 'renewed').toMatchObject(plain);
  await writeCookie('two');
  expect(last(), 'another').toMatchObject(framed);
  comesFrom('https://patchbay.example/labs/sandbox');
  await writeCookie('two');
  expect(last(), 'renewed').toMatchObject(framed);
  await writeCookie('three');
  expect(last(), 'another').toMatchObject(plain);
});
