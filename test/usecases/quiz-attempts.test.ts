import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { quizDocument, quizVersions } from '@/lib/content/quizzes';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { closeDatabase } from '@/lib/db/database';
import { create } from '@/lib/db/quiz-attempts';
import { createAccount, createGuest, type User } from '@/lib/db/users';
import { markAnswer } from '@/lib/quizzes/mark-answer';
import { maxPoints } from '@/lib/quizzes/question';
import { asAsked } from '@/lib/quizzes/question-view';
import { Quiz } from '@/lib/quizzes/quiz';
import { QuizAttemptStarted, QuizAttemptSummary, QuizAttemptView } from '@/lib/quizzes/views';
import { sweep } from '@/lib/usecases/housekeeping';
import * as quiz from '@/lib/usecases/quiz-attempts';
import { closeOverdue } from '@/lib/usecases/quiz-closing';
import { quizEndpoints } from '@/lib/usecases/quiz-endpoints';
import { findQuizPage, listQuizzes } from '@/lib/usecases/quizzes';
import { someAnswer } from '../build/quiz-answers';
import { freshDatabase } from '../db/databases';
import { marker, questions } from '../quizzes/questions';

const once = () => undefined;
const now = () => new Date();
const ago = (ms: number) => new Date(Date.now() - ms);
/** In the course's own content, for what begins with a slug. */
const slug = 'interfaces-and-attachments';
/** A quiz with a question of each type and the marker in all of its keys. */
const fixture = Quiz.parse({ slug: 'fixture', title: 'Fixture', summary: 'All types.', minutes: 5, questions });

let database: Database;
let ada: User;
let eve: User;

beforeAll(async () => {
  database = await freshDatabase();
  await store([quizDocument(fixture), ...(await quizVersions())]);
});
afterAll(closeDatabase);
beforeEach(async () => {
  ada = await createAccount({ email: `${randomUUID()}@example.org`, name: 'Ada', passwordHash: 'x' });
  eve = await createGuest();
});

/** Practice of the fixture, or of an assignment of it. */
async function fixtureAttempt(assignmentId?: string): Promise<string> {
  const { hash } = quizDocument(fixture);
  const start = { userId: ada.id, quizSlug: fixture.slug, contentHash: hash, seed: 'seed', engine: '1' };
  const made = await create({ ...start, ...(assignmentId !== undefined && { assignmentId }) });
  return made?.id ?? '';
}

/** A class of Ada's that has a quiz to do. */
async function assign(quizSlug: string, terms: { dueAt?: Date; releasedAt?: Date } = {}) {
  const { prisma } = database;
  const classId = randomUUID();
  const made = { id: classId, name: 'Networks 7', code: classId, createdBy: 'x' };
  await prisma.class.createMany({ data: made });
  await prisma.enrolment.createMany({ data: { classId, userId: ada.id, role: 'learner' } });
  const id = randomUUID();
  const version = [quizDocument(fixture), ...(await quizVersions())].find((one) => one.slug === quizSlug);
  const contentHash = version?.hash ?? '';
  await prisma.assignment.createMany({ data: { id, classId, quizSlug, contentHash, createdBy: 'x', ...terms } });
  const change = async (data: { dueAt?: Date | null; releasedAt?: Date }) =>
    void (await prisma.assignment.updateMany({ where: { id }, data }));
  return { id, classId, change };
}

const save = (id: string, questionId: string, answer: unknown, version = 0, arrivedAt = now(), user = ada) =>
  quiz.saveAnswer(user, quiz.SaveAnswer.parse({ id, questionId, answer, version }), arrivedAt);
const submit = (id: string, arrivedAt = now(), user = ada) => quiz.submitQuizAttempt(user, { id }, arrivedAt);
const get = (id: string, user = ada) => quiz.getQuizAttempt(user, { id });
const start = (input: z.input<typeof quiz.StartQuizAttempt>, user = ada) =>
  quiz.startQuizAttempt(user, quiz.StartQuizAttempt.parse(input), once, now());

const right: Record<string, unknown> = {
  one: 'right',
  some: ['right-2', 'right-1'],
  order: ['first', 'second', 'third', 'last'],
  match: { p1: 'a', p2: 'b', p3: 'b' },
  number: '7331251',
  lines: 'aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1',
};
const solved = async (id: string) => {
  for (const [questionId, answer] of Object.entries(right)) await save(id, questionId, answer);
};

