import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { list as listAudit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/connect';
import { deletePerson } from '@/lib/db/delete-person';
import { keepSeen } from '@/lib/db/misconceptions';
import { findAll, rolesOf } from '@/lib/db/person';
import { sqliteFile } from '@/lib/db/sqlite';
import { exportRows } from '@/lib/db/transfer';
import { createGuest, findUser } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';
import { newAttempt } from './attempts';
import {
  answerLesson,
  canary,
  newAccount,
  newAssignment,
  newClass,
  newQuizAttempt,
  readLesson,
  wholePerson,
} from './whole-person';

/** Every row there is, as text, in order. */
async function rowsOf(database: Database): Promise<string[]> {
  const lines: string[] = [];
  await exportRows(database, async (line) => void lines.push(line));
  const tries = await database.prisma.rateLimiterFlexible.findMany();
  return [...lines.slice(1, -1), ...tries.map((row) => JSON.stringify(row))].sort();
}

/** What a person, and an export and a deletion of them, is made of. */
export function personSuite(open: Open): void {
  test('an export has everything but what proves who one is, what is withheld, and what is another’s', async () => {
    const { prisma } = await open();
    const { user, instructor, learner, work, withheld, practice, classId } = await wholePerson(prisma);
    const all = await findAll(user.id);
    expect(all.account).toEqual(await findUser(user.id));
    expect(all.sessions).toEqual([{ createdAt: expect.any(Date), lastSeenAt: expect.any(Date) }]);
    expect(all.tokens).toMatchObject([{ name: `laptop ${canary}` }]);
    expect(all.labAttempts).toMatchObject([
      {
        labSlug: 'first',
        head: 1,
        shell: { env: { X: canary } },
        steps: [{ seq: 1, text: `echo ${canary}`, calls: [{ operation: 'CreateVpc' }], ticked: ['a'] }],
        shares: [{ token: `token-${canary}`, seq: 1 }],
        timelines: [{ name: 'main' }, { name: `What if ${canary}`, head: 1, forkedAt: 1 }],
      },
    ]);
    expect(all.lessons).toMatchObject({
      progress: [{ slug: 'eni', finishedAt: new Date('2026-01-02') }],
      answers: [{ questionId: 'q1', answer: canary, score: 1 }],
      bookmarks: [{ slug: 'eni', anchor: `section-${canary}` }],
      notes: [{ slug: 'eni', text: `not to forget: ${canary}`, version: 1 }],
    });
    expect(all.misconceptions).toMatchObject([{ misconception: `crosses-zones-${canary}`, seq: 1 }]);
    const attempts = new Map(all.quizAttempts.map((attempt) => [attempt.id, attempt]));
    expect(attempts.get(practice.id)).toMatchObject({
      withheld: false,
      points: 5,
      answers: [{ answer: `because ${canary}`, marks: [{ by: 'self', comment: canary, points: 3 }] }],
    });
    expect(attempts.get(work.id)).toMatchObject({
      withheld: false,
      points: 7,
      class: { id: classId },
      answers: [{ marks: [{ by: 'grader', comment: `well said, ${canary}` }] }],
    });
    const hidden = attempts.get(withheld.id);
    expect(hidden).toMatchObject({ withheld: true, answers: [{ answer: `because ${canary}`, version: 1 }] });
    expect(Object.keys(hidden ?? {}).concat(Object.keys(hidden?.answers[0] ?? {}))).not.toEqual(
      expect.arrayContaining(['points']),
    );
    expect(Object.keys(hidden?.answers[0] ?? {})).not.toContain('marks');
    expect(all.classes.map(({ role }) => role).sort()).toEqual(['grader', 'instructor', 'learner']);
    expect(all.marksGiven).toMatchObject([{ comment: 'a comment for another', points: 3 }]);
    expect(all.log).toMatchObject([
      { action: 'user.set-role', by: 'command' },
      { action: 'mark.put', by: 'self' },
    ]);

    const text = JSON.stringify(all);
    const [session] = await prisma.session.findMany({ where: { userId: user.id } });
    const [token] = await prisma.apiToken.findMany({ where: { userId: user.id } });
    for (const secret of [`$${canary}`, session?.id, token?.hash, 'not yet to be seen', 'another’s words'])
      expect(text, `${secret}`).not.toContain(secret);
    for (const { id, name, email } of [instructor, learner])
      for (const theirs of [id, `"${name}"`, email]) expect(text).not.toContain(theirs);
  });

  test('practice is withheld while a class has the same quiz open', async () => {
    const { prisma } = await open();
    const user = await newAccount();
    const { id } = await newQuizAttempt(prisma, user.id, { points: 5, markedBy: 'engine' });
    const classId = await newClass(prisma, { [(await newAccount()).id]: 'instructor', [user.id]: 'learner' });
    const seen = async () => (await findAll(user.id)).quizAttempts.find((attempt) => attempt.id === id);
    expect(await seen()).toMatchObject({ withheld: false, points: 5 });
    const assignmentId = await newAssignment(prisma, classId);
    expect(await seen()).toMatchObject({ withheld: true });
    expect(JSON.stringify(await seen())).not.toContain('points');
    await prisma.assignment.updateMany({ where: { id: assignmentId }, data: { releasedAt: new Date() } });
    expect(await seen()).toMatchObject({ withheld: false, points: 5 });
  });

  test('a deletion leaves nothing of a person but a pseudonym, and all of the others', async () => {
    const database = await open();
    const { prisma, provider } = database;
    const bystander = await newAttempt();
    await newQuizAttempt(prisma, bystander.owner.id, { points: 5, markedBy: 'engine', comment: 'kept' });
    await readLesson(prisma, bystander.owner.id, 'eni', new Date());
    const before = await rowsOf(database);
    const { user, work, withheld, others, learner, instructor } = await wholePerson(prisma);

    expect(await deletePerson(user.id)).toBeUndefined();
    const after = await rowsOf(database);
    expect(after.filter((line) => line.includes(canary))).toEqual([]);
    expect(after, 'of others').toEqual(expect.arrayContaining(before));
    if (provider === 'sqlite') {
      await prisma.$executeRawUnsafe('VACUUM');
      await prisma.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
      expect(readFileSync(sqliteFile(database.url)).includes(canary), 'in the file').toBe(false);
    }

    expect(await findUser(user.id)).toBeUndefined();
    expect(await prisma.user.findUnique({ where: { id: user.id } })).toMatchObject({
      kind: 'account',
      name: null,
      email: null,
      passwordHash: null,
      role: 'user',
      mayMakeClasses: false,
      deletedAt: expect.any(Date),
    });
    const left = await prisma.quizAttempt.findMany({ where: { userId: user.id }, include: { answers: true } });
    expect(left.map(({ id, points, unmarked }) => [id, points, unmarked]).sort()).toEqual(
      [
        [work.id, 7, 0],
        [withheld.id, 6, 0],
      ].sort(),
    );
    for (const { answers } of left) expect(answers).toMatchObject([{ answer: 'null', points: 3, markVersion: 1 }]);
    expect(await prisma.mark.findMany({ where: { answerId: work.answerId } })).toMatchObject([
      { points: 3, maxPoints: 4, comment: '' },
    ]);
    expect(await prisma.mark.findMany({ where: { answerId: others.answerId } })).toMatchObject([
      { markedBy: user.id, comment: 'a comment for another' },
    ]);
    expect(await prisma.quizAttempt.count({ where: { userId: learner.id } })).toBe(1);
    expect(await prisma.enrolment.count({ where: { userId: { in: [learner.id, instructor.id] } } })).toBe(3);
    expect(await prisma.class.count(), 'the one with nobody else in it is gone').toBe(2);
    const mine = { where: { userId: user.id } };
    // Each of them counts alike; Prisma's types have no common form for that.
    for (const table of [
      'session',
      'apiToken',
      'idempotentAnswer',
      'lessonProgress',
      'lessonAnswer',
      'misconceptionSeen',
    ] as const)
      expect(await (prisma[table] as typeof prisma.session).count(mine), table).toBe(0);
    expect(await prisma.labAttempt.count(mine)).toBe(0);
    expect(await prisma.enrolment.count(mine)).toBe(0);
    expect(await prisma.rateLimiterFlexible.findMany(), 'of another').toMatchObject([{ key: 'test:c5@example.org' }]);
    expect(await listAudit({ subject: `user:${user.id}` })).toMatchObject([
      { action: 'user.delete', actorId: user.id },
      { action: 'user.set-role', reason: 'asked by deleted' },
    ]);

    expect(await deletePerson(user.id), 'again').toBeUndefined();
    expect(await rowsOf(database)).toEqual(after);
  });

  test('a guest goes as a whole', async () => {
    const database = await open();
    const { prisma } = database;
    const bystander = await newAttempt();
    const before = await rowsOf(database);
    const { owner, own } = await newAttempt();
    await keepSeen({ ...own, misconception: 'crosses-zones', seq: 1 });
    await readLesson(prisma, owner.id, 'eni', new Date());
    await answerLesson(prisma, owner.id, 'q1', canary, new Date());
    await newQuizAttempt(prisma, owner.id, { points: 5, text: canary, markedBy: 'engine' });
    expect(await deletePerson(owner.id)).toBeUndefined();
    const added = (await rowsOf(database)).filter((line) => !before.includes(line));
    expect(added.every((line) => line.includes('"contentVersion"'))).toBe(true);
    expect(await prisma.user.findMany()).toMatchObject([{ id: bystander.owner.id }]);
  });

  test('the only administrator stays', async () => {
    const database = await open();
    const root = await newAccount({ role: 'administrator' });
    const before = await rowsOf(database);
    expect(await deletePerson(root.id)).toEqual({ because: 'administrator' });
    expect(await rowsOf(database)).toEqual(before);
    const others = await Promise.all(Array.from({ length: 7 }, () => newAccount({ role: 'administrator' })));
    const results = await Promise.all([root, ...others].map(({ id }) => deletePerson(id)));
    expect(
      results.filter((kept) => kept !== undefined),
      'all at once',
    ).toEqual([{ because: 'administrator' }]);
  });

  test('the only instructor of a class with people in it stays; of two who leave at once one does', async () => {
    const database = await open();
    const { prisma } = database;
    const [one, two, learner] = [await newAccount(), await newAccount(), await newAccount()];
    const classId = await newClass(prisma, { [one.id]: 'instructor', [learner.id]: 'learner' });
    const alone = await newClass(prisma, { [one.id]: 'instructor' });
    const before = await rowsOf(database);
    expect(await deletePerson(one.id)).toEqual({ because: 'instructor', classes: [`Class ${classId}`] });
    expect(await rowsOf(database), 'not even the empty class').toEqual(before);
    await prisma.enrolment.createMany({ data: { classId, userId: two.id, role: 'instructor' } });
    const results = await Promise.all([deletePerson(one.id), deletePerson(two.id)]);
    expect(results.filter((kept) => kept?.because === 'instructor')).toHaveLength(1);
    expect(await prisma.enrolment.count({ where: { classId, role: 'instructor' } })).toBe(1);
    expect(await prisma.class.count({ where: { id: alone } })).toBe(results[0] === undefined ? 0 : 1);
  });

  test('a class whose people have left goes with their work', async () => {
    const { prisma } = await open();
    const [teacher, learner] = [await newAccount(), await newAccount()];
    const classId = await newClass(prisma, { [teacher.id]: 'instructor', [learner.id]: 'learner' });
    const assignmentId = await newAssignment(prisma, classId);
    await newQuizAttempt(prisma, learner.id, { assignmentId, points: 5, markedBy: teacher.id });
    expect(await deletePerson(learner.id)).toBeUndefined();
    expect(await prisma.quizAttempt.count()).toBe(1);
    expect(await deletePerson(teacher.id)).toBeUndefined();
    expect([await prisma.class.count(), await prisma.assignment.count(), await prisma.quizAttempt.count()]).toEqual([
      0, 0, 0,
    ]);
  });

  test('the roles that a person has are found in one statement', async () => {
    const { prisma } = await open();
    const user = await newAccount();
    for (const role of ['learner', 'learner', 'grader'] as const) await newClass(prisma, { [user.id]: role });
    const { result, statements } = await countStatements(() => rolesOf(user.id));
    expect(result.sort()).toEqual(['grader', 'learner']);
    expect(statements).toHaveLength(1);
    expect(await rolesOf((await createGuest()).id)).toEqual([]);
  });
}
