import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLesson, lessonDocument, lessonVersions } from '@/lib/content/lessons';
import { store } from '@/lib/db/content-versions';
import { closeDatabase } from '@/lib/db/database';
import { saveLessonAnswer } from '@/lib/db/lessons';
import { createGuest, type User } from '@/lib/db/users';
import { LessonFeedback, LessonProgress } from '@/lib/lessons/views';
import {
  AnswerLessonForm,
  answerLessonQuestion,
  FinishLessonForm,
  findLessonPage,
  getLessonProgress,
  listLessons,
  setLessonProgress,
} from '@/lib/usecases/lessons';
import { countStatements, freshDatabase } from '../db/databases';

const slug = 'what-an-elastic-network-interface-is';
const questionId = 'where-it-fits';
let ada: User;
let eve: User;

beforeAll(async () => {
  await freshDatabase();
  await store(await lessonVersions());
});
beforeAll(async () => {
  ada = await createGuest();
  eve = await createGuest();
});
afterAll(closeDatabase);

const lesson = async () => (await findLesson(slug)) ?? expect.fail('no lesson');
const answer = (user: User, choice: Parameters<typeof answerLessonQuestion>[1]['answer']) =>
  answerLessonQuestion(user, { slug, questionId, answer: choice });

test('the list says what there is, in numbers and without texts', async () => {
  const { title, summary, minutes, objectives, questions } = await lesson();
  expect(await listLessons()).toContainEqual({
    slug,
    title,
    summary,
    minutes,
    objectives,
    questions: questions.length,
  });
});

test('what a page gets has its experiments ready and nothing of a key', async () => {
  const page = (await findLessonPage(slug)) ?? expect.fail('no page');
  expect(page.experiments.map(({ view: { id } }) => id)).toEqual(['what-a-launch-brings', 'after-the-instance']);
  expect(page.questions.map(({ id }) => id)).toEqual([questionId]);
  const { questions } = await lesson();
  const sent = JSON.stringify(page);
  for (const question of questions) {
    if (question.type !== 'single') expect.fail('a lesson asks single-choice questions');
    for (const words of [question.explain, ...question.choices.map(({ why }) => why)]) {
      expect(sent.includes(JSON.stringify(words).slice(1, -1)), words).toBe(false);
    }
  }
  expect(JSON.stringify(page.questions)).not.toMatch(/"(correct|why|explain)"/);
  expect(await findLessonPage(slug), 'the same for everyone').toEqual(page);
  expect(await findLessonPage('nowhere')).toBeUndefined();
});

test('an answer is marked at once, with why of each choice; the newest one stands', async () => {
  const wrong = LessonFeedback.parse(await answer(ada, 'own-subnet-only'));
  expect(wrong).toMatchObject({ questionId, answer: 'own-subnet-only', score: 0, maxPoints: 1 });
  expect(wrong.parts).toHaveLength(4);
  expect(wrong.parts.filter(({ holds }) => !holds).map(({ id }) => id)).toEqual(['web-1-index-1', 'own-subnet-only']);
  const right = await answer(ada, 'web-1-index-1');
  expect(right).toMatchObject({ score: 1, explain: (await lesson()).questions[0]?.explain });
  expect(right.parts.every(({ holds, why }) => holds && why !== '')).toBe(true);
  expect(LessonProgress.parse(await getLessonProgress(ada, { slug }))).toEqual({
    slug,
    answers: [right],
    bookmarks: [],
  });
});

test.each([
  [null, 'Choose an answer first.'],
  ['', 'Choose an answer first.'],
  ['web-9', 'Answer with the id of one of the choices.'],
  [['web-1-index-1'], 'Answer with the id of one of the choices.'],
  [{ 'web-1-index-1': 'x' }, 'Answer with the id of one of the choices.'],
])('%j is no answer, and changes nothing', async (given, message) => {
  await answer(eve, 'web-2-index-1');
  const before = await getLessonProgress(eve, { slug });
  await expect(answer(eve, given)).rejects.toMatchObject({ code: 'InvalidInput', message });
  expect(await getLessonProgress(eve, { slug })).toEqual(before);
});

test('what is not there is not found', async () => {
  const notFound = { code: 'NotFound' };
  await expect(answerLessonQuestion(ada, { slug, questionId: 'none', answer: 'a' })).rejects.toMatchObject(notFound);
  await expect(answerLessonQuestion(ada, { slug: 'none', questionId, answer: 'a' })).rejects.toMatchObject(notFound);
  await expect(setLessonProgress(ada, { slug: 'none', finished: true })).rejects.toMatchObject(notFound);
  for (const user of [ada, undefined])
    await expect(getLessonProgress(user, { slug: 'none' })).rejects.toMatchObject(notFound);
});

test('marked as read it stays so, until that is taken back', async () => {
  const first = LessonProgress.parse(await setLessonProgress(ada, { slug, finished: true }));
  expect(first.finishedAt).toBeDefined();
  expect(first.answers).toHaveLength(1);
  expect(await setLessonProgress(ada, { slug, finished: true })).toEqual(first);
  expect(await getLessonProgress(ada, { slug })).toEqual(first);
  expect((await setLessonProgress(ada, { slug, finished: false })).finishedAt).toBeUndefined();
});

test('nobody has begun nothing, without a statement; everyone sees their own', async () => {
  const { result, statements } = await countStatements(() => getLessonProgress(undefined, { slug }));
  const nothing = { slug, answers: [], bookmarks: [] };
  expect([result, statements]).toEqual([nothing, []]);
  const other = await createGuest();
  expect(await getLessonProgress(other, { slug })).toEqual(nothing);
});

test('an answer to an older version is judged by that version', async () => {
  const now = await lesson();
  const [question] = now.questions;
  if (question?.type !== 'single') expect.fail('a lesson asks single-choice questions');
  const choices = question.choices.map((choice) => ({ ...choice, correct: choice.id === 'web-2-index-1' }));
  const older = lessonDocument({ ...now, questions: [{ ...question, explain: 'As it was then.', choices }] });
  await store([older]);
  const user = await createGuest();
  const kept = { slug, questionId, contentHash: older.hash, answer: '"web-2-index-1"', score: 1 };
  await saveLessonAnswer({ userId: user.id, ...kept });
  const { answers } = await getLessonProgress(user, { slug });
  expect(answers).toMatchObject([{ answer: 'web-2-index-1', score: 1, explain: 'As it was then.' }]);
});

test('a page’s own request costs one statement, an answer at most five', async () => {
  await answer(ada, 'web-1-index-1');
  await getLessonProgress(ada, { slug });
  expect((await countStatements(() => getLessonProgress(ada, { slug }))).statements).toHaveLength(1);
  expect((await countStatements(() => answer(ada, 'web-1-index-1'))).statements.length).toBeLessThanOrEqual(5);
  const finish = () => setLessonProgress(ada, { slug, finished: true });
  expect((await countStatements(finish)).statements.length).toBeLessThanOrEqual(5);
});

test('forms send texts, and nothing where nothing was chosen', () => {
  expect(AnswerLessonForm.parse({ slug, questionId })).toEqual({ slug, questionId, answer: null });
  expect(AnswerLessonForm.parse({ slug, questionId, answer: 'a' })).toMatchObject({ answer: 'a' });
  expect(FinishLessonForm.parse({ slug, finished: 'true' })).toEqual({ slug, finished: true });
  expect(FinishLessonForm.parse({ slug, finished: 'false' })).toEqual({ slug, finished: false });
  expect(FinishLessonForm.safeParse({ slug, finished: 'yes' }).success).toBe(false);
});