test('the list of quizzes says how much there is of each, and nothing of its keys', async () => {
  const [first] = await listQuizzes();
  expect(await findQuizPage(slug)).toMatchObject({ ...first });
  expect(first).toMatchObject({ slug, questions: 10, points: expect.any(Number), minutes: expect.any(Number) });
  expect(first?.objectives.length).toBeGreaterThan(0);
  expect(await findQuizPage('none')).toBeUndefined();
});

test('practice is started once: an open attempt is gone on with, in its own order', async () => {
  const started = QuizAttemptStarted.parse(await start({ slug }));
  expect(started.questions).toHaveLength(10);
  expect(await start({ slug })).toEqual(started);
  const [question] = started.questions;
  await save(started.id, question?.id ?? '', question ? someAnswer(question) : null);
  expect((await get(started.id)).questions).toEqual(started.questions);
  await submit(started.id);
  expect((await start({ slug })).id).not.toBe(started.id);
  await expect(start({ slug: 'none' })).rejects.toMatchObject({ code: 'NotFound' });
  const together = await Promise.all(Array.from({ length: 10 }, () => start({ slug }, eve)));
  expect(new Set(together.map(({ id }) => id)).size).toBe(1);
});

test('before the submit no view holds a key', async () => {
  const id = await fixtureAttempt();
  const [one] = fixture.questions;
  const answers = [await save(id, 'one', 'right'), await save(id, 'one', 'wrong-1', 1)];
  for (const answer of answers) expect(Object.keys(answer)).toEqual(['version', 'savedAt']);
  const view = QuizAttemptView.parse(await get(id));
  const list = await quiz.listQuizAttempts(ada, {});
  // What the schemas do not name would be sent all the same.
  expect(await get(id)).toEqual(view);
  for (const sent of [view, list, answers]) expect(JSON.stringify(sent)).not.toContain(marker);
  expect(JSON.stringify(one)).toContain(marker);
  expect(view).not.toHaveProperty('result');
  expect(list).toMatchObject([{ state: 'open', answered: 1, questions: 7 }]);
  for (const hidden of ['points', 'maxPoints', 'unmarked']) expect(list[0]).not.toHaveProperty(hidden);
  expect(view.answers.map(({ questionId, version }) => [questionId, version])).toEqual(
    fixture.questions.map(({ id: questionId }) => [questionId, questionId === 'one' ? 2 : 0]),
  );
});

test('a submit marks everything but the free answer, once, and answers the same again', async () => {
  const id = await fixtureAttempt();
  await solved(id);
  await save(id, 'essay', 'It is so.');
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => submit(id)));
  for (const other of others) expect(other).toEqual(first);
  const view = QuizAttemptView.parse(first);
  expect(view).toMatchObject({
    state: 'submitted',
    closedBy: 'person',
    result: { points: 7, maxPoints: 11, unmarked: 1 },
  });
  expect(await submit(id, ago(-1000))).toEqual(first);
  expect(await get(id)).toEqual(first);
  const results = view.result?.questions ?? [];
  expect(results.map(({ questionId }) => questionId)).toEqual(fixture.questions.map((question) => question.id));
  for (const { questionId, mark, maxPoints: most, parts } of results.slice(0, 6)) {
    expect(mark, questionId).toMatchObject({ by: 'engine', points: most, version: 1 });
    expect(parts.every(({ holds }) => holds)).toBe(true);
  }
  expect(results[6]).toMatchObject({ questionId: 'essay', sample: expect.any(String), rubric: [{ id: 'reason' }] });
  expect(results[6]).not.toHaveProperty('mark');
  expect(await database.prisma.mark.count({ where: { answer: { attemptId: id } } })).toBe(6);
  const [summary] = await quiz.listQuizAttempts(ada, { slug: 'fixture' });
  expect(QuizAttemptSummary.parse(summary)).toMatchObject({ id, points: 7, maxPoints: 11, unmarked: 1, answered: 7 });
});

test('marks are those of the marking room, in parts of a point; what is left blank is none', async () => {
  const id = await fixtureAttempt();
  const partly: Record<string, unknown> = {
    match: { p1: 'a' },
    order: ['first', 'second', 'last', 'third'],
    one: 'wrong-1',
  };
  for (const [questionId, answer] of Object.entries(partly)) await save(id, questionId, answer);
  const { result, questions: views } = await submit(id);
  for (const [index, question] of fixture.questions.entries()) {
    const shown = result?.questions.find(({ questionId }) => questionId === question.id);
    const { score = 0, parts } = markAnswer(question, (partly[question.id] ?? null) as never);
    expect(shown?.mark?.points, question.id).toBeCloseTo(score * maxPoints(question), 2);
    const asked = views[index];
    expect(shown?.parts, 'in the order it was asked in').toEqual(asked && asAsked(asked, parts));
  }
  expect(result).toMatchObject({ points: 0.83, unmarked: 0 });
});

