import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { KeyTaken } from '@/lib/db/errors';
import { closeAttempt, type QuestionMark, type Save, saveAnswer } from '@/lib/db/quiz-answers';
import * as attempts from '@/lib/db/quiz-attempts';
import { createGuest } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';

const hash = 'quiz-hash-1';
const long = new Date('2020-01-01T00:00:00Z');
const soon = () => new Date(Date.now() + 60_000);

async function newAttempt(assignmentId?: string, userId?: string) {
  await store([{ hash, kind: 'quiz', slug: 'first', document: '{}' }]);
  const owner = userId ?? (await createGuest()).id;
  const made = await attempts.create({
    userId: owner,
    quizSlug: 'first',
    contentHash: hash,
    seed: 'seed-1',
    engine: '1',
    ...(assignmentId !== undefined && { assignmentId }),
  });
  if (!made) throw new Error('nothing was started');
  return { id: made.id, owner, load: async () => (await attempts.loadAttempt(made.id, owner)) ?? fail() };
}
const fail = (): never => {
  throw new Error('there is no such attempt');
};

/** A class with a learner and an assignment. */
async function newAssignment({ prisma }: Database, terms: { dueAt?: Date; releasedAt?: Date } = {}) {
  await store([{ hash, kind: 'quiz', slug: 'first', document: '{}' }]);
  const learner = (await createGuest()).id;
  const classId = randomUUID();
  await prisma.class.createMany({ data: { id: classId, name: 'Networks', code: classId, createdBy: 'someone' } });
  await prisma.enrolment.createMany({ data: { classId, userId: learner, role: 'learner' } });
  const id = randomUUID();
  await prisma.assignment.createMany({
    data: { id, classId, quizSlug: 'first', contentHash: hash, createdBy: 'someone', ...terms },
  });
  return { id, classId, learner };
}

const save = (own: { id: string; owner: string }, changes: Partial<Save> = {}) =>
  saveAnswer({
    attemptId: own.id,
    userId: own.owner,
    questionId: 'q1',
    version: 0,
    answer: '"a"',
    savedAt: new Date(),
    dueSince: new Date(),
    ...changes,
  });

const mark = (changes: Partial<QuestionMark> = {}): QuestionMark => ({
  questionId: 'q1',
  version: 0,
  points: 1,
  maxPoints: 2,
  ...changes,
});
const close = (own: { id: string; owner: string }, marks: QuestionMark[], changes: { dueBefore?: Date } = {}) =>
  closeAttempt({
    attemptId: own.id,
    userId: own.owner,
    closedBy: 'person',
    submittedAt: new Date('2026-03-01T12:00:00.250Z'),
    marks,
    ...changes,
  });

