import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from './database';
import { Prisma } from './generated/sqlite/client';
import type { MarkModel, QuizAnswerModel, QuizAttemptModel } from './generated/sqlite/models';
import { type Remember, remember } from './idempotency';

export type ClosedBy = 'person' | 'deadline';

/** One person's go at a quiz, with what its assignment says now. */
export type QuizAttempt = Omit<QuizAttemptModel, 'closedBy' | 'assignmentId' | 'engine'> & {
  closedBy: ClosedBy | null;
  assignment: { id: string; classId: string; className: string; dueAt: Date | null; releasedAt: Date | null } | null;
  /** Name of a class in which its owner is a learner, that has this quiz set and its marks not released. */
  setBy: string | null;
};

/** The mark that holds. `rubric` is JSON: points by criterion. */
export type QuizMark = Omit<MarkModel, 'answerId'> & { markerName: string | null };

/** `answer` is JSON; its schema belongs to `quizzes`. */
export type QuizAnswer = Pick<QuizAnswerModel, 'id' | 'questionId' | 'version' | 'answer' | 'savedAt'> & {
  mark: QuizMark | null;
};

export type LoadedAttempt = QuizAttempt & { answers: QuizAnswer[] };

/** What a save may take for granted, because it never changes. */
export type AttemptFacts = { userId: string; contentHash: string };

type AttemptRow = Omit<QuizAttemptModel, 'engine'> & {
  classId: string | null;
  className: string | null;
  dueAt: Date | null;
  releasedAt: Date | null;
  setBy: string | null;
};

const attemptColumns = Prisma.sql`
  a."id", a."userId", a."quizSlug", a."contentHash", a."seed", a."assignmentId", a."createdAt", a."submittedAt", a."closedBy",
  a."points", a."maxPoints", a."unmarked", s."dueAt", s."releasedAt", s."classId", c."name" AS "className",
  (SELECT k."name" FROM "Enrolment" e JOIN "Assignment" x ON x."classId" = e."classId" JOIN "Class" k ON k."id" = e."classId"
    WHERE e."userId" = a."userId" AND e."role" = 'learner' AND x."quizSlug" = a."quizSlug" AND x."releasedAt" IS NULL
    ORDER BY x."createdAt" LIMIT 1) AS "setBy"`;
const attemptTables = Prisma.sql`
  "QuizAttempt" a LEFT JOIN "Assignment" s ON s."id" = a."assignmentId" LEFT JOIN "Class" c ON c."id" = s."classId"`;

/** The attempt with its answers and their marks, in one statement; undefined when it is not this person's. */
export async function loadAttempt(id: string, userId: string): Promise<LoadedAttempt | undefined> {
  const { prisma } = await database();
  type AnswerRow = {
    answerId: string;
    questionId: string;
    version: number;
    answer: string;
    savedAt: Date;
    markVersion: number | null;
    markPoints: number;
    markMaxPoints: number;
    rubric: string;
    comment: string;
    markedBy: string;
    markedAt: Date;
    markerName: string | null;
  };
  const rows = await prisma.$queryRaw<(AttemptRow & (AnswerRow | Record<keyof AnswerRow, null>))[]>`
    SELECT ${attemptColumns}, q."id" AS "answerId", q."questionId", q."version", q."answer", q."savedAt",
      m."version" AS "markVersion", m."points" AS "markPoints", m."maxPoints" AS "markMaxPoints", m."rubric", m."comment",
      m."markedBy", m."markedAt", u."name" AS "markerName"
    FROM ${attemptTables}
    LEFT JOIN "QuizAnswer" q ON q."attemptId" = a."id"
    LEFT JOIN "Mark" m ON m."answerId" = q."id" AND m."version" = q."markVersion"
    LEFT JOIN "User" u ON u."id" = m."markedBy"
    WHERE a."id" = ${id} AND a."userId" = ${userId}`;
  const [first] = rows;
  if (!first) return undefined;
  keepFacts(id, first);
  const answers = rows.flatMap((row): QuizAnswer[] => {
    if (row.answerId === null) return [];
    const { answerId, questionId, version, answer, savedAt, rubric, comment, markedBy, markedAt, markerName } = row;
    const mark = row.markVersion !== null && {
      version: row.markVersion,
      points: row.markPoints,
      maxPoints: row.markMaxPoints,
      rubric,
      comment,
      markedBy,
      markedAt,
      markerName,
    };
    return [{ id: answerId, questionId, version, answer, savedAt, mark: mark || null }];
  });
  return { ...toAttempt(first), answers };
}

/** An attempt as a list shows it. */
export type QuizAttemptSummary = QuizAttempt & {
  /** Questions that have an answer. */
  answered: number;
};

