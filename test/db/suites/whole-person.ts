import { randomUUID } from 'node:crypto';
import { newToken } from '@/lib/auth/tokens';
import { record } from '@/lib/db/audit';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { appendStep } from '@/lib/db/lab-attempts';
import { shareStep } from '@/lib/db/lab-shares';
import { forkTimeline } from '@/lib/db/lab-timelines';
import { keepSeen } from '@/lib/db/misconceptions';
import { addBookmark, saveNote } from '@/lib/db/notes';
import { consume } from '@/lib/db/rate-limits';
import { createSession } from '@/lib/db/sessions';
import { createAccount, type User } from '@/lib/db/users';
import { newAttempt, step } from './attempts';

type Prisma = Database['prisma'];

/** Stands in every text of the person's own. */
export const canary = 'c4n4ry';

let made = 0;

/** An account whose name and address are told from every other's. */
export const newAccount = (more: Partial<Parameters<typeof createAccount>[0]> = {}): Promise<User> => {
  made += 1;
  return createAccount({ email: `p${made}@example.org`, name: `Person ${made}`, passwordHash: 'hash', ...more });
};

/** A class with an instructor, and with the people given as what they are. */
export async function newClass(prisma: Prisma, people: Record<string, 'learner' | 'grader' | 'instructor'>) {
  const id = randomUUID();
  const [createdBy = ''] = Object.keys(people);
  await prisma.class.createMany({ data: { id, name: `Class ${id}`, code: id, createdBy } });
  for (const [userId, role] of Object.entries(people))
    await prisma.enrolment.createMany({ data: { classId: id, userId, role } });
  return id;
}

/** A quiz set to a class. */
export async function newAssignment(
  prisma: Prisma,
  classId: string,
  more: { quizSlug?: string; releasedAt?: Date | null; dueAt?: Date | null } = {},
) {
  await store([{ hash: 'quiz-1', kind: 'quiz', slug: 'quiz', document: '{}' }]);
  const id = randomUUID();
  await prisma.assignment.createMany({
    data: { id, classId, quizSlug: 'quiz', contentHash: 'quiz-1', createdBy: 'someone', ...more },
  });
  return id;
}

/** An attempt at a quiz; submitted when it has points. With one free answer, marked by `markedBy` when that is given. */
export async function newQuizAttempt(
  prisma: Prisma,
  userId: string,
  more: {
    quizSlug?: string;
    assignmentId?: string;
    points?: number;
    maxPoints?: number;
    unmarked?: number;
    text?: string;
    markedBy?: string;
    comment?: string;
  } = {},
) {
  await store([{ hash: 'quiz-1', kind: 'quiz', slug: 'quiz', document: '{}' }]);
  const { text = 'an answer', markedBy, comment = '', ...rest } = more;
  const id = randomUUID();
  const answerId = randomUUID();
  const submitted = rest.points !== undefined && { submittedAt: new Date(), closedBy: 'person', maxPoints: 10 };
  await prisma.quizAttempt.createMany({
    data: { id, userId, quizSlug: 'quiz', contentHash: 'quiz-1', seed: 's', engine: '1', ...submitted, ...rest },
  });
  const points = markedBy === undefined ? null : 3;
  await prisma.quizAnswer.createMany({
    data: {
      id: answerId,
      attemptId: id,
      questionId: 'why',
      version: 1,
      answer: JSON.stringify(text),
      points,
      markVersion: points === null ? 0 : 1,
    },
  });
  if (markedBy !== undefined)
    await prisma.mark.createMany({ data: { answerId, version: 1, points: 3, maxPoints: 4, comment, markedBy } });
  return { id, answerId };
}

/** A lesson begun, and marked as read when a time is given. */
export const readLesson = (prisma: Prisma, userId: string, slug: string, startedAt: Date, finishedAt?: Date) =>
  prisma.lessonProgress.createMany({ data: { userId, slug, startedAt, finishedAt: finishedAt ?? null } });