export function quizAttemptsSuite(open: Open): void {
  test('an attempt is its owner’s alone, and comes with its answers in one statement', async () => {
    await open();
    const own = await newAttempt();
    const savedAt = new Date('2026-03-01T12:00:01.250Z');
    expect(await save(own, { savedAt, answer: '"\\ud83d \u{1F600} \'"' })).toBe(1);
    const { result, statements } = await countStatements(() => attempts.loadAttempt(own.id, own.owner));
    expect(statements).toHaveLength(1);
    expect(result).toEqual({
      id: own.id,
      userId: own.owner,
      quizSlug: 'first',
      contentHash: hash,
      seed: 'seed-1',
      createdAt: expect.any(Date),
      submittedAt: null,
      closedBy: null,
      points: null,
      maxPoints: null,
      unmarked: 0,
      assignment: null,
      setBy: null,
      answers: [
        { id: expect.any(String), questionId: 'q1', version: 1, answer: '"\\ud83d \u{1F600} \'"', savedAt, mark: null },
      ],
    });
    const stranger = (await createGuest()).id;
    expect(await attempts.loadAttempt(own.id, stranger)).toBeUndefined();
    expect(await attempts.findFacts(own.id, stranger)).toBeUndefined();
    expect(await attempts.listAttempts(stranger)).toEqual([]);
    expect(await save({ ...own, owner: stranger }, { version: 1 })).toBeUndefined();
    expect(await save({ ...own, owner: stranger }, { questionId: 'q2' })).toBeUndefined();
    expect(await close({ ...own, owner: stranger }, [mark()])).toBe('lost');
    expect((await own.load()).answers).toHaveLength(1);
  });

  test('a save is one statement, and a stale version changes nothing', async () => {
    await open();
    const own = await newAttempt();
    for (const version of [0, 1, 2]) {
      const { result, statements } = await countStatements(() => save(own, { version, answer: `"${version}"` }));
      expect(result).toBe(version + 1);
      expect(statements).toHaveLength(1);
    }
    for (const version of [0, 1, 2, 4]) expect(await save(own, { version })).toBeUndefined();
    expect(await save(own, { questionId: 'q2', version: 1 }), 'never answered').toBeUndefined();
    expect((await own.load()).answers).toMatchObject([{ version: 3, answer: '"2"' }]);
  });

  test.each([0, 1])('of fifty saves at once of version %i exactly one wins', async (version) => {
    await open();
    const own = await newAttempt();
    if (version === 1) await save(own);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => save(own, { version, answer: `${index}` })),
    );
    const winners = results.flatMap((result, index) => (result === undefined ? [] : [index]));
    expect(winners).toHaveLength(1);
    expect((await own.load()).answers).toMatchObject([{ version: version + 1, answer: `${winners[0]}` }]);
  });

  test('closing keeps every mark once, and gives an answer to what was not answered', async () => {
    const { prisma } = await open();
    const own = await newAttempt();
    await save(own);
    await save(own, { questionId: 'q3' });
    const marks = [
      mark({ version: 1, points: 1.5 }),
      mark({ questionId: 'q2', points: 0 }),
      mark({ questionId: 'q3', version: 1, points: undefined, maxPoints: 4 }),
    ];
    const { result, statements } = await countStatements(() => close(own, marks));
    expect(result).toBe('closed');
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(6);
    const attempt = await own.load();
    expect(attempt).toMatchObject({ closedBy: 'person', points: 1.5, maxPoints: 8, unmarked: 1 });
    expect(attempt.submittedAt).toEqual(new Date('2026-03-01T12:00:00.250Z'));
    const engine = { version: 1, markedBy: 'engine', rubric: '{}', comment: '', markerName: null };
    expect(attempt.answers.sort((a, b) => (a.questionId < b.questionId ? -1 : 1))).toMatchObject([
      { questionId: 'q1', version: 1, answer: '"a"', mark: { ...engine, points: 1.5, maxPoints: 2 } },
      { questionId: 'q2', version: 0, answer: 'null', mark: { ...engine, points: 0, maxPoints: 2 } },
      { questionId: 'q3', version: 1, answer: '"a"', mark: null },
    ]);
    const rows = await prisma.quizAnswer.findMany({ orderBy: { questionId: 'asc' } });
    expect(rows.map(({ markVersion, points }) => [markVersion, points])).toEqual([
      [1, 1.5],
      [1, 0],
      [0, null],
    ]);
    expect(await save(own, { version: 1 }), 'after the submit').toBeUndefined();
    expect(await save(own, { questionId: 'q4' }), 'after the submit').toBeUndefined();
    expect(await close(own, marks)).toBe('lost');
    expect(await prisma.mark.count()).toBe(2);
    expect(await attempts.listAttempts(own.owner)).toMatchObject([{ id: own.id, answered: 2, points: 1.5 }]);
  });

  test('closing a quiz that nobody answered, or every answer of which is for a person', async () => {
    await open();
    const empty = await newAttempt();
    expect(await close(empty, [mark({ points: 0 })])).toBe('closed');
    const free = await newAttempt();
    await save(free);
    expect(await close(free, [mark({ version: 1, points: undefined })])).toBe('closed');
    expect(await free.load()).toMatchObject({ points: 0, unmarked: 1, answers: [{ mark: null }] });
  });

  test('an answer saved since it was marked undoes the closing whole', async () => {
    const { prisma } = await open();
    const own = await newAttempt();
    await save(own);
    for (const stale of [0, 2]) expect(await close(own, [mark({ version: stale })])).toBe('changed');
    await save(own, { questionId: 'q2' });
    expect(await close(own, [mark({ version: 1 }), mark({ questionId: 'q2' })])).toBe('changed');
    expect(await own.load()).toMatchObject({ submittedAt: null, points: null });
    expect(await prisma.mark.count()).toBe(0);
    expect(await prisma.quizAnswer.count({ where: { markVersion: { not: 0 } } })).toBe(0);
  });

  test('of twenty closings at once exactly one does it', async () => {
    const { prisma } = await open();
    const own = await newAttempt();
    await save(own);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => close(own, [mark({ version: 1 }), mark({ questionId: 'q2' })])),
    );
    expect(results.filter((result) => result === 'closed')).toHaveLength(1);
    expect(results.filter((result) => result === 'lost')).toHaveLength(19);
    expect(await prisma.mark.count()).toBe(2);
    expect(await prisma.quizAnswer.count()).toBe(2);
  });

  test('saves at once with a closing: each is among what was marked, or was refused', async () => {
    await open();
    for (let round = 0; round < 8; round += 1) {
      const own = await newAttempt();
      const questions = Array.from({ length: 10 }, (_, index) => `q${index}`);
      const submit = async () => {
        for (;;) {
          const { answers } = await own.load();
          const versionOf = (id: string) => answers.find(({ questionId }) => questionId === id)?.version ?? 0;
          const marks = questions.map((questionId) => mark({ questionId, version: versionOf(questionId) }));
          const outcome = await close(own, marks);
          if (outcome !== 'changed') return marks;
        }
      };
      const saves = questions.map(async (questionId, index) => {
        if (index % 2 === 1) await save(own, { questionId });
        return save(own, { questionId, version: index % 2, answer: '"kept"' });
      });
      const [marks, ...saved] = await Promise.all([submit(), ...saves]);
      const { answers } = await own.load();
      for (const [index, questionId] of questions.entries()) {
        const kept = answers.find((answer) => answer.questionId === questionId);
        const version = marks.find((one) => one.questionId === questionId)?.version;
        expect(kept?.version, 'what was marked is what is there').toBe(version);
        if (saved[index] !== undefined) expect(kept).toMatchObject({ version: saved[index], answer: '"kept"' });
      }
    }
  });

  test.each([0, 1])(
    'a save of version %i that begins while an attempt is being closed waits, and is refused',
    async (version) => {
      const { prisma } = await open();
      const own = await newAttempt();
      if (version === 1) await save(own);
      let saving: Promise<number | undefined> | undefined;
      await prisma.$transaction(async (tx) => {
        await tx.quizAttempt.updateMany({ where: { id: own.id }, data: { submittedAt: new Date() } });
        saving = save(own, { version, answer: '"late"' });
        // Time enough for a save that does not wait.
        for (let trips = 0; trips < 40; trips += 1) await tx.quizAnswer.count();
      });
      expect(await saving).toBeUndefined();
      expect((await own.load()).answers.map(({ answer }) => answer)).toEqual(version === 1 ? ['"a"'] : []);
    },
  );

  test('of practice one at a time is open, of an assignment one for each person, however many start at once', async () => {
    const database = await open();
    const { id: assignmentId, learner } = await newAssignment(database);
    const start = { quizSlug: 'first', contentHash: hash, seed: 's', engine: '1' };
    for (const kind of [
      { ...start, userId: (await createGuest()).id },
      { ...start, userId: learner, assignmentId },
    ]) {
      const made = await Promise.all(Array.from({ length: 10 }, () => attempts.create(kind)));
      const [first] = made.filter((one) => one !== undefined);
      expect(made.filter((one) => one !== undefined)).toHaveLength(1);
      expect(await attempts.findSame(kind)).toMatchObject({ id: first?.id, submittedAt: null });
      await close({ id: first?.id ?? '', owner: kind.userId }, [mark()]);
    }
    const again = { ...start, userId: learner, assignmentId };
    expect(await attempts.create(again), 'an assignment has one, handed in or not').toBeUndefined();
    const { assignmentId: _, ...practice } = again;
    expect(await attempts.findSame(practice)).toBeUndefined();
    expect(await attempts.create(practice)).toBeDefined();
  });

  test('a key that is taken starts nothing', async () => {
    const { prisma } = await open();
    await store([{ hash, kind: 'quiz', slug: 'first', document: '{}' }]);
    const { id: userId } = await createGuest();
    const answer = ({ id }: { id: string }) => ({ status: 201, body: id });
    const start = (quizSlug: string) => ({
      userId,
      quizSlug,
      contentHash: hash,
      seed: 's',
      engine: '1',
      idempotency: { key: 'k', request: 'r', answer },
    });
    await attempts.create(start('first'));
    await expect(attempts.create(start('second'))).rejects.toBeInstanceOf(KeyTaken);
    expect(await prisma.quizAttempt.count()).toBe(1);
  });

  test('time is up for an assignment that was due or is released, and it is given more', async () => {
    const database = await open();
    const { prisma } = database;
    const { id: assignmentId, learner, classId } = await newAssignment(database, { dueAt: soon() });
    const own = await newAttempt(assignmentId, learner);
    expect(await save(own)).toBe(1);
    expect(await own.load()).toMatchObject({
      assignment: { id: assignmentId, classId, className: 'Networks', dueAt: expect.any(Date), releasedAt: null },
      setBy: 'Networks',
    });
    const terms = (data: object) => prisma.assignment.updateMany({ data });
    expect(await attempts.overdueAttempts(new Date())).toEqual([]);
    expect(await close(own, [mark({ version: 1 })], { dueBefore: new Date() })).toBe('lost');

    await terms({ dueAt: long });
    expect(await save(own, { version: 1 }), 'due').toBeUndefined();
    expect(await save(own, { questionId: 'q2' }), 'due').toBeUndefined();
    expect(await save(own, { version: 1, dueSince: long }), 'came in time').toBe(2);
    expect(await attempts.overdueAttempts(new Date())).toEqual([{ id: own.id, userId: learner }]);
    expect(await attempts.overdueAttempts(new Date(), { classId })).toHaveLength(1);
    expect(await attempts.overdueAttempts(new Date(), { classId: randomUUID() })).toEqual([]);
    expect(await attempts.overdueAttempts(new Date(), { attemptId: own.id })).toHaveLength(1);
    expect(await attempts.overdueAttempts(long), 'due at that moment is not before it').toEqual([]);

    await terms({ dueAt: null });
    expect(await save(own, { version: 2 }), 'more time').toBe(3);
    await terms({ releasedAt: new Date() });
    expect(await save(own, { version: 3, dueSince: long }), 'released').toBeUndefined();
    expect((await own.load()).setBy, 'released').toBeNull();
    expect(await attempts.overdueAttempts(long)).toHaveLength(1);
    expect(await close(own, [mark({ version: 3 })], { dueBefore: long })).toBe('closed');
    expect(await attempts.overdueAttempts(new Date())).toEqual([]);
  });

  test('practice knows of a class that has its quiz to do, for learners of it alone', async () => {
    const database = await open();
    const { learner } = await newAssignment(database);
    const own = await newAttempt(undefined, learner);
    expect(await own.load()).toMatchObject({ assignment: null, setBy: 'Networks' });
    expect(await attempts.listAttempts(learner)).toMatchObject([{ setBy: 'Networks' }]);
    await database.prisma.enrolment.updateMany({ data: { role: 'grader' } });
    expect((await own.load()).setBy).toBeNull();
  });

  test('attempts are listed newest first, by quiz and assignment', async () => {
    const database = await open();
    const { id: assignmentId, learner } = await newAssignment(database);
    const practice = await newAttempt(undefined, learner);
    const set = await newAttempt(assignmentId, learner);
    await database.prisma.quizAttempt.updateMany({ where: { id: practice.id }, data: { createdAt: long } });
    await save(set);
    await save(set, { questionId: 'q2', answer: 'null' });
    const { result, statements } = await countStatements(() => attempts.listAttempts(learner));
    expect(statements).toHaveLength(1);
    expect(result.map(({ id, answered }) => [id, answered])).toEqual([
      [set.id, 1],
      [practice.id, 0],
    ]);
    expect(await attempts.listAttempts(learner, { assignmentId })).toHaveLength(1);
    expect(await attempts.listAttempts(learner, { quizSlug: 'other' })).toEqual([]);
    expect(await attempts.listAttempts(learner, { limit: 1 })).toHaveLength(1);
  });

  test('facts of an attempt are read once, and again when it changed hands', async () => {
    const { prisma } = await open();
    const own = await newAttempt();
    const first = await countStatements(() => attempts.findFacts(own.id, own.owner));
    expect(first.statements).toHaveLength(0);
    expect(first.result).toEqual({ userId: own.owner, contentHash: hash });
    const account = (await createGuest()).id;
    await prisma.quizAttempt.updateMany({ data: { userId: account } });
    expect(await attempts.findFacts(own.id, account)).toEqual({ userId: account, contentHash: hash });
    expect(await attempts.findFacts(own.id, own.owner)).toBeUndefined();
    expect(await save(own), 'memory decides nothing').toBeUndefined();
  });
}
