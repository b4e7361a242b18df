import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { createAssignment, release } from '@/lib/db/assignments';
import { closeDatabase, database } from '@/lib/db/database';
import type { User } from '@/lib/db/users';
import { AnswerToGrade, type Gradebook, GradingQueue } from '@/lib/grading/views';
import { gradebook, gradebookCsv } from '@/lib/usecases/gradebook';
import { getAnswerToGrade, gradingQueue, PutMark, putMark } from '@/lib/usecases/grading';
import { getQuizAttempt } from '@/lib/usecases/quiz-attempts';
import { freshDatabase } from '../db/databases';
import { handedIn, newPerson } from '../db/suites/classroom';
import { freeHash, freeQuiz, newClass, storeFreeQuiz } from './class-of';

const once = () => undefined;
beforeAll(async () => {
  await freshDatabase();
  await storeFreeQuiz();
});
afterAll(closeDatabase);

const [free] = freeQuiz.questions;
if (free?.type !== 'free') throw new Error('the first question is free');
const { rubric, sample, stem } = free;
const all = Object.fromEntries(rubric.map(({ id, levels }) => [id, levels.at(-1)?.points ?? 0]));
const most = Object.values(all).reduce((sum, points) => sum + points, 0);

/** A class with a grader whose learner has handed in two free answers. */
async function toGrade() {
  const room = await newClass();
  const grace = await room.join(await newPerson('Grace'), 'grader');
  const lea = await room.join(await newPerson('Lea'));
  const set = {
    classId: room.id,
    actorId: room.instructor.id,
    quizSlug: 'two-texts',
    contentHash: freeHash,
    dueAt: null,
  };
  const made = await createAssignment(set);
  if (typeof made === 'string') throw new Error(made);
  const attempt = await handedIn(lea, made.id, { quizSlug: 'two-texts', contentHash: freeHash });
  return { ...room, grace, lea, assignmentId: made.id, ...attempt, answerId: attempt.answer('free-1') };
}

const mark = (user: User, answerId: string, changes: Partial<z.input<typeof PutMark>> = {}) =>
  putMark(user, PutMark.parse({ answerId, rubric: all, version: 0, ...changes }), once);

test('the answer stands beside its rubric, and the queue goes on after it', async () => {
  const { grace, answerId, answer, id, assignmentId } = await toGrade();
  const queue = await gradingQueue(grace);
  expect(GradingQueue.parse(queue)).toEqual(queue);
  expect(queue).toMatchObject({
    toMark: 2,
    items: [{ classId: id, assignmentId, quizTitle: 'Two texts', learner: 'Lea' }, {}],
  });
  const view = await getAnswerToGrade(grace, { id: answerId });
  expect(AnswerToGrade.parse(view)).toEqual(view);
  expect(view).toEqual({
    answerId,
    classId: id,
    className: 'Networks',
    quizTitle: 'Two texts',
    learner: 'Lea',
    submittedAt: expect.any(String),
    stem,
    text: 'Lea writes free-1',
    rubric,
    sample,
    maxPoints: most,
    released: false,
    history: [],
    next: answer('free-2'),
    left: 2,
  });
  await mark(grace, answerId);
  expect(await getAnswerToGrade(grace, { id: answer('free-2') })).toMatchObject({ left: 1 });
  const marked = await getAnswerToGrade(grace, { id: answerId });
  expect(marked).toMatchObject({
    left: 1,
    next: answer('free-2'),
    mark: { version: 1, by: 'grader', byName: 'Grace' },
  });
  await expect(getAnswerToGrade(grace, { id: answer('choice') }), 'no free answer').rejects.toMatchObject({
    code: 'NotFound',
  });
});

test('a mark by the rubric, then another by points alone; both stay, and the attempt has the sum', async () => {
  const { grace, instructor, answerId, load, assignmentId } = await toGrade();
  const first = await mark(grace, answerId, { comment: '  Well seen.\n' });
  expect(first).toEqual({
    version: 1,
    points: most,
    maxPoints: most,
    rubric: all,
    comment: 'Well seen.',
    by: 'grader',
    byName: 'Grace',
    markedAt: expect.any(String),
  });
  expect(await load()).toMatchObject({ points: 1.5 + most, unmarked: 1 });
  await release({ id: assignmentId, actorId: instructor.id });
  const second = await mark(instructor, answerId, { rubric: {}, points: 0.5, version: 1 });
  expect(second).toMatchObject({ version: 2, points: 0.5, rubric: {}, comment: '', byName: 'Iris' });
  expect(await getAnswerToGrade(grace, { id: answerId })).toMatchObject({
    released: true,
    mark: second,
    history: [first],
  });
  expect(await load()).toMatchObject({ points: 2, unmarked: 1 });
});

