import { beforeAll, expect, test } from 'vitest';
import { quizVersions } from '@/lib/content/quizzes';
import { store } from '@/lib/db/content-versions';
import type { Remember } from '@/lib/db/idempotency';
import { createSession, findSession } from '@/lib/db/sessions';
import { createAccount, type User } from '@/lib/db/users';
import type { QuestionView } from '@/lib/quizzes/views';
import type { Keep } from '@/lib/usecases/attempt-view';
import * as quiz from '@/lib/usecases/quiz-attempts';
import { closeOverdue } from '@/lib/usecases/quiz-closing';
import { someAnswer } from '../build/quiz-answers';
import { countStatements, freshDatabase } from '../db/databases';

const slug = 'interfaces-and-attachments';
let session: string;
let user: User;
let id: string;
let questions: QuestionView[];
let keys = 0;

/** As `route()` does for a request with an Idempotency-Key. */
const keep: Keep = <T>(toBody: (result: T) => unknown): Remember<T> => ({
  key: `key-${keys++}`,
  request: 'digest',
  answer: (result) => ({ status: 200, body: JSON.stringify(toBody(result)) }),
});

beforeAll(async () => {
  await freshDatabase();
  await store(await quizVersions());
  user = await createAccount({ email: 'ada@example.org', name: 'Ada', passwordHash: 'x' });
  session = await createSession(user.id);
  ({ id, questions } = await quiz.startQuizAttempt(user, { slug }, keep, new Date()));
});

/** What a request of a signed-in browser costs: who it is, then the work. */
const cost = async (work: (viewer: User) => Promise<unknown>): Promise<number> => {
  const { statements } = await countStatements(async () => {
    const found = await findSession(session);
    if (!found) throw new Error('nobody is signed in');
    return work(found.user);
  });
  return statements.length;
};
const save = (viewer: User, question: QuestionView | undefined, version: number) =>
  quiz.saveAnswer(
    viewer,
    { id, questionId: question?.id ?? '', answer: question ? someAnswer(question, version) : null, version },
    new Date(),
  );

test('an answer is saved in one statement beside the look at who is calling', async () => {
  for (const version of [0, 1, 2]) expect(await cost((viewer) => save(viewer, questions[0], version))).toBe(2);
  for (const question of questions.slice(1)) expect(await cost((viewer) => save(viewer, question, 0))).toBe(2);
});

test('an attempt and the list of them are one statement each, however much is answered', async () => {
  expect(await cost((viewer) => quiz.getQuizAttempt(viewer, { id }))).toBe(2);
  expect(await cost((viewer) => quiz.listQuizAttempts(viewer, {}))).toBe(2);
  expect(await cost(() => closeOverdue({}))).toBe(2);
});

test('a start and a submit cost the same however long the quiz is', async () => {
  expect(await cost((viewer) => quiz.submitQuizAttempt(viewer, { id }, new Date()))).toBeLessThanOrEqual(7);
  expect(await cost((viewer) => quiz.getQuizAttempt(viewer, { id }))).toBe(2);
  expect(await cost((viewer) => quiz.submitQuizAttempt(viewer, { id }, new Date()))).toBe(2);
  expect(await cost((viewer) => quiz.startQuizAttempt(viewer, { slug }, keep, new Date()))).toBeLessThanOrEqual(6);
});
