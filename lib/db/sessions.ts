import 'server-only';
import { randomUUID } from 'node:crypto';
import { database, dateOf } from './database';
import { Prisma } from './generated/sqlite/client';
import { User, userColumns } from './users';

export type Session = { id: string; userId: string; createdAt: Date; lastSeenAt: Date };

/** How stale `lastSeenAt` may get: a durable write with every request would cost more than the request. */
const touchEveryMs = 60 * 60 * 1000;

/** Signs a browser in. @returns the new session's id, which belongs in an encrypted, HttpOnly cookie */
export async function createSession(userId: string): Promise<string> {
  const { prisma } = await database();
  const id = randomUUID();
  await prisma.session.createMany({ data: { id, userId } });
  return id;
}

/** Who a session belongs to, in one statement, for every request. Nothing for a person made anonymous. */
export async function findSession(id: string): Promise<{ session: Session; user: User } | undefined> {
  const { direct } = await database();
  const [row] = await direct(Prisma.sql`
    SELECT ${userColumns}, s."createdAt" AS "sessionCreatedAt", s."lastSeenAt" AS "sessionLastSeenAt"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = ${id} AND u."deletedAt" IS NULL`);
  if (!row) return undefined;
  const user = User.parse({
    ...row,
    mayMakeClasses: Boolean(row.mayMakeClasses),
    createdAt: dateOf(row.createdAt),
    lastSeenAt: dateOf(row.lastSeenAt),
  });
  const session = {
    id,
    userId: user.id,
    createdAt: dateOf(row.sessionCreatedAt),
    lastSeenAt: dateOf(row.sessionLastSeenAt),
  };
  return { session, user };
}

/** Signs the browser out, on whatever device its cookie was copied to. */
export async function deleteSession(id: string): Promise<void> {
  const { prisma } = await database();
  await prisma.session.deleteMany({ where: { id } });
}

/** Signs out everywhere else. @returns how many browsers that were */
export async function deleteOtherSessions(userId: string, keepId: string): Promise<number> {
  const { prisma } = await database();
  return (await prisma.session.deleteMany({ where: { userId, id: { not: keepId } } })).count;
}

/** Notes that the session and its person were here, once an hour at most; else it asks the database nothing. */
export async function touchSession(session: Session): Promise<void> {
  const now = new Date();
  if (now.getTime() - session.lastSeenAt.getTime() < touchEveryMs) return;
  const { prisma } = await database();
  await prisma.$transaction([
    prisma.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } }),
    prisma.user.updateMany({ where: { id: session.userId }, data: { lastSeenAt: now } }),
  ]);
}

/** Removes sessions not used since: their cookies have ended by themselves. @returns how many */
export async function deleteIdleSessions(olderThan: Date): Promise<number> {
  const { prisma } = await database();
  return (await prisma.session.deleteMany({ where: { lastSeenAt: { lt: olderThan } } })).count;
}
