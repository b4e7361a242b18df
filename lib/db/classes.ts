import 'server-only';
import { randomUUID } from 'node:crypto';
import { auditRow } from './audit';
import { database } from './database';
import { LastInstructor } from './errors';
import { type ClassRole, lockClass, roleIn } from './membership';

/** A class as one of its people has it in a list. */
export type ClassOf = { id: string; name: string; role: ClassRole; assignments: number };

/** The classes that a person is in, by name, in one statement. */
export async function listClasses(userId: string): Promise<ClassOf[]> {
  const { prisma } = await database();
  const rows = await prisma.$queryRaw<(Omit<ClassOf, 'assignments'> & { assignments: number | bigint })[]>`
    SELECT c."id", c."name", e."role", (SELECT COUNT(*) FROM "Assignment" s WHERE s."classId" = c."id") AS "assignments"
    FROM "Enrolment" e JOIN "Class" c ON c."id" = e."classId"
    WHERE e."userId" = ${userId} ORDER BY c."name", c."id"`;
  return rows.map((row) => ({ ...row, assignments: Number(row.assignments) }));
}

/** The class as a person in it may see it: its code is for instructors only. Undefined to everybody else. */
export async function findClass(
  id: string,
  userId: string,
): Promise<{ id: string; name: string; role: ClassRole; code?: string } | undefined> {
  const { prisma } = await database();
  const [row] = await prisma.$queryRaw<{ id: string; name: string; role: ClassRole; code: string }[]>`
    SELECT c."id", c."name", c."code", e."role"
    FROM "Enrolment" e JOIN "Class" c ON c."id" = e."classId"
    WHERE e."classId" = ${id} AND e."userId" = ${userId}`;
  if (!row) return undefined;
  const { code, ...rest } = row;
  return row.role === 'instructor' ? { ...rest, code } : rest;
}

/** An assignment of a quiz, not released, of a class in which the person is a learner. */
export type OpenAssignment = {
  id: string;
  classId: string;
  className: string;
  contentHash: string;
  dueAt: Date | null;
  createdAt: Date;
};

/**
 * The assignments of a quiz that a person has as a learner and whose marks are not released, oldest first, in one statement:
 * while there is one, the quiz is no practice for them and shows them no key.
 */
export async function openAssignmentsOf(userId: string, quizSlug: string): Promise<OpenAssignment[]> {
  const { prisma } = await database();
  return prisma.$queryRaw<OpenAssignment[]>`
    SELECT s."id", s."classId", c."name" AS "className", s."contentHash", s."dueAt", s."createdAt"
    FROM "Enrolment" e
    JOIN "Assignment" s ON s."classId" = e."classId"
    JOIN "Class" c ON c."id" = e."classId"
    WHERE e."userId" = ${userId} AND e."role" = 'learner' AND s."quizSlug" = ${quizSlug} AND s."releasedAt" IS NULL
    ORDER BY s."createdAt", s."id"`;
}

/** The people of a class who have not left the site, in the order they came. */
export type Person = { userId: string; name: string | null; email: string | null; role: ClassRole; joinedAt: Date };

export async function listPeople(classId: string): Promise<Person[]> {
  const { prisma } = await database();
  return prisma.$queryRaw<Person[]>`
    SELECT e."userId", u."name", u."email", e."role", e."joinedAt"
    FROM "Enrolment" e JOIN "User" u ON u."id" = e."userId"
    WHERE e."classId" = ${classId} AND u."deletedAt" IS NULL
    ORDER BY e."joinedAt", e."userId"`;
}

/** Makes a class with the person who makes it as its instructor. `code` is the normalised one. */
export async function createClass(made: { name: string; code: string; userId: string }): Promise<{ id: string }> {
  const { prisma } = await database();
  const { name, code, userId } = made;
  const id = randomUUID();
  await prisma.$transaction([
    prisma.class.createMany({ data: { id, name, code, createdBy: userId } }),
    prisma.enrolment.createMany({ data: { classId: id, userId, role: 'instructor' } }),
    prisma.auditEvent.createMany({
      data: auditRow({ actorId: userId, action: 'class.create', subject: `class:${id}`, after: { name } }),
    }),
  ]);
  return { id };
}

/** Puts a person into the class of a normalised code as a learner; whoever is in it keeps their role. Undefined: no such code. */
export async function joinClass(code: string, userId: string): Promise<{ id: string; name: string } | undefined> {
  const { prisma } = await database();
  const found = await prisma.class.findUnique({ where: { code }, select: { id: true, name: true } });
  if (!found) return undefined;
  await prisma.$executeRaw`
    INSERT INTO "Enrolment" ("classId", "userId", "role", "joinedAt")
    VALUES (${found.id}, ${userId}, 'learner', ${new Date()}) ON CONFLICT ("classId", "userId") DO NOTHING`;
  return found;
}

/** Gives a class another code; the old one lets nobody in from then on. False unless `actorId` is an instructor of it. */
export async function renewCode(change: { classId: string; actorId: string; code: string }): Promise<boolean> {
  const { prisma } = await database();
  const { classId, actorId, code } = change;
  return prisma.$transaction(async (tx) => {
    if ((await roleIn(tx, classId, actorId)) !== 'instructor') return false;
    await tx.class.updateMany({ where: { id: classId }, data: { code } });
    // The code itself is what lets people in: it stays out of the log.
    await tx.auditEvent.createMany({
      data: auditRow({ actorId, action: 'class.renew-code', subject: `class:${classId}` }),
    });
    return true;
  });
}

/**
 * Changes what a person is in a class. `'forbidden'` unless `actorId` is an instructor of it, `'absent'` when the person is not in it.
 * Throws `LastInstructor`, and changes nothing, when the class would be left without one.
 */
export async function setClassRole(change: {
  classId: string;
  actorId: string;
  userId: string;
  role: ClassRole;
}): Promise<'changed' | 'forbidden' | 'absent'> {
  const { prisma } = await database();
  const { classId, actorId, userId, role } = change;
  return prisma.$transaction(async (tx) => {
    // Two instructors could each demote the other at the same moment.
    await lockClass(tx, classId);
    if ((await roleIn(tx, classId, actorId)) !== 'instructor') return 'forbidden';
    const before = await roleIn(tx, classId, userId);
    if (!before) return 'absent';
    if (before === role) return 'changed';
    await tx.enrolment.updateMany({ where: { classId, userId }, data: { role } });
    const instructors = { classId, role: 'instructor', user: { deletedAt: null } };
    if (before === 'instructor' && (await tx.enrolment.count({ where: instructors })) === 0) throw new LastInstructor();
    await tx.auditEvent.createMany({
      data: auditRow({
        actorId,
        action: 'class.set-role',
        subject: `class:${classId}`,
        before: { userId, role: before },
        after: { userId, role },
      }),
    });
    return 'changed';
  });
}