/** A person's attempts in one statement, the newest first. */
export async function listAttempts(
  userId: string,
  { quizSlug, assignmentId, limit = 50 }: { quizSlug?: string; assignmentId?: string; limit?: number } = {},
): Promise<QuizAttemptSummary[]> {
  const { prisma } = await database();
  const rows = await prisma.$queryRaw<(AttemptRow & { answered: number | bigint })[]>`
    SELECT ${attemptColumns},
      (SELECT COUNT(*) FROM "QuizAnswer" q WHERE q."attemptId" = a."id" AND q."answer" <> 'null') AS "answered"
    FROM ${attemptTables}
    WHERE a."userId" = ${userId}
    ${quizSlug === undefined ? Prisma.empty : Prisma.sql`AND a."quizSlug" = ${quizSlug}`}
    ${assignmentId === undefined ? Prisma.empty : Prisma.sql`AND a."assignmentId" = ${assignmentId}`}
    ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...toAttempt(row), answered: Number(row.answered) }));
}

/** What a new attempt is of: practice when it has no assignment. */
type Kind = { userId: string; quizSlug: string; assignmentId?: string };

const sameKind = ({ userId, quizSlug, assignmentId }: Kind) =>
  assignmentId === undefined ? { userId, quizSlug, assignmentId: null, submittedAt: null } : { userId, assignmentId };

/** The attempt that stands in the way of another of its kind: open practice of a quiz, or the one of an assignment. */
export async function findSame(
  kind: Kind,
): Promise<Pick<QuizAttempt, 'id' | 'contentHash' | 'seed' | 'submittedAt'> | undefined> {
  const { prisma } = await database();
  const select = { id: true, contentHash: true, seed: true, submittedAt: true };
  return (
    (await prisma.quizAttempt.findFirst({ where: sameKind(kind), orderBy: { createdAt: 'desc' }, select })) ?? undefined
  );
}

/**
 * Starts an attempt. The content version must be stored already. Undefined, and nothing changed, when one of its kind is there
 * by now (`findSame`), however many ask at once. Throws `KeyTaken`.
 */
export async function create(
  start: Kind & { contentHash: string; seed: string; engine: string; idempotency?: Remember<{ id: string }> },
): Promise<{ id: string } | undefined> {
  const { prisma, provider } = await database();
  const { idempotency, ...row } = start;
  const id = randomUUID();
  return prisma.$transaction(async (tx) => {
    // SQLite has one writer; PostgreSQL would let two look before either has written.
    if (provider === 'postgresql')
      await tx.$executeRaw`SELECT 1 FROM "User" WHERE "id" = ${row.userId} FOR NO KEY UPDATE`;
    if ((await tx.quizAttempt.count({ where: sameKind(row) })) > 0) return undefined;
    await tx.quizAttempt.createMany({ data: { ...row, id, createdAt: new Date() } });
    if (idempotency) await remember(tx, row.userId, idempotency, { id });
    keepFacts(id, row);
    return { id };
  });
}

/** Open attempts of assignments that are released or were due before `dueBefore`, with their owners. */
export async function overdueAttempts(
  dueBefore: Date,
  { classId, attemptId }: { classId?: string; attemptId?: string } = {},
): Promise<{ id: string; userId: string }[]> {
  const { prisma } = await database();
  return prisma.quizAttempt.findMany({
    where: {
      ...(attemptId !== undefined && { id: attemptId }),
      submittedAt: null,
      assignment: {
        ...(classId !== undefined && { classId }),
        OR: [{ releasedAt: { not: null } }, { dueAt: { lt: dueBefore } }],
      },
    },
    select: { id: true, userId: true },
  });
}

/** As many as a school has open at once; a save on another costs one statement more. */
const mostFacts = 5_000;
const facts = new Map<string, AttemptFacts>();

function keepFacts(id: string, { userId, contentHash }: AttemptFacts): void {
  facts.delete(id);
  facts.set(id, { userId, contentHash });
  const [oldest] = facts.keys();
  if (facts.size > mostFacts && oldest !== undefined) facts.delete(oldest);
}

/**
 * What never changes of an attempt, from memory where it can be; undefined when it is not this person's. Only the write itself
 * tells whether it is still there.
 */
export async function findFacts(id: string, userId: string): Promise<AttemptFacts | undefined> {
  const known = facts.get(id);
  if (known?.userId === userId) return known;
  // It may have changed hands: a guest's attempts go to the account that they sign in to.
  const { prisma } = await database();
  const select = { userId: true, contentHash: true };
  const row = await prisma.quizAttempt.findUnique({ where: { id, userId }, select });
  if (row) keepFacts(id, row);
  return row ?? undefined;
}

function toAttempt({ assignmentId, classId, className, dueAt, releasedAt, ...row }: AttemptRow): QuizAttempt {
  const { id, userId, quizSlug, contentHash, seed, createdAt, submittedAt, points, maxPoints, unmarked, setBy } = row;
  return {
    id,
    userId,
    quizSlug,
    contentHash,
    seed,
    createdAt,
    submittedAt,
    // Only `closeAttempt` sets it.
    closedBy: row.closedBy as ClosedBy | null,
    points,
    maxPoints,
    unmarked: Number(unmarked),
    assignment:
      assignmentId !== null && classId !== null
        ? { id: assignmentId, classId, className: className ?? '', dueAt, releasedAt }
        : null,
    setBy,
  };
}