test('a learner reads that a mark was changed after the release, and of one given before it only the mark', async () => {
  const { grace, lea, instructor, answerId, answer, attemptId, assignmentId } = await toGrade();
  await mark(grace, answerId);
  await mark(grace, answerId, { rubric: {}, points: 1, version: 1 });
  await release({ id: assignmentId, actorId: instructor.id });
  await mark(grace, answer('free-2'));
  const marksSeen = async () => {
    const { result } = await getQuizAttempt(lea, { id: attemptId });
    return result?.questions.slice(0, 2).map((question) => question.mark);
  };
  const [before, first] = (await marksSeen()) ?? [];
  expect([before?.version, first?.version]).toEqual([2, 1]);
  expect(before).not.toHaveProperty('changed');
  expect(first).not.toHaveProperty('changed');
  await mark(instructor, answerId, { rubric: {}, points: 0.5, version: 2 });
  expect((await marksSeen())?.[0]).toMatchObject({ version: 3, points: 0.5, byName: 'Iris', changed: true });
});

test('the gradebook leads to the answers that people mark, before and after they are marked', async () => {
  const { grace, join, answer, id } = await toGrade();
  await join(await newPerson('Olaf'));
  const answers = async () => (await gradebook(grace, { id })).learners.map(({ grades }) => grades[0]?.answers);
  expect(await answers()).toEqual([[answer('free-1'), answer('free-2')], undefined]);
  await mark(grace, answer('free-1'));
  expect(await answers()).toEqual([[answer('free-1'), answer('free-2')], undefined]);
  await getAnswerToGrade(grace, { id: answer('free-1') });
});

test('the second of two graders is told who was first and what they gave; nothing is overwritten', async () => {
  const { grace, instructor, answerId } = await toGrade();
  const both = await Promise.allSettled([mark(grace, answerId), mark(instructor, answerId, { rubric: {}, points: 0 })]);
  const won = both.find((result) => result.status === 'fulfilled');
  const lost = both.find((result) => result.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'Conflict', details: { current: won?.value } });
  expect(lost?.reason.message).toContain(
    `${won?.value.byName} has marked this answer meanwhile: ${won?.value.points} of`,
  );
  expect((await getAnswerToGrade(grace, { id: answerId })).history).toEqual([]);
  await expect(mark(grace, answerId, { points: 1 })).rejects.toMatchObject({ code: 'Conflict' });
  await expect(mark(grace, answerId, { points: 1, version: 7 })).rejects.toMatchObject({ code: 'Conflict' });
});

test('the same mark again is the first one', async () => {
  const { grace, instructor, answerId } = await toGrade();
  const twice = await Promise.all([1, 2, 3].map(() => mark(grace, answerId, { comment: 'Once.' })));
  expect(twice).toEqual(Array(3).fill(twice[0]));
  expect((await getAnswerToGrade(grace, { id: answerId })).history).toEqual([]);
  await expect(mark(instructor, answerId, { comment: 'Once.' }), 'another’s').rejects.toMatchObject({
    code: 'Conflict',
  });
});

test.each<[string, Partial<z.input<typeof PutMark>>, RegExp]>([
  ['above the points', { rubric: {}, points: most + 0.5 }, /can have 0 to/],
  ['below 0', { rubric: {}, points: -1 }, /can have 0 to/],
  ['not a level', { rubric: { ...all, [rubric[0]?.id ?? '']: 0.25 } }, /gives 0/],
  ['of an unknown criterion', { rubric: { ...all, style: 1 } }, /no criterion 'style'/],
  ['with a criterion left open', { rubric: {} }, /Choose a level of/],
])('a mark %s changes nothing', async (_why, sent, message) => {
  const { grace, answerId, load } = await toGrade();
  const before = await load();
  await expect(mark(grace, answerId, sent)).rejects.toMatchObject({
    code: 'InvalidInput',
    message: expect.stringMatching(message),
    details: { issues: [{ path: expect.stringMatching(/^(rubric|points)/) }] },
  });
  expect(await load()).toEqual(before);
});

