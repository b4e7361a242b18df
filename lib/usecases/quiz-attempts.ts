import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { refuse, UserError } from '@/lib/auth/user-error';
import { findQuiz, quizDocument } from '@/lib/content/quizzes';
import { openAssignmentsOf } from '@/lib/db/classes';
import * as answers from '@/lib/db/quiz-answers';
import * as attempts from '@/lib/db/quiz-attempts';
import type { User } from '@/lib/db/users';
import { engineVersion } from '@/lib/engine/version';
import { acceptAnswer, InvalidAnswer } from '@/lib/quizzes/accept-answer';
import { Answer } from '@/lib/quizzes/answer';
import type { AnswerSaved, QuizAttemptStarted, QuizAttemptSummary, QuizAttemptView } from '@/lib/quizzes/views';
import { AttemptId, type Keep, noSuchAttempt } from './attempt-view';
import { prepareCliAnswer } from './cli-answers';
import { attemptSummary, attemptView, questionViews } from './quiz-attempt-view';
import { close, dueSince, isLate, isOverdue, savedAnswer } from './quiz-closing';
import { quizVersion } from './quiz-versions';

const Slug = z.string().max(100);
const AssignmentId = z.uuid({ error: 'This is not the id of an assignment.' });

export const StartQuizAttempt = z.strictObject({
  slug: Slug,
  assignmentId: AssignmentId.optional().describe('Of a class of yours that has this quiz to do; practice when absent.'),
});
export const ListQuizAttempts = z.strictObject({ slug: Slug.optional(), assignmentId: AssignmentId.optional() });
export const GetQuizAttempt = z.strictObject({ id: AttemptId });
export const SaveAnswer = z.strictObject({
  id: AttemptId,
  questionId: z.string().max(60),
  answer: Answer,
  version: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .describe('The version that you saw last, 0 where nothing was answered; if another came since, 409.'),
});

/**
 * Start a quiz, or go on with the practice of it that is open. With an assignment there is one attempt for each person; while a
 * class has the quiz to do, there is no practice of it.
 */
export async function startQuizAttempt(
  user: User,
  { slug, assignmentId }: z.output<typeof StartQuizAttempt>,
  keep: Keep,
  arrivedAt: Date,
): Promise<QuizAttemptStarted> {
  const { contentHash, dueAt } = await whatToStart(user, slug, assignmentId, arrivedAt);
  const kind = { userId: user.id, quizSlug: slug, ...(assignmentId !== undefined && { assignmentId }) };
  const bodyOf = async (hash: string, seed: string) => {
    const questions = await questionViews(await quizVersion(hash), seed);
    return (id: string) => ({ id, slug, questions, ...(dueAt && { dueAt: dueAt.toISOString() }) });
  };
  // Only its twin of the same moment makes a start come to nothing, and that one is found in the next round.
  for (let tries = 0; tries < 3; tries += 1) {
    const same = await attempts.findSame(kind);
    if (same?.submittedAt) throw alreadyHandedIn(same.id);
    if (same) return (await bodyOf(same.contentHash, same.seed))(same.id);
    const seed = crypto.randomUUID();
    const toBody = await bodyOf(contentHash, seed);
    const idempotency = keep<{ id: string }>(({ id }) => toBody(id));
    const made = await attempts.create({
      ...kind,
      contentHash,
      seed,
      engine: engineVersion,
      ...(idempotency && { idempotency }),
    });
    if (made) return toBody(made.id);
  }
  throw new UserError('Conflict', 'This quiz is being started elsewhere. Load its page again.');
}

/** Which version is to be started, and until when it is open. */
async function whatToStart(user: User, slug: string, assignmentId: string | undefined, arrivedAt: Date) {
  const set = await openAssignmentsOf(user.id, slug);
  if (assignmentId !== undefined) {
    const assignment = set.find(({ id }) => id === assignmentId);
    if (!assignment) refuse('NotFound', 'No class of yours has this quiz to do under this id.');
    if (assignment.dueAt && assignment.dueAt < arrivedAt) {
      refuse('Conflict', 'This assignment was due before now. It cannot be started any more.');
    }
    return assignment;
  }
  const quiz = (await findQuiz(slug)) ?? refuse('NotFound', `There is no quiz '${slug}'.`);
  const [first] = set;
  if (first) {
    refuse(
      'Conflict',
      `Your class “${first.className}” has this quiz to do. Do it there; you can practise it when its marks are released.`,
    );
  }
  return { contentHash: quizDocument(quiz).hash, dueAt: null };
}

const alreadyHandedIn = (id: string) =>
  new UserError('Conflict', 'You have handed in this assignment. There is one attempt at it.', { current: { id } });

