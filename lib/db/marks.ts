import 'server-only';
import { z } from 'zod';
import { auditRow } from './audit';
import { database } from './database';
import { Prisma } from './generated/sqlite/client';
import { type Remember, refuseTwin, remember } from './idempotency';

/** What a marker, 'engine' or a person, gave one answer. */
export type Mark = {
  version: number;
  points: number;
  maxPoints: number;
  /** Points by criterion. */
  rubric: Record<string, number>;
  comment: string;
  markedBy: string;
  /** Null for the engine and for whoever is not here any more. */
  markerName: string | null;
  markedAt: Date;
};

/** An answer as whoever may mark it has it. `assignment` is absent in practice, where that is its writer. */
export type AnswerToMark = {
  answerId: string;
  attemptId: string;
  questionId: string;
  quizSlug: string;
  contentHash: string;
  /** JSON */
  answer: string;
  markVersion: number;
  /** Null when they are not here any more. */
  learner: string | null;
  submittedAt: Date;
  assignment?: { id: string; classId: string; className: string; releasedAt: Date | null };
};

/** An answer that waits for its mark. */
export type QueuedAnswer = {
  answerId: string;
  classId: string;
  className: string;
  assignmentId: string;
  contentHash: string;
  questionId: string;
  learner: string | null;
  submittedAt: Date;
};

const Rubric = z.record(z.string(), z.number());

/** Whether a person grades the assignment of the attempt `t`, which is not their own. */
const isGraderOf = (userId: string) => Prisma.sql`(t."userId" <> ${userId} AND EXISTS (
  SELECT 1 FROM "Assignment" g JOIN "Enrolment" e ON e."classId" = g."classId"
  WHERE g."id" = t."assignmentId" AND e."userId" = ${userId} AND e."role" IN ('grader', 'instructor')))`;

/** Whether a person may mark the attempt `t`: in practice its writer, under an assignment its class's graders. */
const mayMark = (userId: string) => Prisma.sql`(t."submittedAt" IS NOT NULL AND
  ((t."assignmentId" IS NULL AND t."userId" = ${userId}) OR ${isGraderOf(userId)}))`;

/** Waiting answers `w` of submitted attempts `t` under the assignments `s` of the classes `c` that a person grades. */
const waitingFor = (userId: string) => Prisma.sql`
  FROM "Enrolment" e
  JOIN "Class" c ON c."id" = e."classId"
  JOIN "Assignment" s ON s."classId" = c."id"
  JOIN "QuizAttempt" t ON t."assignmentId" = s."id" AND t."submittedAt" IS NOT NULL AND t."unmarked" > 0 AND t."userId" <> ${userId}
  JOIN "QuizAnswer" w ON w."attemptId" = t."id" AND w."markVersion" = 0
  WHERE e."userId" = ${userId} AND e."role" IN ('grader', 'instructor')`;

/** The answers that wait for a person's mark in all classes that they grade: oldest submission first, and how many there are, in one statement. */
export async function listQueue(userId: string, limit: number): Promise<{ toMark: number; items: QueuedAnswer[] }> {
  const { prisma } = await database();
  const rows = await prisma.$queryRaw<
    (QueuedAnswer & { userId: string; total: number | bigint; deletedAt: Date | null })[]
  >`
    SELECT q.*, u."name" AS "learner", u."deletedAt" FROM (
      SELECT w."id" AS "answerId", c."id" AS "classId", c."name" AS "className", s."id" AS "assignmentId", s."contentHash",
        w."questionId", t."userId", t."submittedAt", COUNT(*) OVER () AS "total"
      ${waitingFor(userId)}
      ORDER BY t."submittedAt", w."id" LIMIT ${limit}) q
    JOIN "User" u ON u."id" = q."userId"
    ORDER BY q."submittedAt", q."answerId"`;
  return {
    toMark: Number(rows[0]?.total ?? 0),
    items: rows.map(({ total: _, userId: __, deletedAt, ...row }) => ({
      ...row,
      learner: deletedAt ? null : row.learner,
    })),
  };
}

/** Which answer to mark after this one, and how many wait (this one too, while it does), in one statement. */
export async function queueAfter(
  userId: string,
  { answerId, submittedAt }: Pick<AnswerToMark, 'answerId' | 'submittedAt'>,
): Promise<{ next?: string; left: number }> {
  const { prisma } = await database();
  const rows = await prisma.$queryRaw<{ id: string; left: number | bigint }[]>`
    SELECT w."id", COUNT(*) OVER () AS "left" ${waitingFor(userId)}
    ORDER BY CASE WHEN (t."submittedAt", w."id") > (${submittedAt}, ${answerId}) THEN 0 ELSE 1 END, t."submittedAt", w."id"
    LIMIT 2`;
  const next = rows.find(({ id }) => id !== answerId)?.id;
  return { ...(next !== undefined && { next }), left: Number(rows[0]?.left ?? 0) };
}

