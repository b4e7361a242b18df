import 'server-only';
import { UserError } from '@/lib/auth/user-error';
import { closeAttempt, type QuestionMark } from '@/lib/db/quiz-answers';
import { type ClosedBy, type LoadedAttempt, loadAttempt, overdueAttempts } from '@/lib/db/quiz-attempts';
import { isBlank } from '@/lib/quizzes/accept-answer';
import { Answer } from '@/lib/quizzes/answer';
import { type Marked, markAnswer } from '@/lib/quizzes/mark-answer';
import { maxPoints, type Question } from '@/lib/quizzes/question';
import { runCliAnswer } from './cli-answers';
import { quizVersion } from './quiz-versions';

/** What is sent in the last second arrives a little later. Shown nowhere, so that nobody counts on it. */
const graceMs = 30_000;
/** An attempt is closed this much later still: what came in time and waits inside a slow server is kept. */
const closingMs = 30_000;

/** Answers that came at `arrivedAt` are in time when their attempt is due at this moment or later. */
export const dueSince = (arrivedAt: Date): Date => new Date(arrivedAt.getTime() - graceMs);
const dueBefore = (now: number): Date => new Date(now - graceMs - closingMs);

type Closable = Pick<LoadedAttempt, 'submittedAt' | 'assignment'>;

/** Whether an attempt takes no answer that comes at `arrivedAt`, though it may not be closed yet. */
export const isLate = ({ assignment }: Pick<Closable, 'assignment'>, arrivedAt: Date): boolean =>
  assignment !== null &&
  (assignment.releasedAt !== null || (assignment.dueAt !== null && assignment.dueAt < dueSince(arrivedAt)));

/** Whether an attempt is to be closed now, with what is saved. */
export const isOverdue = ({ submittedAt, assignment }: Closable, now = Date.now()): boolean =>
  submittedAt === null &&
  assignment !== null &&
  (assignment.releasedAt !== null || (assignment.dueAt !== null && assignment.dueAt < dueBefore(now)));

/** The saved answer to a question, or null. */
export function savedAnswer(attempt: LoadedAttempt, questionId: string): Answer {
  const saved = attempt.answers.find((answer) => answer.questionId === questionId);
  return saved ? Answer.parse(JSON.parse(saved.answer)) : null;
}

/** Mark an answer; one of commands is run for it. */
export async function marked(question: Question, answer: Answer): Promise<Marked> {
  const run = question.type === 'cli' && !isBlank(answer) ? await runCliAnswer(question, answer) : undefined;
  return markAnswer(question, answer, run);
}

const mostTries = 10;

/**
 * Mark an open attempt and close it, once however many try at once. `by` is the person, or the deadline for an attempt that
 * is late: then it counts as handed in when it was due.
 */
export async function close(attempt: LoadedAttempt, by: ClosedBy, now: Date): Promise<void> {
  const { questions } = await quizVersion(attempt.contentHash);
  let current = attempt;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const marks = await Promise.all(questions.map((question) => markOf(current, question)));
    const outcome = await closeAttempt({
      attemptId: attempt.id,
      userId: attempt.userId,
      closedBy: by,
      submittedAt: by === 'person' ? now : closedAt(attempt, now),
      // It may have been given more time since it was read.
      ...(by === 'deadline' && { dueBefore: now }),
      marks,
    });
    if (outcome !== 'changed') return;
    const newer = await loadAttempt(attempt.id, attempt.userId);
    if (!newer) return;
    current = newer;
  }
  throw new UserError('Conflict', 'Answers keep being saved. Nothing was handed in; try again.');
}

/** When time ran out, but never before the attempt was begun. */
function closedAt({ assignment, createdAt }: LoadedAttempt, now: Date): Date {
  const ends = [assignment?.dueAt, assignment?.releasedAt].flatMap((time) => (time ? [time.getTime()] : []));
  return new Date(Math.max(createdAt.getTime(), Math.min(now.getTime(), ...ends)));
}

async function markOf(attempt: LoadedAttempt, question: Question): Promise<QuestionMark> {
  const saved = attempt.answers.find(({ questionId }) => questionId === question.id);
  const { score } = await marked(question, savedAnswer(attempt, question.id));
  const most = maxPoints(question);
  return {
    questionId: question.id,
    version: saved?.version ?? 0,
    // Two places, so that the same marks sum up to the same grade everywhere.
    points: score === undefined ? undefined : Math.round(score * most * 100) / 100,
    maxPoints: most,
  };
}

/**
 * Close the attempts whose time is up, of a class or of everyone, with what is saved. Cheap when there are none; call it before
 * reading what a class has handed in. Attempts are closed one after another, so that others are not kept waiting.
 */
export async function closeOverdue(where: { classId?: string } | { attemptId: string } = {}): Promise<void> {
  const now = new Date();
  const only = 'attemptId' in where ? where.attemptId : undefined;
  const classId = 'classId' in where ? where.classId : undefined;
  const overdue = await overdueAttempts(dueBefore(now.getTime()), {
    ...(only !== undefined && { attemptId: only }),
    ...(classId !== undefined && { classId }),
  });
  for (const { id, userId } of overdue) {
    const attempt = await loadAttempt(id, userId);
    if (attempt && isOverdue(attempt)) await close(attempt, 'deadline', now);
  }
}