test('what is no mark at all does not come in', () => {
  const good = { answerId: '00000000-0000-4000-8000-000000000000', rubric: {}, version: 0 };
  expect(PutMark.safeParse(good).success).toBe(true);
  for (const wrong of [
    { points: 'NaN' },
    { points: Number.NaN },
    { points: Number.POSITIVE_INFINITY },
    { rubric: [1] },
    { rubric: { a: '1' } },
    { version: -1 },
    { version: 0.5 },
    { comment: 'x'.repeat(5_001) },
    { answerId: '../../x' },
    { markedBy: 'me' },
  ])
    expect(PutMark.safeParse({ ...good, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});

test('people mark free answers only', async () => {
  const { grace, answer } = await toGrade();
  await expect(mark(grace, answer('choice'), { rubric: {}, points: 1, version: 1 })).rejects.toMatchObject({
    code: 'InvalidInput',
    message: expect.stringContaining('by its key'),
  });
});

test('a free answer in practice is its writer’s to mark, but not while a class of theirs works on the quiz', async () => {
  const lea = await newPerson('Lea');
  const { answer, load } = await handedIn(lea, undefined, { quizSlug: 'two-texts', contentHash: freeHash });
  expect(await mark(lea, answer('free-1'))).toMatchObject({ by: 'self', points: most });
  expect(await load()).toMatchObject({ points: 1.5 + most, unmarked: 1 });
  await expect(getAnswerToGrade(lea, { id: answer('free-1') })).rejects.toMatchObject({ code: 'NotFound' });
  expect(await gradingQueue(lea)).toEqual({ toMark: 0, items: [] });

  const { id, join, instructor } = await newClass('Strict');
  await join(lea);
  await createAssignment({
    classId: id,
    actorId: instructor.id,
    quizSlug: 'two-texts',
    contentHash: freeHash,
    dueAt: null,
  });
  await expect(mark(lea, answer('free-2'), { rubric: {} })).rejects.toMatchObject({
    code: 'Conflict',
    message: expect.stringContaining('Strict'),
  });
  await expect(mark(instructor, answer('free-2'))).rejects.toMatchObject({ code: 'NotFound' });
});

test('under an assignment the writer does not mark, not even one who grades the class', async () => {
  const { lea, id, instructor, answerId } = await toGrade();
  await expect(mark(lea, answerId)).rejects.toMatchObject({ code: 'NotFound' });
  const { prisma } = await database();
  await prisma.enrolment.updateMany({ where: { classId: id, userId: lea.id }, data: { role: 'instructor' } });
  await expect(mark(lea, answerId)).rejects.toMatchObject({ code: 'NotFound' });
  expect(await gradingQueue(lea)).toMatchObject({ toMark: 0 });
  await mark(instructor, answerId);
});

test('a grader who left stays “a former member”, and so does a learner', async () => {
  const { grace, lea, instructor, answerId, id } = await toGrade();
  await mark(grace, answerId);
  const { prisma } = await database();
  await prisma.user.updateMany({ where: { id: { in: [grace.id, lea.id] } }, data: { deletedAt: new Date() } });
  const view = await getAnswerToGrade(instructor, { id: answerId });
  expect([view.mark?.byName, view.learner, view.deleted]).toEqual(['a former member', 'a former member', true]);
  expect((await gradebook(instructor, { id })).learners).toMatchObject([
    { userId: lea.id, name: 'a former member', grades: [{ state: 'submitted', points: 1.5 + most }] },
  ]);
});

/** The cells of each line. A line break of any kind ends a line unless it stands in quotes, as spreadsheets read it. */
function linesOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') lines.push([]);
  }
  return lines.slice(0, -2);
}

const formulas = ['=HYPERLINK("https://evil.example","x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];

test('the CSV has a learner in each line, and no cell that a spreadsheet would calculate', async () => {
  const { id, instructor, grace, join, assignmentId, lea } = await toGrade();
  const { prisma } = await database();
  for (const name of formulas) {
    const person = await join(await newPerson('Plain'));
    await prisma.user.updateMany({ where: { id: person.id }, data: { name } });
  }
  await prisma.class.updateMany({ where: { id }, data: { name: 'Nétze "1"\r\nX-Evil: 1; ../../etc' } });
  const { fileName, text } = gradebookCsv(await gradebook(instructor, { id }));
  expect(fileName).toBe('gradebook-ne-tze-1-x-evil-1-etc.csv');
  expect(text.split('\r\n')[0]).toBe(
    `Name,E-mail,1. Two texts: points of ${2 * most + 1},1. Two texts: submitted at,1. Two texts: answers to mark`,
  );
  expect(text).toMatch(new RegExp(`\r\nLea,${lea.email},1\\.5,20[^,]+Z,2\r\n`));
  const names = linesOf(text).map(([name]) => name);
  expect(names.toSorted()).toEqual(['Name', 'Lea', ...formulas.map((name) => `'${name}`)].toSorted());
  for (const cell of linesOf(text).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
  expect(gradebookCsv(await gradebook(grace, { id })).text).not.toContain('example.org');
  await release({ id: assignmentId, actorId: instructor.id });
  const empty: Gradebook = { classId: id, className: '日本', assignments: [], learners: [] };
  expect(gradebookCsv(empty)).toEqual({ fileName: 'gradebook-class.csv', text: 'Name\r\n' });
});
