import 'server-only';
import { randomUUID } from 'node:crypto';
import { auditRow } from './audit';
import { database } from './database';
import { Prisma } from './generated/sqlite/client';
import { type ClassRole, lockClass, roleIn } from './membership';

/** A quiz set to a class, in the version it had then. */
export type Assignment = {
  id: string;
  classId: string;
  quizSlug: string;
  contentHash: string;
  dueAt: Date | null;
  releasedAt: Date | null;
  createdAt: Date;
};

/** A person's own attempt under an assignment. */
export type OwnAttempt = {
  attemptId: string;
  submittedAt: Date | null;
  points: number | null;
  maxPoints: number | null;
};

/** How far a class is with an assignment: learners who started and submitted, answers that wait for their mark. */
export type AssignmentCounts = { started: number; submitted: number; toMark: number };

const columns = Prisma.sql`
  s."id", s."classId", s."quizSlug", s."contentHash", s."dueAt", s."releasedAt", s."createdAt"`;

/** A class's assignments, oldest first, each with the person's own attempt, in one statement. */
export async function listAssignments(
  classId: string,
  userId: string,
): Promise<(Assignment & { own: OwnAttempt | undefined })[]> {
  const { prisma } = await database();
  type Own = { [K in keyof OwnAttempt]: OwnAttempt[K] | null };
  const rows = await prisma.$queryRaw<(Assignment & Own)[]>`
    SELECT ${columns}, t."id" AS "attemptId", t."submittedAt", t."points", t."maxPoints"
    FROM "Assignment" s LEFT JOIN "QuizAttempt" t ON t."assignmentId" = s."id" AND t."userId" = ${userId}
    WHERE s."classId" = ${classId} ORDER BY s."createdAt", s."id"`;
  return rows.map(({ attemptId, submittedAt, points, maxPoints, ...assignment }) => ({
    ...assignment,
    own: attemptId === null ? undefined : { attemptId, submittedAt, points, maxPoints },
  }));
}