/** An answer in a lesson's text. */
export async function answerLesson(
  prisma: Prisma,
  userId: string,
  questionId: string,
  answer: string,
  answeredAt: Date,
): Promise<void> {
  await store([{ hash: 'lesson-1', kind: 'lesson', slug: 'eni', document: '{}' }]);
  await prisma.lessonAnswer.createMany({
    data: {
      userId,
      slug: 'eni',
      questionId,
      contentHash: 'lesson-1',
      answer: JSON.stringify(answer),
      score: 1,
      answeredAt,
    },
  });
}

/**
 * A learner of one class and grader of another, with something in every table that can hold something of a person, and the canary in
 * every text that is theirs.
 */
export async function wholePerson(prisma: Prisma) {
  const email = `${canary}@example.org`;
  const user = await newAccount({ email, name: `Ada ${canary}`, passwordHash: `$${canary}` });
  const [instructor, learner] = [await newAccount(), await newAccount()];
  await createSession(user.id);
  await newToken(user.id, `laptop ${canary}`);
  const { own } = await newAttempt(user);
  await appendStep({
    ...own,
    expectedHead: 0,
    step: step({ text: `echo ${canary}`, shell: JSON.stringify({ env: { X: canary } }), ticked: ['a'] }),
    idempotency: { key: canary, request: 'r', answer: () => ({ status: 200, body: canary }) },
  });
  await forkTimeline({ ...own, expectedHead: 1, expectedTimeline: 0, name: `What if ${canary}`, at: 1 });
  await shareStep({ ...own, seq: 1, token: `token-${canary}`, most: 9 });
  await keepSeen({ ...own, misconception: `crosses-zones-${canary}`, seq: 1 });
  await readLesson(prisma, user.id, 'eni', new Date('2026-01-01'), new Date('2026-01-02'));
  await answerLesson(prisma, user.id, 'q1', canary, new Date('2026-01-02'));
  await addBookmark({ userId: user.id, slug: 'eni', anchor: `section-${canary}`, atMost: 9 });
  await saveNote({ userId: user.id, slug: 'eni', text: `not to forget: ${canary}`, version: 0 });

  const learns = await newClass(prisma, { [instructor.id]: 'instructor', [user.id]: 'learner' });
  const grades = await newClass(prisma, {
    [instructor.id]: 'instructor',
    [user.id]: 'grader',
    [learner.id]: 'learner',
  });
  const alone = await newClass(prisma, { [user.id]: 'instructor' });
  const released = await newAssignment(prisma, learns, { releasedAt: new Date() });
  const secret = await newAssignment(prisma, learns, { quizSlug: 'closed' });
  const graded = await newAssignment(prisma, grades);
  const text = `because ${canary}`;
  const practice = await newQuizAttempt(prisma, user.id, { points: 5, text, markedBy: user.id, comment: canary });
  const work = await newQuizAttempt(prisma, user.id, {
    assignmentId: released,
    points: 7,
    text,
    markedBy: instructor.id,
    comment: `well said, ${canary}`,
  });
  const withheld = await newQuizAttempt(prisma, user.id, {
    quizSlug: 'closed',
    assignmentId: secret,
    points: 6,
    unmarked: 1,
    text,
    markedBy: instructor.id,
    comment: 'not yet to be seen',
  });
  const others = await newQuizAttempt(prisma, learner.id, {
    assignmentId: graded,
    points: 4,
    text: 'another’s words',
    markedBy: user.id,
    comment: 'a comment for another',
  });
  // Not handed in: in a class that stays, and in one that goes.
  for (const classId of [learns, alone]) {
    const assignmentId = await newAssignment(prisma, classId, { quizSlug: 'later' });
    await newQuizAttempt(prisma, user.id, { quizSlug: 'later', assignmentId, text });
  }

  for (const key of [email, `${email}/127.0.0.1`, user.id, 'c5@example.org'])
    await consume({ name: 'test', points: 5, durationSeconds: 900 }, key);
  await record({ actorId: null, action: 'user.set-role', subject: `user:${user.id}`, reason: `asked by ${email}` });
  await record({ actorId: user.id, action: 'mark.put', subject: `answer:${others.answerId}`, after: { points: 3 } });
  return { user, instructor, learner, classId: learns, practice, work, withheld, others };
}