/** The answer, if this person may mark it. */
export async function findAnswerToMark(answerId: string, userId: string): Promise<AnswerToMark | undefined> {
  const { prisma } = await database();
  type Row = Omit<AnswerToMark, 'assignment'> & {
    deletedAt: Date | null;
    assignmentId: string | null;
    classId: string;
    className: string;
    releasedAt: Date | null;
  };
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT w."id" AS "answerId", w."attemptId", w."questionId", t."quizSlug", t."contentHash", w."answer", w."markVersion",
      u."name" AS "learner", u."deletedAt", t."submittedAt", t."assignmentId", s."classId", c."name" AS "className", s."releasedAt"
    FROM "QuizAnswer" w
    JOIN "QuizAttempt" t ON t."id" = w."attemptId"
    JOIN "User" u ON u."id" = t."userId"
    LEFT JOIN "Assignment" s ON s."id" = t."assignmentId"
    LEFT JOIN "Class" c ON c."id" = s."classId"
    WHERE w."id" = ${answerId} AND ${mayMark(userId)}`;
  if (!row) return undefined;
  const { deletedAt, assignmentId, classId, className, releasedAt, ...answer } = row;
  return {
    ...answer,
    learner: deletedAt ? null : row.learner,
    ...(assignmentId !== null && { assignment: { id: assignmentId, classId, className, releasedAt } }),
  };
}

/** All marks of an answer, the newest (the one that holds) first, in one statement. */
export async function listMarks(answerId: string): Promise<Mark[]> {
  const { prisma } = await database();
  return readMarks(prisma, Prisma.sql`m."answerId" = ${answerId}`);
}

/**
 * Adds a mark to an answer, with the sums of its attempt and, under an assignment, a line in the audit log, all or nothing. Of any
 * number at once on one version exactly one wins; the others change nothing and get the mark that holds. `current` is undefined when
 * this person may not mark the answer (any more), or it is not submitted. Throws `KeyTaken` when it lost to its own twin.
 */
export async function putMark(put: {
  answerId: string;
  actorId: string;
  /** The version of the mark that was seen; 0 for none. */
  version: number;
  points: number;
  maxPoints: number;
  rubric: Record<string, number>;
  comment: string;
  /** The sum of an attempt's points. */
  sum: (points: number[]) => number;
  idempotency?: Remember<Mark>;
}): Promise<{ ok: true; mark: Mark } | { ok: false; current: Mark | undefined }> {
  const { answerId, actorId, version, points, maxPoints, rubric, comment, sum, idempotency } = put;
  const { prisma } = await database();
  const marked = prisma.$transaction(async (tx): Promise<{ ok: true; mark: Mark }> => {
    // The attempt first, as a submit does, and changed although nothing of it changes: two graders of two answers of one
    // attempt would each add up without the other's points.
    const [attempt] = await tx.$queryRaw<{ id: string; assignmentId: string | null }[]>`
      UPDATE "QuizAttempt" AS t SET "unmarked" = "unmarked"
      WHERE t."id" = (SELECT "attemptId" FROM "QuizAnswer" WHERE "id" = ${answerId}) AND ${mayMark(actorId)}
      RETURNING "id", "assignmentId"`;
    if (!attempt) throw new Overtaken(undefined);
    const [before] = await readMarks(tx, Prisma.sql`m."answerId" = ${answerId}`, 1);
    if ((before?.version ?? 0) !== version) {
      await refuseTwin(tx, actorId, idempotency);
      throw new Overtaken(before);
    }
    const row = { answerId, version: version + 1, points, maxPoints, comment, markedBy: actorId, markedAt: new Date() };
    await tx.mark.createMany({ data: { ...row, rubric: JSON.stringify(rubric) } });
    await tx.quizAnswer.updateMany({ where: { id: answerId }, data: { markVersion: row.version, points } });
    const answers = await tx.quizAnswer.findMany({
      where: { attemptId: attempt.id },
      select: { points: true, markVersion: true },
      orderBy: { questionId: 'asc' },
    });
    await tx.quizAttempt.updateMany({
      where: { id: attempt.id },
      data: {
        points: sum(answers.map((answer) => answer.points ?? 0)),
        unmarked: answers.filter((answer) => answer.markVersion === 0).length,
      },
    });
    const [mark] = await readMarks(tx, Prisma.sql`m."answerId" = ${answerId}`, 1);
    if (!mark) throw new Error(`The mark of answer ${answerId} is not there.`);
    if (attempt.assignmentId !== null) {
      // What a person wrote, the learner or the marker, stays out of the log.
      const inLog = (given: Mark) => ({ version: given.version, points: given.points, rubric: given.rubric });
      const after = inLog(mark);
      const entry = { actorId, action: 'mark.put', subject: `answer:${answerId}`, after };
      await tx.auditEvent.createMany({ data: auditRow({ ...entry, ...(before && { before: inLog(before) }) }) });
    }
    if (idempotency) await remember(tx, actorId, idempotency, mark);
    return { ok: true, mark };
  });
  return marked.catch((error: unknown) => {
    if (error instanceof Overtaken) return { ok: false, current: error.current };
    throw error;
  });
}

/** Rolls a grading back whose version is not the one that holds, or that this person may not give. */
class Overtaken extends Error {
  constructor(readonly current: Mark | undefined) {
    super('another mark holds');
  }
}

async function readMarks(tx: Prisma.TransactionClient, where: Prisma.Sql, limit?: number) {
  type Row = Omit<Mark, 'rubric'> & { answerId: string; rubric: string };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m."answerId", m."version", m."points", m."maxPoints", m."rubric", m."comment", m."markedBy", u."name" AS "markerName",
      m."markedAt"
    FROM "Mark" m LEFT JOIN "User" u ON u."id" = m."markedBy" AND u."deletedAt" IS NULL
    WHERE ${where} ORDER BY m."version" DESC ${limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}`;
  return rows.map((row) => ({ ...row, rubric: Rubric.parse(JSON.parse(row.rubric)) }));
}