/** How far the learners of a class are, by assignment, in one statement. */
export async function countWork(classId: string): Promise<Map<string, AssignmentCounts>> {
  const { prisma } = await database();
  type Row = { id: string } & { [K in keyof AssignmentCounts]: number | bigint | null };
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT s."id", COUNT(e."userId") AS "started",
      SUM(CASE WHEN e."userId" IS NOT NULL AND t."submittedAt" IS NOT NULL THEN 1 ELSE 0 END) AS "submitted",
      SUM(CASE WHEN t."submittedAt" IS NOT NULL THEN t."unmarked" ELSE 0 END) AS "toMark"
    FROM "Assignment" s
    JOIN "QuizAttempt" t ON t."assignmentId" = s."id"
    LEFT JOIN "Enrolment" e ON e."classId" = s."classId" AND e."userId" = t."userId" AND e."role" = 'learner'
    WHERE s."classId" = ${classId} GROUP BY s."id"`;
  return new Map(
    rows.map(({ id, started, submitted, toMark }) => [
      id,
      { started: Number(started), submitted: Number(submitted), toMark: Number(toMark) },
    ]),
  );
}

/** The assignment, and what this person is in its class; undefined to whoever is not in it. */
export async function findAssignment(
  id: string,
  userId: string,
): Promise<(Assignment & { className: string; role: ClassRole }) | undefined> {
  const { prisma } = await database();
  const [row] = await prisma.$queryRaw<(Assignment & { className: string; role: ClassRole })[]>`
    SELECT ${columns}, c."name" AS "className", e."role"
    FROM "Assignment" s
    JOIN "Class" c ON c."id" = s."classId"
    JOIN "Enrolment" e ON e."classId" = s."classId" AND e."userId" = ${userId}
    WHERE s."id" = ${id}`;
  return row;
}

/** The classes that a person grades and that have open attempts past their due date, in one statement. */
export async function overdueClassesOf(graderId: string, now: Date): Promise<string[]> {
  const { prisma } = await database();
  const rows = await prisma.$queryRaw<{ classId: string }[]>`
    SELECT DISTINCT s."classId"
    FROM "Enrolment" e
    JOIN "Assignment" s ON s."classId" = e."classId" AND (s."dueAt" < ${now} OR s."releasedAt" IS NOT NULL)
    JOIN "QuizAttempt" t ON t."assignmentId" = s."id" AND t."submittedAt" IS NULL
    WHERE e."userId" = ${graderId} AND e."role" IN ('grader', 'instructor')`;
  return rows.map(({ classId }) => classId);
}

/** One person’s row of a gradebook, for one assignment. */
export type GradeRow = {
  attemptId: string;
  assignmentId: string;
  userId: string;
  submittedAt: Date | null;
  points: number | null;
  unmarked: number;
};

/** All attempts under a class's assignments, in one statement. */
export async function listGrades(classId: string): Promise<GradeRow[]> {
  const { prisma } = await database();
  return prisma.$queryRaw<GradeRow[]>`
    SELECT t."id" AS "attemptId", t."assignmentId", t."userId", t."submittedAt", t."points", t."unmarked"
    FROM "Assignment" s JOIN "QuizAttempt" t ON t."assignmentId" = s."id" WHERE s."classId" = ${classId}`;
}

/** The answers to some questions in all submitted attempts under a class's assignments, in one statement. */
export async function listAnswersTo(
  classId: string,
  questionIds: readonly string[],
): Promise<{ id: string; attemptId: string; questionId: string }[]> {
  if (questionIds.length === 0) return [];
  const { prisma } = await database();
  return prisma.$queryRaw`
    SELECT w."id", w."attemptId", w."questionId"
    FROM "Assignment" s
    JOIN "QuizAttempt" t ON t."assignmentId" = s."id" AND t."submittedAt" IS NOT NULL
    JOIN "QuizAnswer" w ON w."attemptId" = t."id" AND w."questionId" IN (${Prisma.join([...questionIds])})
    WHERE s."classId" = ${classId}`;
}

/**
 * Sets a quiz to a class. The content version must be stored already. `'forbidden'` unless `actorId` is an instructor of the class,
 * `'open'` while the same quiz is set to it and not released.
 */
export async function createAssignment(set: {
  classId: string;
  actorId: string;
  quizSlug: string;
  contentHash: string;
  dueAt: Date | null;
}): Promise<{ id: string } | 'forbidden' | 'open'> {
  const { prisma } = await database();
  const { actorId, ...rest } = set;
  const { classId, quizSlug, dueAt } = rest;
  return prisma.$transaction(async (tx) => {
    await lockClass(tx, classId);
    if ((await roleIn(tx, classId, actorId)) !== 'instructor') return 'forbidden';
    if ((await tx.assignment.count({ where: { classId, quizSlug, releasedAt: null } })) > 0) return 'open';
    const id = randomUUID();
    await tx.assignment.createMany({ data: { ...rest, id, createdBy: actorId } });
    const after = { classId, quizSlug, dueAt };
    await tx.auditEvent.createMany({
      data: auditRow({ actorId, action: 'assignment.create', subject: `assignment:${id}`, after }),
    });
    return { id };
  });
}

/** Moves the due date, or takes it away. `'released'` once the marks are out; `'forbidden'` unless `actorId` is an instructor. */
export async function setDueDate(change: {
  id: string;
  actorId: string;
  dueAt: Date | null;
}): Promise<'changed' | 'forbidden' | 'released'> {
  const { prisma } = await database();
  const { id, actorId, dueAt } = change;
  return prisma.$transaction(async (tx) => {
    const before = await lockAssignment(tx, id);
    if (!before || (await roleIn(tx, before.classId, actorId)) !== 'instructor') return 'forbidden';
    if (before.releasedAt) return 'released';
    await tx.assignment.updateMany({ where: { id }, data: { dueAt } });
    await tx.auditEvent.createMany({
      data: auditRow({
        actorId,
        action: 'assignment.set-due-date',
        subject: `assignment:${id}`,
        before: { dueAt: before.dueAt },
        after: { dueAt },
      }),
    });
    return 'changed';
  });
}

/**
 * Lets the learners see their marks, and says how many answers have none; again changes nothing. Refuses, with how many, while
 * attempts are open: close those that are overdue before.
 */
export async function release(change: {
  id: string;
  actorId: string;
}): Promise<{ unmarked: number } | { open: number } | 'forbidden'> {
  const { prisma } = await database();
  const { id, actorId } = change;
  return prisma.$transaction(async (tx) => {
    const before = await lockAssignment(tx, id);
    if (!before || (await roleIn(tx, before.classId, actorId)) !== 'instructor') return 'forbidden';
    const sum = await tx.quizAttempt.aggregate({ where: { assignmentId: id }, _sum: { unmarked: true } });
    const unmarked = sum._sum.unmarked ?? 0;
    if (before.releasedAt) return { unmarked };
    const open = await tx.quizAttempt.count({ where: { assignmentId: id, submittedAt: null } });
    if (open > 0) return { open };
    const releasedAt = new Date();
    await tx.assignment.updateMany({ where: { id }, data: { releasedAt } });
    await tx.auditEvent.createMany({
      data: auditRow({
        actorId,
        action: 'assignment.release',
        subject: `assignment:${id}`,
        after: { releasedAt, unmarked },
      }),
    });
    return { unmarked };
  });
}

/** The assignment as of this transaction, which other changes of it then wait for. */
async function lockAssignment(tx: Prisma.TransactionClient, id: string) {
  await tx.$executeRaw`UPDATE "Assignment" SET "quizSlug" = "quizSlug" WHERE "id" = ${id}`;
  const select = { classId: true, dueAt: true, releasedAt: true };
  return tx.assignment.findUnique({ where: { id }, select });
}