test('saving: the version decides, the same again is the same, and the loser is told what is kept', async () => {
  const id = await fixtureAttempt();
  const first = await save(id, 'some', ['right-1', 'wrong-1']);
  expect(first.version).toBe(1);
  expect(await save(id, 'some', ['wrong-1', 'right-1']), 'the same, in another order').toEqual(first);
  await expect(save(id, 'some', ['right-1'])).rejects.toMatchObject({
    code: 'Conflict',
    details: { current: { version: 1, answer: ['right-1', 'wrong-1'], savedAt: first.savedAt } },
  });
  await expect(save(id, 'order', right.order, 3)).rejects.toMatchObject({
    code: 'Conflict',
    details: { current: { version: 0, answer: null } },
  });
  expect(await save(id, 'some', null, 1), 'taken back').toMatchObject({ version: 2 });
  expect((await get(id)).answers[1]).toMatchObject({ version: 2, answer: null });
});

test.each<[string, string, unknown]>([
  ['another type', 'one', ['right']],
  ['no choice of it', 'one', 'nothing'],
  ['a choice twice', 'some', ['right-1', 'right-1']],
  ['not all items', 'order', ['first']],
  ['a foreign prompt', 'match', { p9: 'a' }],
  ['no number', 'number', 'many'],
  ['a list for commands', 'lines', ['ls']],
])('%s is refused with what to do, and nothing is kept', async (_what, questionId, answer) => {
  const id = await fixtureAttempt();
  const refused = await save(id, questionId, answer).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'InvalidInput' });
  expect(String(refused)).not.toContain(marker);
  expect((await get(id)).answers.every(({ version }) => version === 0)).toBe(true);
});

test('what is none of the client’s to say is refused by every schema', async () => {
  const id = await fixtureAttempt();
  const sent = {
    startQuizAttempt: { slug },
    saveAnswer: { id, questionId: 'one', answer: 'right', version: 0 },
    submitQuizAttempt: { id },
    getQuizAttempt: { id },
    listQuizAttempts: {},
  };
  for (const [name, input] of Object.entries(sent)) {
    const { input: schema } = quizEndpoints[name as keyof typeof sent];
    expect(schema.safeParse(input).success, name).toBe(true);
    for (const more of [
      'score',
      'passed',
      'isCorrect',
      'userId',
      'role',
      'submittedAt',
      'attemptNo',
      'state',
      'seed',
      'arrivedAt',
    ])
      expect(schema.safeParse({ ...input, [more]: 1 }).success, `${name} with ${more}`).toBe(false);
  }
  const saving = (changes: object) => quiz.SaveAnswer.safeParse({ ...sent.saveAnswer, ...changes });
  const tooLong = saving({ answer: 'x'.repeat(1_000_000) });
  expect(tooLong.error?.issues[0]?.message).toBe('An answer has at most 20,000 characters.');
  for (const wrong of [
    { answer: 7 },
    { answer: { a: { b: 1 } } },
    { answer: Array(21).fill('a') },
    { answer: undefined },
    { version: -1 },
    { version: 1.5 },
    { version: 2 ** 31 },
    { version: '0' },
    { id: 'x' },
  ])
    expect(saving(wrong).success, JSON.stringify(wrong).slice(0, 60)).toBe(false);
});

test('another’s attempt is answered as one that is not there', async () => {
  const id = await fixtureAttempt();
  const none = randomUUID();
  for (const attempt of [id, none]) {
    for (const work of [
      () => save(attempt, 'one', 'right', 0, now(), eve),
      () => save(attempt, 'one', ['nonsense'], 0, now(), eve),
      () => save(attempt, 'none', 'right', 0, now(), eve),
      () => submit(attempt, now(), eve),
      () => get(attempt, eve),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'NotFound', message: 'You have no attempt with this id.' });
  }
  await expect(save(id, 'none', 'right')).rejects.toMatchObject({ code: 'NotFound' });
  expect(await quiz.listQuizAttempts(eve, {})).toEqual([]);
  expect(await get(id)).toMatchObject({ state: 'open' });
});

