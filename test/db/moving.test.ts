import { expect, test } from 'vitest';
import { createToken } from '@/lib/db/api-tokens';
import { record } from '@/lib/db/audit';
import type { Database } from '@/lib/db/connect';
import { LastAdministrator } from '@/lib/db/errors';
import { Prisma } from '@/lib/db/generated/sqlite/client';
import { appendStep } from '@/lib/db/lab-attempts';
import { consume, giveBack } from '@/lib/db/rate-limits';
import { createSession, deleteIdleSessions, findSession } from '@/lib/db/sessions';
import { exported, exportRows, importRows, NotImportable, notExported } from '@/lib/db/transfer';
import { countAdministrators, createAccount, findUser, setRole } from '@/lib/db/users';
import { eachDatabase, freshDatabase } from './databases';
import { newAttempt, step } from './suites/attempts';
import { wholePerson } from './suites/whole-person';

const account = (email: string) => ({ email, name: email, passwordHash: 'x' });
const administrator = (email: string) => createAccount({ ...account(email), role: 'administrator' });

async function linesOf(database: Database): Promise<string[]> {
  const lines: string[] = [];
  await exportRows(database, async (line) => void lines.push(line));
  return lines;
}

async function* from(lines: string[]) {
  yield* lines;
}

test('an export has every table, but for counters', () => {
  const tables = Object.keys(Prisma.ModelName).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  expect([...Object.keys(exported), ...notExported].sort()).toEqual(tables.sort());
});

eachDatabase((_name, open) => {
  test('the last administrator stays one', async () => {
    await open();
    const by = { actorId: null };
    const ada = await administrator('ada@example.org');
    await expect(setRole(ada.id, { role: 'user' }, by)).rejects.toThrow(LastAdministrator);
    expect((await findUser(ada.id))?.role).toBe('administrator');
    expect(await setRole(ada.id, { role: 'administrator', mayMakeClasses: true }, by), 'other rights can change').toBe(
      true,
    );

    const others = await Promise.all(Array.from({ length: 7 }, (_, index) => administrator(`n${index}@example.org`)));
    const all = (role: 'user' | 'administrator') =>
      Promise.allSettled([ada, ...others].map(({ id }) => setRole(id, { role }, by)));
    // Again and again, because a pool of connections is slow the first time.
    for (let round = 0; round < 5; round += 1) {
      await all('administrator');
      await all('user');
      expect(await countAdministrators(), 'all at once').toBe(1);
    }
  });

  test('a point that is given back can be taken again', async () => {
    await open();
    const limit = { name: 'test', points: 2, durationSeconds: 900 };
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await consume(limit, 'key')).allowed).toBe(true);
      await giveBack(limit, 'key');
    }
    await consume(limit, 'key');
    await consume(limit, 'key');
    expect((await consume(limit, 'key')).allowed).toBe(false);
  });

  test('sessions that were not used for long are removed', async () => {
    await open();
    const { id } = await createAccount(account('ada@example.org'));
    const session = await createSession(id);
    expect(await deleteIdleSessions(new Date(Date.now() - 60_000))).toBe(0);
    expect(await findSession(session)).toBeDefined();
    expect(await deleteIdleSessions(new Date(Date.now() + 60_000))).toBe(1);
    expect(await findSession(session)).toBeUndefined();
  });

  test('a database moves to SQLite and back, row for row', async () => {
    const here = await open();
    const ada = await administrator('ada@example.org');
    await createSession(ada.id);
    await createToken(ada.id, 'a “quoted” name\n', 'hash');
    await record({
      actorId: ada.id,
      action: 'test',
      subject: 'user:x',
      before: { a: null },
      after: [1, 'ü'],
      reason: 'why',
    });
    const { work } = await wholePerson(here.prisma);
    const { own } = await newAttempt();
    // More steps than a page of the export has.
    for (let head = 0; head < 120; head += 1) {
      const answer = (seq: number) => ({ status: 200, body: `{"seq":${seq}}` });
      await appendStep({
        ...own,
        expectedHead: head,
        step: step(),
        idempotency: { key: `k${head}`, request: 'r', answer },
      });
    }
    const lines = await linesOf(here);
    expect(lines.length).toBeGreaterThan(240);

    const there = await freshDatabase();
    expect(await importRows(there, from(lines))).toBe(lines.length - 2);
    expect(await linesOf(there)).toEqual(lines);
    const empty = Object.keys(exported).filter(
      (table) => !lines.some((line) => line.startsWith(`{"table":"${table}"`)),
    );
    expect(empty, 'tables that nothing was moved of').toEqual([]);
    expect(await there.prisma.mark.findMany({ where: { answerId: work.answerId } })).toMatchObject([
      { points: 3, comment: expect.stringContaining('well said') },
    ]);
    const back = await open();
    await importRows(back, from(lines));
    expect(await linesOf(back)).toEqual(lines);
    expect(await appendStep({ ...own, expectedHead: 120, step: step() }), 'and goes on').toEqual({
      ok: true,
      seq: 121,
    });
  });

  test('an import is all or nothing, into a database where nobody is', async () => {
    const database = await open();
    await newAttempt();
    const lines = await linesOf(database);
    const [header = '', ...rest] = lines;
    await expect(importRows(database, from(lines))).rejects.toThrow(/has people in it/);
    const wrong: [RegExp, string[]][] = [
      [/its end is missing/, lines.slice(0, -1)],
      [/do not fit the rows before them/, [header, ...rest.slice(1)]],
      [/do not fit the rows before them/, [header, rest[0]?.replace('"kind"', '"kinds"') ?? '', ...rest.slice(1)]],
      [/do not fit the rows before them/, [header, rest[0] ?? '', ...rest]],
      [/no export/, ['{}', ...rest]],
      [/not JSON/, ['', ...rest]],
      [/another version/, [header.replace(/"migration":"[^"]*/, '"migration":"29990101_later'), ...rest]],
      [/Line 2 is no row/, [header, '{"table":"_prisma_migrations","row":{}}', ...rest]],
      [/Line 3 is not JSON/, [header, rest[0] ?? '', '{"table":', ...rest]],
      [/comes after the end/, [...lines, rest[0] ?? '']],
      [/its end is missing/, []],
    ];
    const empty = await open();
    for (const [sentence, given] of wrong) {
      const failed = importRows(empty, from(given));
      await expect(failed).rejects.toThrow(NotImportable);
      await expect(failed).rejects.toThrow(sentence);
    }
    expect(await linesOf(empty)).toHaveLength(2);
  });
});
