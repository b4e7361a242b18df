import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { tokenHash } from '@/lib/auth/tokens';
import { runAdmin } from '@/lib/setup/admin-line';
import { Browser } from './browser';
import { kindOf, signIn } from './people';
import { startServer } from './start-server';

const root = mkdtempSync(path.join(tmpdir(), 'patchbay-admin-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let file: string;
let number = 0;
beforeEach(() => {
  folder = path.join(root, String(number++));
  file = path.join(folder, 'patchbay.db');
});

/** Runs the real command, as `npm run admin` does once everything is installed. */
function admin(line: string[], { input = '', url = `file:${file}` } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/setup/admin.ts', ...line],
    { encoding: 'utf8', input, env: { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' } },
  );
  return { status, stdout, stderr };
}

function ask<T>(sql: string): T[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare<[], T>(sql).all();
  } finally {
    db.close();
  }
}

const password = 'difference engine';
const create = (email: string, ...more: string[]) =>
  admin(['create-user', '--email', email, '--password', password, ...more]);

test('help for all of it, and for each; a wrong line is told so', async () => {
  const said: string[] = [];
  const listen = (text: unknown) => void said.push(String(text));
  vi.spyOn(console, 'log').mockImplementation(listen);
  vi.spyOn(console, 'error').mockImplementation(listen);
  const line = async (...words: string[]) => ({ status: await runAdmin(words), said: said.splice(0).join('\n') });
  try {
    const overview = await line();
    expect(overview.status).toBe(0);
    expect(await line('--help')).toEqual(overview);
    const names = [...overview.said.matchAll(/^ {2}([\w-]+)/gm)].map(([, name = '']) => name);
    expect(names).toEqual([
      'create-user',
      'set-role',
      'reset-password',
      'create-token',
      'demo',
      'backup',
      'restore',
      'export',
      'import',
    ]);
    for (const name of names) {
      const help = await line(name, '--help');
      expect([help.status, help.said], name).toEqual([0, expect.stringContaining(`npm run admin -- ${name}`)]);
    }
    for (const [words, sentence] of [
      [['destroy'], /There is no command 'destroy'/],
      [['create-user'], /--email is missing/],
      [['create-user', '--email'], /argument missing/],
      [['create-user', '--mail', 'a@example.org'], /Unknown option '--mail'/],
      [['set-role', '--email', 'a@example.org'], /--role is missing/],
      [['set-role', '--email', 'a@example.org', '--role', 'king'], /learner, instructor or administrator/],
      [['backup'], /Name one file/],
      [['demo', 'now'], /'now' is no option/],
    ] as const) {
      expect(await line(...words), words.join(' ')).toEqual({ status: 2, said: expect.stringMatching(sentence) });
    }
  } finally {
    vi.restoreAllMocks();
  }
});

test('accounts: made, changed, given a password and a token', () => {
  expect(create('Ada@Example.org', '--role', 'administrator', '--name', 'Ada')).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(create('ada@example.org')).toMatchObject({
    status: 1,
    stderr: 'An account with this address exists already.\n',
  });
  expect(
    admin(['create-user', '--email', 'grace@example.org', '--role', 'instructor'], { input: `${password}\n` }).status,
  ).toBe(0);
  expect(create('alan@example.org').status).toBe(0);
  expect(ask('SELECT email, name, kind, role, mayMakeClasses FROM "User" ORDER BY email')).toEqual([
    { email: 'ada@example.org', name: 'Ada', kind: 'account', role: 'administrator', mayMakeClasses: 1 },
    { email: 'alan@example.org', name: 'alan', kind: 'account', role: 'user', mayMakeClasses: 0 },
    { email: 'grace@example.org', name: 'grace', kind: 'account', role: 'user', mayMakeClasses: 1 },
  ]);
  expect(statSync(folder).mode & 0o077, 'for this user alone').toBe(0);

  for (const [wrong, sentence] of [
    ['short', /at least 8 characters/],
    ['iloveyou', /first ones that are guessed/],
  ] as const) {
    const refused = admin(['create-user', '--email', 'eve@example.org', '--password', wrong]);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(sentence)]);
  }
  expect(admin(['create-user', '--email', 'eve'], { input: `${password}\n` })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Write an e-mail address'),
  });
  expect(admin(['create-user', '--email', 'eve@example.org'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('No password'),
  });

  const role = (email: string, name: string) => admin(['set-role', '--email', email, '--role', name]);
  expect(role('ada@example.org', 'learner')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('only administrator'),
  });
  expect(role('grace@example.org', 'administrator').status).toBe(0);
  expect(role('ada@example.org', 'learner').status).toBe(0);
  expect(role('nobody@example.org', 'learner')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('No account has the address'),
  });
  expect(ask('SELECT action FROM "AuditEvent" ORDER BY at').length, 'each is in the audit log').toBe(5);

  const [before] = ask<{ passwordHash: string }>(`SELECT passwordHash FROM "User" WHERE email = 'alan@example.org'`);
  expect(admin(['reset-password', '--email', 'alan@example.org'], { input: 'another engine\n' }).status).toBe(0);
  const [after] = ask<{ passwordHash: string }>(`SELECT passwordHash FROM "User" WHERE email = 'alan@example.org'`);
  expect(after).not.toEqual(before);

  const token = admin(['create-token', '--email', 'alan@example.org', '--name', 'script']).stdout.trim();
  expect(token).toMatch(/^pb_[\w-]{43}$/);
  expect(ask('SELECT name, hash FROM "ApiToken"')).toEqual([{ name: 'script', hash: tokenHash(token) }]);
});