test('after the submit nothing is kept any more, and that is what is said', async () => {
  const id = await fixtureAttempt();
  const first = await save(id, 'one', 'right');
  await submit(id);
  const handedIn = { code: 'Conflict', message: expect.stringContaining('This attempt is handed in') };
  await expect(save(id, 'one', 'wrong-1', 1)).rejects.toMatchObject(handedIn);
  await expect(save(id, 'some', ['right-1'])).rejects.toMatchObject(handedIn);
  await expect(save(id, 'order', right.order, 7)).rejects.toMatchObject(handedIn);
  expect(await save(id, 'one', 'right'), 'its answer was lost on the way').toEqual(first);
  expect((await get(id)).answers.filter(({ version }) => version > 0)).toHaveLength(1);
});

test('an assignment is for learners of its class, until it is due or released', async () => {
  const { id: assignmentId, classId, change } = await assign(slug, { dueAt: ago(-60_000) });
  const started = await start({ slug, assignmentId });
  expect(started.dueAt).toBeDefined();
  expect(await start({ slug, assignmentId })).toEqual(started);
  expect(await get(started.id)).toMatchObject({ assignment: { id: assignmentId, classId, className: 'Networks 7' } });
  expect(await quiz.listQuizAttempts(ada, { assignmentId })).toHaveLength(1);

  for (const wrong of [
    () => start({ slug, assignmentId }, eve),
    () => start({ slug, assignmentId: randomUUID() }),
    () => start({ slug: 'fixture', assignmentId }),
  ])
    await expect(wrong()).rejects.toMatchObject({ code: 'NotFound' });
  await database.prisma.enrolment.updateMany({ where: { classId }, data: { role: 'grader' } });
  await expect(start({ slug, assignmentId })).rejects.toMatchObject({ code: 'NotFound' });
  await database.prisma.enrolment.updateMany({ where: { classId }, data: { role: 'learner' } });

  await submit(started.id);
  await expect(start({ slug, assignmentId })).rejects.toMatchObject({
    code: 'Conflict',
    details: { current: { id: started.id } },
  });
  await change({ dueAt: ago(1_000) });
  await expect(start({ slug, assignmentId })).rejects.toMatchObject({
    code: 'Conflict',
    message: expect.stringContaining('due'),
  });
  await change({ releasedAt: now() });
  await expect(start({ slug, assignmentId })).rejects.toMatchObject({ code: 'NotFound' });
});

test('the version of an assignment is asked, whatever the quiz says now', async () => {
  const old = { ...fixture, slug, questions: fixture.questions.slice(0, 2) };
  const { hash } = quizDocument(old);
  await store([quizDocument(old)]);
  const { id: assignmentId } = await assign(slug);
  await database.prisma.assignment.updateMany({ where: { id: assignmentId }, data: { contentHash: hash } });
  const { id, questions: asked } = await start({ slug, assignmentId });
  expect(asked.map((question) => question.id)).toEqual(['one', 'some']);
  expect(await quiz.listQuizAttempts(ada, {})).toMatchObject([{ id, title: 'Fixture', questions: 2 }]);
});

test('marks of an assignment are withheld until they are released', async () => {
  const { id: assignmentId, change } = await assign('fixture');
  const id = await fixtureAttempt(assignmentId);
  await solved(id);
  await save(id, 'essay', 'It is so.');
  const views = [await submit(id), await submit(id), await get(id)];
  for (const view of views) {
    expect(view).toMatchObject({ state: 'submitted', withheld: expect.stringContaining('released') });
    expect(view).not.toHaveProperty('result');
    expect(JSON.stringify(view)).not.toContain(marker);
  }
  const [row] = await quiz.listQuizAttempts(ada, {});
  for (const hidden of ['points', 'maxPoints', 'unmarked']) expect(row).not.toHaveProperty(hidden);

  await change({ releasedAt: now() });
  const shown = await get(id);
  expect(shown).toMatchObject({ result: { points: 7, unmarked: 1 } });
  expect(shown).not.toHaveProperty('withheld');
  expect(shown.result?.questions[6], 'not marked yet').not.toHaveProperty('sample');
  expect((await quiz.listQuizAttempts(ada, {}))[0]).toMatchObject({ points: 7 });
});

