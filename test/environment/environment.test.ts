import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseEnvironment } from '@/lib/environment/environment';

const folder = mkdtempSync(join(tmpdir(), 'patchbay-environment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'x'.repeat(32);

test.each([
  [{ DATABASE_URL: 'mysql://host/name' }, /^DATABASE_URL is not usable: use file:… for SQLite/],
  [{ DATABASE_URL: 'data/patchbay.db' }, /^DATABASE_URL is not usable/],
  [{ NEXTAUTH_URL: 'learn.example.org' }, /^NEXTAUTH_URL is not usable: use the address that people open/],
  [{ NEXTAUTH_URL: 'javascript:alert(1)' }, /^NEXTAUTH_URL is not usable/],
  [{ NEXTAUTH_URL: 'https://example.org/learn' }, /^NEXTAUTH_URL is not usable: use an address without a path/],
  [{ NEXTAUTH_SECRET: 'secret' }, /^NEXTAUTH_SECRET is not usable: use at least 32 characters/],
  [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY is not usable/],
  [{ EMBED_ORIGINS: '*' }, /^EMBED_ORIGINS is not usable: use origins with a space between them/],
  [{ EMBED_ORIGINS: 'https://school.example https://other.example/page' }, /^EMBED_ORIGINS is not usable/],
  [{ EMBED_ORIGINS: "https://school.example; script-src 'unsafe-inline'" }, /^EMBED_ORIGINS is not usable/],
])('%j stops the start with one sentence', (variables, sentence) => {
  expect(() => parseEnvironment({ NEXTAUTH_SECRET: secret, ...variables })).toThrow(sentence);
});

test('empty is as good as absent', () => {
  const { databaseUrl, publicUrl, trustedProxies, embedOrigins } = parseEnvironment({
    NEXTAUTH_SECRET: secret,
    DATABASE_URL: '',
    NEXTAUTH_URL: '',
    TRUST_PROXY: '',
    EMBED_ORIGINS: '',
  });
  expect(databaseUrl).toBe('file:./data/patchbay.db');
  expect(publicUrl.href).toBe('http://localhost:3000/');
  expect(trustedProxies).toBe(0);
  expect(embedOrigins).toEqual([]);
});

test('a secret is made once, kept with the data, and for this user alone', () => {
  const DATABASE_URL = `file:${join(folder, 'data/patchbay.db')}`;
  const made = parseEnvironment({ DATABASE_URL }).secret;
  expect(made.length).toBeGreaterThanOrEqual(64);
  expect(parseEnvironment({ DATABASE_URL }).secret).toBe(made);
  expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'data/secret')).mode & 0o077).toBe(0);
  expect(existsSync(join(folder, `data/secret.${process.pid}`))).toBe(false);
});

test('an empty file is no secret', () => {
  writeFileSync(join(folder, 'secret'), '');
  expect(() => parseEnvironment({ DATABASE_URL: `file:${join(folder, 'patchbay.db')}` })).toThrow(/holds no secret/);
});
