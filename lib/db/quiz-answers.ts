import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from './database';
import { Prisma } from './generated/sqlite/client';
import type { ClosedBy } from './quiz-attempts';

/** `answer` is JSON. `dueSince`: an attempt that was due before it takes no more answers. */
export type Save = {
  attemptId: string;
  userId: string;
  questionId: string;
  /** The version that the writer saw; 0: no answer yet. */
  version: number;
  answer: string;
  savedAt: Date;
  dueSince: Date;
};

/**
 * Keeps an answer, durably, in one statement that also decides whether it may be kept: the attempt is this person's, open and
 * not past due, and the answer is still the version that its writer saw. Of any number at once on one version exactly one wins.
 * @returns the new version; undefined when nothing was changed, for a reason that `loadAttempt` tells
 */
export async function saveAnswer(save: Save): Promise<number | undefined> {
  const { direct, provider } = await database();
  const { attemptId, userId, questionId, version, answer, savedAt, dueSince } = save;
  // A submit waits for the saves before it and is seen by those after it; SQLite has one writer at a time anyway.
  const lock = provider === 'postgresql' ? Prisma.sql`FOR SHARE OF a` : Prisma.empty;
  const open = Prisma.sql`
    FROM "QuizAttempt" a LEFT JOIN "Assignment" s ON s."id" = a."assignmentId"
    WHERE a."id" = ${attemptId} AND a."userId" = ${userId} AND a."submittedAt" IS NULL
      AND s."releasedAt" IS NULL AND (s."dueAt" IS NULL OR s."dueAt" >= ${dueSince}) ${lock}`;
  const [saved] =
    version === 0
      ? await direct(Prisma.sql`
          INSERT INTO "QuizAnswer" ("id", "attemptId", "questionId", "version", "answer", "savedAt", "markVersion")
          SELECT ${randomUUID()}, a."id", ${questionId}, 1, ${answer}, ${savedAt}, 0 ${open}
          ON CONFLICT ("attemptId", "questionId") DO NOTHING RETURNING "version"`)
      : await direct(Prisma.sql`
          UPDATE "QuizAnswer" SET "version" = "QuizAnswer"."version" + 1, "answer" = ${answer}, "savedAt" = ${savedAt}
          FROM (SELECT a."id" ${open}) AS o
          WHERE "attemptId" = o."id" AND "questionId" = ${questionId} AND "version" = ${version}
          RETURNING "version"`);
  return saved && Number(saved.version);
}

/** What became of one question of an attempt that is being closed. */
export type QuestionMark = {
  questionId: string;
  /** The version of the answer that was marked; 0: there is none. */
  version: number;
  /** Undefined: a person marks it. */
  points: number | undefined;
  maxPoints: number;
};

/**
 * Closes an open attempt and keeps its marks, in one transaction; every question has an answer afterwards. Of any number at once
 * exactly one does it. With `dueBefore` only an attempt that is overdue: released, or due before then.
 * @returns 'lost' when it is closed already (or not overdue, or not this person's), 'changed' when an answer was saved since it
 * was marked; nothing was changed then
 */
export async function closeAttempt(close: {
  attemptId: string;
  userId: string;
  closedBy: ClosedBy;
  submittedAt: Date;
  dueBefore?: Date;
  marks: readonly QuestionMark[];
}): Promise<'closed' | 'lost' | 'changed'> {
  const { prisma } = await database();
  const { attemptId, userId, closedBy, submittedAt, dueBefore, marks } = close;
  const overdue = dueBefore && { assignment: { OR: [{ releasedAt: { not: null } }, { dueAt: { lt: dueBefore } }] } };
  // What floats leave after the ninth digit is cut off.
  const total = (of: (mark: QuestionMark) => number) =>
    Math.round(marks.reduce((sum, mark) => sum + of(mark), 0) * 1e9) / 1e9;
  try {
    return await prisma.$transaction(async (tx) => {
      // First, because on PostgreSQL this waits for the saves that are under way, so that what follows sees them.
      const { count } = await tx.quizAttempt.updateMany({
        where: { id: attemptId, userId, submittedAt: null, ...overdue },
        data: {
          submittedAt,
          closedBy,
          points: total(({ points }) => points ?? 0),
          maxPoints: total(({ maxPoints }) => maxPoints),
          unmarked: total(({ points }) => (points === undefined ? 1 : 0)),
        },
      });
      if (count === 0) return 'lost';
      const ids = await markAnswers(tx, attemptId, marks);
      const missing = marks.filter(({ questionId }) => !ids.has(questionId));
      for (const { questionId } of missing) ids.set(questionId, randomUUID());
      await tx.quizAnswer.createMany({
        data: missing.map(({ questionId, points }) => ({
          id: ids.get(questionId) ?? '',
          attemptId,
          questionId,
          version: 0,
          answer: 'null',
          savedAt: submittedAt,
          markVersion: points === undefined ? 0 : 1,
          points: points ?? null,
        })),
      });
      await tx.mark.createMany({
        data: marks.flatMap(({ questionId, points, maxPoints }) =>
          points === undefined
            ? []
            : [
                {
                  answerId: ids.get(questionId) ?? '',
                  version: 1,
                  points,
                  maxPoints,
                  markedBy: 'engine',
                  markedAt: submittedAt,
                },
              ],
        ),
      });
      return 'closed';
    });
  } catch (error) {
    if (error instanceof AnswersChanged) return 'changed';
    throw error;
  }
}

/** Thrown to undo the transaction. */
class AnswersChanged extends Error {}

/** Notes the first mark on every answer that was saved. @returns the ids of the answers by question */
async function markAnswers(
  tx: Prisma.TransactionClient,
  attemptId: string,
  marks: readonly QuestionMark[],
): Promise<Map<string, string>> {
  const each = (value: (mark: QuestionMark) => Prisma.Sql) =>
    Prisma.sql`CASE "questionId" ${Prisma.join(
      marks.map((mark) => Prisma.sql`WHEN ${mark.questionId} THEN ${value(mark)}`),
      ' ',
    )} END`;
  const saved = await tx.$queryRaw<{ id: string; questionId: string; version: number }[]>`
    UPDATE "QuizAnswer" SET "points" = ${each(({ points }) => Prisma.sql`CAST(${points ?? null} AS DOUBLE PRECISION)`)},
      "markVersion" = ${each(({ points }) => (points === undefined ? Prisma.sql`0` : Prisma.sql`1`))}
    WHERE "attemptId" = ${attemptId} RETURNING "id", "questionId", "version"`;
  const versions = new Map(saved.map(({ questionId, version }) => [questionId, version]));
  if (marks.some(({ questionId, version }) => (versions.get(questionId) ?? 0) !== version)) throw new AnswersChanged();
  return new Map(saved.map(({ id, questionId }) => [questionId, id]));
}