test('while a class has a quiz to do, practice of it gives nothing away and cannot be begun', async () => {
  const open = await fixtureAttempt();
  await save(open, 'one', 'right');
  const done = await start({ slug });
  await submit(done.id);
  expect(await get(done.id)).toHaveProperty('result');

  const fixtureSet = await assign('fixture');
  const set = await assign(slug);
  expect(await submit(open)).toMatchObject({ withheld: expect.stringContaining('Networks 7') });
  for (const id of [open, done.id]) expect(await get(id)).not.toHaveProperty('result');
  for (const row of await quiz.listQuizAttempts(ada, {})) expect(row).not.toHaveProperty('points');
  const refused = await start({ slug }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'Conflict', message: expect.stringContaining('Networks 7') });
  expect(await start({ slug }, eve), 'who is in no class').toHaveProperty('id');

  await Promise.all([fixtureSet.change({ releasedAt: now() }), set.change({ releasedAt: now() })]);
  for (const id of [open, done.id]) expect(await get(id)).toHaveProperty('result');
  expect(await start({ slug })).toHaveProperty('id');
});

test('time: the server’s clock when a request came decides, with some grace', async () => {
  const dueAt = new Date(Math.floor(Date.now() / 1000) * 1000);
  const { id: assignmentId } = await assign('fixture', { dueAt });
  const id = await fixtureAttempt(assignmentId);
  const after = (ms: number) => new Date(dueAt.getTime() + ms);
  expect(await save(id, 'one', 'right', 0, after(30_000))).toMatchObject({ version: 1 });
  const late = { code: 'Conflict', message: expect.stringContaining('time') };
  await expect(save(id, 'one', 'wrong-1', 1, after(30_001))).rejects.toMatchObject(late);
  await expect(save(id, 'some', ['right-1'], 0, after(30_001))).rejects.toMatchObject(late);
  expect(await get(id), 'it may be on its way through a slow server').toMatchObject({ state: 'open' });
  expect(await submit(id, after(30_001))).toMatchObject({
    closedBy: 'deadline',
    submittedAt: (await database.prisma.quizAttempt.findUniqueOrThrow({ where: { id } })).submittedAt?.toISOString(),
  });
});

test('an attempt whose time is up is closed with what is saved, by whoever looks', async () => {
  const { prisma } = database;
  const lookers: Record<string, (id: string, classId: string) => Promise<unknown>> = {
    'its owner': (id) => get(id),
    'its owner’s list': () => quiz.listQuizAttempts(ada, {}),
    'a late save': (id) =>
      expect(save(id, 'one', 'wrong-1', 1)).rejects.toMatchObject({
        code: 'Conflict',
        message: expect.stringContaining('time'),
      }),
    'a late submit': (id) => submit(id),
    'twenty of its owner’s': (id) => Promise.all(Array.from({ length: 20 }, () => get(id))),
    'its class': (_id, classId) => closeOverdue({ classId }),
    'who has its id': (id) => closeOverdue({ attemptId: id }),
    housekeeping: () => sweep(),
  };
  for (const [who, look] of Object.entries(lookers)) {
    const { id: assignmentId, classId, change } = await assign('fixture', { dueAt: ago(-60_000) });
    const id = await fixtureAttempt(assignmentId);
    await save(id, 'one', 'right');
    await prisma.quizAttempt.updateMany({ where: { id }, data: { createdAt: ago(3_600_000) } });
    const dueAt = ago(61_000);
    await change({ dueAt });
    await closeOverdue({ classId: randomUUID() });
    expect(await prisma.quizAttempt.count({ where: { id, submittedAt: null } }), who).toBe(1);
    await look(id, classId);
    const row = await prisma.quizAttempt.findUniqueOrThrow({ where: { id } });
    expect(row, who).toMatchObject({ closedBy: 'deadline', submittedAt: dueAt, points: 1, maxPoints: 11, unmarked: 0 });
    expect(await prisma.mark.count({ where: { answer: { attemptId: id } } }), who).toBe(7);
    await change({ dueAt: null });
    await expect(save(id, 'one', 'right', 1), 'more time comes too late').rejects.toMatchObject({ code: 'Conflict' });
  }
});

test('a release closes what is still open', async () => {
  const { id: assignmentId, change } = await assign('fixture');
  const id = await fixtureAttempt(assignmentId);
  await save(id, 'one', 'right');
  await change({ releasedAt: now() });
  await expect(save(id, 'one', 'wrong-1', 1)).rejects.toMatchObject({
    code: 'Conflict',
    message: expect.stringContaining('time'),
  });
  expect(await get(id)).toMatchObject({ closedBy: 'deadline', result: { points: 1 } });
});