/** A person's attempts, newest first. */
export async function listQuizAttempts(
  user: User,
  { slug, assignmentId }: z.output<typeof ListQuizAttempts>,
): Promise<QuizAttemptSummary[]> {
  const where = { ...(slug !== undefined && { quizSlug: slug }), ...(assignmentId !== undefined && { assignmentId }) };
  let rows = await attempts.listAttempts(user.id, where);
  const overdue = rows.filter((row) => isOverdue(row));
  for (const { id } of overdue) await loadClosed(user, id);
  if (overdue.length > 0) rows = await attempts.listAttempts(user.id, where);
  return Promise.all(rows.map(attemptSummary));
}

/** The attempt, closed when its time is up. */
async function loadClosed(user: User, id: string): Promise<attempts.LoadedAttempt> {
  const attempt = (await attempts.loadAttempt(id, user.id)) ?? noSuchAttempt();
  if (!isOverdue(attempt)) return attempt;
  await close(attempt, 'deadline', new Date());
  return (await attempts.loadAttempt(id, user.id)) ?? noSuchAttempt();
}

/** The attempt as its owner may see it now; one whose time is up is closed by this. */
export async function getQuizAttempt(user: User, { id }: z.output<typeof GetQuizAttempt>): Promise<QuizAttemptView> {
  return attemptView(await loadClosed(user, id));
}

/**
 * Keep an answer, durably, before this returns. Of two writers who saw the same version the second is told (409, with what is
 * kept in `current`); the same answer on its old version is answered as it was the first time. Nothing is marked here.
 */
export async function saveAnswer(
  user: User,
  { id, questionId, answer, version }: z.output<typeof SaveAnswer>,
  arrivedAt: Date,
): Promise<AnswerSaved> {
  const { contentHash } = (await attempts.findFacts(id, user.id)) ?? noSuchAttempt();
  const { questions } = await quizVersion(contentHash);
  const question =
    questions.find((candidate) => candidate.id === questionId) ?? refuse('NotFound', 'This quiz has no such question.');
  let accepted: Answer;
  try {
    accepted = acceptAnswer(question, answer);
  } catch (error) {
    if (error instanceof InvalidAnswer) refuse('InvalidInput', error.message);
    throw error;
  }
  const savedAt = new Date();
  const saved = await answers.saveAnswer({
    attemptId: id,
    userId: user.id,
    questionId,
    version,
    answer: JSON.stringify(accepted),
    savedAt,
    dueSince: dueSince(arrivedAt),
  });
  if (saved !== undefined) {
    if (question.type === 'cli' && accepted !== null) prepareCliAnswer(question, accepted, id, user.id);
    return { version: saved, savedAt: savedAt.toISOString() };
  }
  return notSaved(user, { id, questionId, version, answer: accepted }, arrivedAt);
}

/** Why nothing was saved; or what was answered the first time, when this was a second. */
async function notSaved(user: User, sent: z.output<typeof SaveAnswer>, arrivedAt: Date): Promise<AnswerSaved> {
  const attempt = await loadClosed(user, sent.id);
  const saved = attempt.answers.find(({ questionId }) => questionId === sent.questionId);
  const answer = savedAnswer(attempt, sent.questionId);
  if (saved && saved.version === sent.version + 1 && isDeepStrictEqual(answer, sent.answer)) {
    return { version: saved.version, savedAt: saved.savedAt.toISOString() };
  }
  if (attempt.submittedAt && attempt.closedBy === 'person') {
    refuse('Conflict', 'This attempt is handed in. Its answers cannot be changed any more.');
  }
  if (attempt.submittedAt || isLate(attempt, arrivedAt)) {
    refuse('Conflict', 'The time for this attempt is up. What was saved by then is handed in; this answer is not.');
  }
  throw new UserError('Conflict', 'This question was answered elsewhere meanwhile. Your answer was not saved.', {
    current: { version: saved?.version ?? 0, answer, ...(saved && { savedAt: saved.savedAt.toISOString() }) },
  });
}

/** Hand in what is saved, and mark it. Twice is once, with the same answer; after the deadline it is the deadline that closes. */
export async function submitQuizAttempt(
  user: User,
  { id }: z.output<typeof GetQuizAttempt>,
  arrivedAt: Date,
): Promise<QuizAttemptView> {
  const attempt = (await attempts.loadAttempt(id, user.id)) ?? noSuchAttempt();
  if (attempt.submittedAt) return attemptView(attempt);
  await close(attempt, isLate(attempt, arrivedAt) ? 'deadline' : 'person', arrivedAt);
  const closed = (await attempts.loadAttempt(id, user.id)) ?? noSuchAttempt();
  if (!closed.submittedAt) refuse('Conflict', 'This attempt was given more time meanwhile and is still open.');
  return attemptView(closed);
}
