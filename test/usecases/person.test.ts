import { beforeEach, expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import type { Database } from '@/lib/db/connect';
import { createGuest, findUser, type User } from '@/lib/db/users';
import { deletePerson, exportPerson, me } from '@/lib/usecases/person';
import { personEndpoints } from '@/lib/usecases/person-endpoints';
import { countStatements, freshDatabase } from '../db/databases';
import { newAccount, newAssignment, newClass, newQuizAttempt } from '../db/suites/whole-person';

const password = 'a difference engine';
let prisma: Database['prisma'];
let ada: User;

beforeEach(async () => {
  prisma = (await freshDatabase()).prisma;
  ada = await newAccount({ passwordHash: await hashPassword(password) });
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('a deletion asks for a word and the password, and changes nothing until it has both', async () => {
  const guest = await createGuest();
  const wrong: [User, Parameters<typeof deletePerson>[1], string][] = [
    [ada, { confirm: '', password }, 'confirm'],
    [ada, { confirm: 'yes', password }, 'confirm'],
    [ada, { confirm: 'other@example.org', password }, 'confirm'],
    [ada, { confirm: 'delete' }, 'password'],
    [ada, { confirm: 'delete', password: 'another' }, 'password'],
    [guest, { confirm: 'no' }, 'confirm'],
  ];
  for (const [user, input, field] of wrong) {
    expect(await refusal(deletePerson(user, input)), JSON.stringify(input)).toMatchObject({
      code: 'InvalidInput',
      details: { issues: [{ path: field, message: expect.any(String) }] },
    });
    expect(await findUser(user.id)).toBeDefined();
  }
  await deletePerson(guest, { confirm: 'delete' });
  expect(await findUser(guest.id)).toBeUndefined();
  await deletePerson(ada, { confirm: ` ${ada.email?.toUpperCase()} `, password });
  expect(await findUser(ada.id)).toBeUndefined();
});

test('the password cannot be guessed there', async () => {
  const guess = () => refusal(deletePerson(ada, { confirm: 'delete', password: 'a guess' }));
  for (let tries = 0; tries < 10; tries += 1) expect(await guess()).toMatchObject({ code: 'InvalidInput' });
  expect(await guess()).toMatchObject({ code: 'TooManyRequests' });
  expect(await refusal(deletePerson(ada, { confirm: 'delete', password }))).toMatchObject({ code: 'TooManyRequests' });
});

test('whom others depend on is told what to do first', async () => {
  const learner = await newAccount();
  const classId = await newClass(prisma, { [ada.id]: 'instructor', [learner.id]: 'learner' });
  const remove = () => refusal(deletePerson(ada, { confirm: 'delete', password }));
  expect(await remove()).toMatchObject({ code: 'Conflict', message: expect.stringContaining(`“Class ${classId}”`) });
  await prisma.user.updateMany({ where: { id: ada.id }, data: { role: 'administrator' } });
  expect(await remove()).toMatchObject({ code: 'Conflict', message: expect.stringContaining('only administrator') });
  expect(await findUser(ada.id)).toBeDefined();
});

test('an export names what it leaves out', async () => {
  const withheld = 'Marks of the quiz attempts that say';
  expect((await exportPerson(ada)).leftOut.join()).not.toContain(withheld);
  const classId = await newClass(prisma, { [ada.id]: 'learner' });
  const assignmentId = await newAssignment(prisma, classId);
  await newQuizAttempt(prisma, ada.id, { assignmentId, points: 7.25 });
  const all = await exportPerson(ada);
  expect(all.leftOut.join()).toContain(withheld);
  expect(all).toMatchObject({ account: { email: ada.email }, quizAttempts: [{ withheld: true }] });
  expect(JSON.stringify(all)).not.toContain('7.25');
});

test('what an export holds is described', async () => {
  const all: unknown = JSON.parse(JSON.stringify(await exportPerson(ada)));
  expect(personEndpoints.exportMe.output.parse(all)).toEqual(all);
});

test('who is calling says what the header needs, in one statement for an account and none for others', async () => {
  const guest = await createGuest();
  expect(await me(undefined)).toEqual({ kind: 'none', theme: 'system', classes: false, grades: false });
  expect(await countStatements(() => me(guest))).toMatchObject({
    result: { kind: 'guest', theme: 'system', classes: false, grades: false },
    statements: [],
  });
  const seen = async () => {
    const { result, statements } = await countStatements(() => me(ada));
    expect(statements).toHaveLength(1);
    return [result.classes, result.grades];
  };
  expect(await seen()).toEqual([false, false]);
  await newClass(prisma, { [ada.id]: 'learner' });
  expect(await seen()).toEqual([true, false]);
  await newClass(prisma, { [ada.id]: 'grader' });
  expect(await seen()).toEqual([true, true]);
  expect(await me(await newAccount({ mayMakeClasses: true }))).toMatchObject({ classes: true, grades: false });
  expect(await me(await newAccount({ role: 'administrator' }))).toMatchObject({ classes: true, grades: false });
});