test('what is done beside a server holds at once: an account, a token, a password', async () => {
  const server = await startServer({ folder });
  expect(create('ada@example.org').status).toBe(0);
  const browser = new Browser(server.url);
  expect((await signIn(browser, 'ada@example.org', password)).status).toBe(303);
  const token = admin(['create-token', '--email', 'ada@example.org']).stdout.trim();
  const program = new Browser(server.url, { authorization: `Bearer ${token}`, origin: undefined });
  expect((await program.post('/api/v1/labs/sandbox/attempts')).status).toBe(201);
  expect((await browser.get('/api/v1/lab-attempts')).json).toHaveLength(1);
  expect(admin(['reset-password', '--email', 'ada@example.org', '--password', 'another engine']).status).toBe(0);
  expect(await kindOf(browser), 'signed out').toBe('none');
  expect((await signIn(browser, 'ada@example.org', 'another engine')).status).toBe(303);
  await server.stop();
});

test('three learners to show', () => {
  const made = admin(['demo']);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/All three sign in with the password \S{12}\n/);
  const attempts = ask<{ name: string; lastSeq: number; finishedAt: unknown }>(
    'SELECT u.name, a.lastSeq, a.finishedAt FROM "LabAttempt" a JOIN "User" u ON u.id = a.userId ORDER BY a.lastSeq DESC',
  );
  expect(attempts.map(({ name, finishedAt }) => [name, finishedAt !== null])).toEqual([
    ['Ada', true],
    ['Grace', false],
    ['Alan', false],
  ]);
  expect(attempts[1]?.lastSeq).toBeGreaterThan(0);
  expect(made.stdout).toMatch(/iris@example\.org, who teaches them in 'Networking 1' and has 2 answers to mark/);
  const handedIn = 'SELECT u.name, a.submittedAt, a.unmarked FROM "QuizAttempt" a JOIN "User" u ON u.id = a.userId';
  const work = ask<{ name: string; submittedAt: unknown; unmarked: number }>(`${handedIn} ORDER BY a.points DESC`);
  expect(work.map(({ name, submittedAt, unmarked }) => [name, submittedAt !== null, unmarked])).toEqual([
    ['Ada', true, 1],
    ['Grace', true, 1],
    ['Alan', false, 0],
  ]);
  expect(admin(['demo'])).toMatchObject({ status: 1, stderr: expect.stringContaining('exists already') });
});

test('backup and restore, export and import', async () => {
  expect(create('ada@example.org', '--role', 'administrator').status).toBe(0);
  const copy = path.join(folder, 'copy.db');
  const lines = path.join(folder, 'all.jsonl');
  expect(admin(['backup', path.join(folder, 'x')], { url: `file:${folder}/none.db` })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no database'),
  });
  expect(admin(['backup', copy]).status).toBe(0);
  expect(admin(['backup', copy])).toMatchObject({ status: 1, stderr: expect.stringContaining('exists already') });
  expect(admin(['export', lines]).status).toBe(0);
  expect(admin(['export', lines])).toMatchObject({ status: 1, stderr: expect.stringContaining('exists already') });
  for (const made of [copy, lines]) expect(statSync(made).mode & 0o077, made).toBe(0);
  expect(create('late@example.org').status).toBe(0);

  const server = await startServer({ folder });
  for (const command of ['restore', 'import']) {
    expect(admin([command, copy]), command).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('A server uses'),
    });
  }
  await server.stop('SIGKILL');

  const restored = admin(['restore', copy]);
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  expect(existsSync(/What was there is in (\S+)\.\n/.exec(restored.stdout)?.[1] ?? '')).toBe(true);
  expect(ask('SELECT email FROM "User"')).toEqual([{ email: 'ada@example.org' }]);
  expect(admin(['restore', lines])).toMatchObject({ status: 1, stderr: expect.stringContaining('is no backup') });

  expect(admin(['import', lines])).toMatchObject({ status: 1, stderr: expect.stringContaining('has people in it') });
  file = path.join(folder, 'moved.db');
  expect(admin(['import', lines]).stdout).toMatch(/^Took in \d+ rows/);
  const again = path.join(folder, 'again.jsonl');
  expect(admin(['export', again]).status).toBe(0);
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(lines, 'utf8'));

  for (const command of ['backup', 'restore'])
    expect(admin([command, path.join(folder, 'pg')], { url: 'postgresql://nobody@127.0.0.1:1/none' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('PostgreSQL database is'),
    });
});

test('a bad DATABASE_URL is one sentence', () => {
  const { status, stderr } = admin(['create-token', '--email', 'a@example.org'], { url: 'mysql://host/name' });
  expect([status, stderr]).toEqual([
    1,
    'DATABASE_URL is not usable: use file:… for SQLite or postgresql://… for PostgreSQL.\n',
  ]);
  const unreachable = admin(['create-token', '--email', 'a@example.org'], {
    url: 'postgresql://nobody@127.0.0.1:1/none',
  });
  expect([unreachable.status, unreachable.stderr]).toEqual([
    1,
    expect.stringMatching(/^The PostgreSQL database none at 127.0.0.1:1 cannot be opened/),
  ]);
});
