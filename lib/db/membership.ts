import 'server-only';
import type { Prisma } from './generated/sqlite/client';

export type ClassRole = 'learner' | 'grader' | 'instructor';

/** What a person is in a class, as of this transaction; undefined when they are not in it. */
export async function roleIn(
  tx: Prisma.TransactionClient,
  classId: string,
  userId: string,
): Promise<ClassRole | undefined> {
  const where = { classId_userId: { classId, userId } };
  const row = await tx.enrolment.findUnique({ where, select: { role: true } });
  // Only `createClass`, `joinClass` and `setClassRole` write roles, and these are all they write.
  return row ? (row.role as ClassRole) : undefined;
}

/** Makes other changes of the class's people and assignments wait for the end of this transaction. SQLite has one writer anyway. */
export async function lockClass(tx: Prisma.TransactionClient, classId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Class" SET "name" = "name" WHERE "id" = ${classId}`;
}
