import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { auditRow } from './audit';
import { database } from './database';
import { EmailTaken, isUniqueViolation, LastAdministrator } from './errors';
import { Prisma } from './generated/sqlite/client';
import type { UserModel } from './generated/sqlite/models';

/** A person, without what proves who they are. */
export type User = z.output<typeof User>;
export const User = z.object({
  id: z.string(),
  kind: z.enum(['guest', 'account']),
  role: z.enum(['user', 'administrator']),
  mayMakeClasses: z.boolean(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  createdAt: z.date(),
  lastSeenAt: z.date(),
});

export type Theme = User['theme'];
export type Role = User['role'];

/** What makes a person an account. The email is normalised to lower case by the caller. */
export type Credentials = { email: string; name: string; passwordHash: string };

const administrators = { role: 'administrator', kind: 'account', deletedAt: null };

/** The columns of a `User`, of the table called `u`: joins do not read the password hash. */
export const userColumns = Prisma.raw(
  Object.keys(User.shape)
    .map((column) => `u."${column}"`)
    .join(', '),
);

/** The plain object of a row; drops the password hash. */
export function toUser(row: Pick<UserModel, keyof User>): User {
  return User.parse(row);
}

export async function createGuest(): Promise<User> {
  const { prisma } = await database();
  return toUser(await prisma.user.create({ data: { id: randomUUID(), kind: 'guest' } }));
}

/** The person, unless made anonymous. */
export async function findUser(id: string): Promise<User | undefined> {
  const { prisma } = await database();
  const row = await prisma.user.findUnique({ where: { id, deletedAt: null } });
  return row ? toUser(row) : undefined;
}

/** For signing in, and nothing else: the only read that gives the password hash away. */
export async function findAccountByEmail(email: string): Promise<{ user: User; passwordHash: string } | undefined> {
  const { prisma } = await database();
  const row = await prisma.user.findUnique({ where: { email, kind: 'account', deletedAt: null } });
  return row?.passwordHash ? { user: toUser(row), passwordHash: row.passwordHash } : undefined;
}

/** For a password change, which asks for the old one. */
export async function findPasswordHash(id: string): Promise<string | undefined> {
  const { prisma } = await database();
  const row = await prisma.user.findUnique({ where: { id, deletedAt: null }, select: { passwordHash: true } });
  return row?.passwordHash ?? undefined;
}

/** Throws `EmailTaken`. */
export async function createAccount(account: Credentials & { role?: Role; mayMakeClasses?: boolean }): Promise<User> {
  const { prisma } = await database();
  try {
    return toUser(await prisma.user.create({ data: { id: randomUUID(), kind: 'account', ...account } }));
  } catch (error) {
    throw isUniqueViolation(error) ? new EmailTaken() : error;
  }
}

/** Any number will do, but no other lock may have it (the migrations have 72707369). */
export const administratorsLock = 72707370;

/**
 * The account of the first administrator: made new, or the guest given converted. Undefined when there is an administrator, however
 * many ask at once. Throws `EmailTaken`.
 */
export async function createFirstAdministrator(account: Credentials, guestId?: string): Promise<User | undefined> {
  const { prisma, provider } = await database();
  try {
    return await prisma.$transaction(async (tx) => {
      // SQLite has one writer; PostgreSQL would let two look before either has written.
      if (provider === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${administratorsLock})`;
      if ((await tx.user.count({ where: administrators })) > 0) return undefined;
      const data = { ...account, kind: 'account', role: 'administrator' };
      const where = { id: guestId ?? '', kind: 'guest', deletedAt: null };
      const [converted] = await tx.user.updateManyAndReturn({ where, data });
      const user = toUser(converted ?? (await tx.user.create({ data: { ...data, id: randomUUID() } })));
      const event = { actorId: user.id, action: 'user.first-administrator', subject: `user:${user.id}` };
      await tx.auditEvent.createMany({ data: auditRow(event) });
      return user;
    });
  } catch (error) {
    throw isUniqueViolation(error) ? new EmailTaken() : error;
  }
}

/** Makes a guest an account and keeps its id, so that all it did stays its own. Throws `EmailTaken`; undefined when there is no such guest. */
export async function convertGuest(guestId: string, credentials: Credentials): Promise<User | undefined> {
  const { prisma } = await database();
  try {
    const [row] = await prisma.user.updateManyAndReturn({
      where: { id: guestId, kind: 'guest', deletedAt: null },
      data: { ...credentials, kind: 'account' },
    });
    return row ? toUser(row) : undefined;
  } catch (error) {
    throw isUniqueViolation(error) ? new EmailTaken() : error;
  }
}

/**
 * Gives all that a guest did to an account and removes the guest, its sessions with it; again changes nothing. Where both have read a
 * lesson the earlier finish wins, where both have answered in it the newer answer, where both have shown a misconception the first time.
 * Where both have a note on a lesson the guest's is put under the account's, however long that gets.
 * Steps keep the guest's id as their actor, because the log is append-only.
 * @returns how many attempts, at labs and quizzes, changed hands
 */
export async function mergeGuest(guestId: string, accountId: string): Promise<number> {
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const change = { where: { userId: guestId, user: { kind: 'guest' } }, data: { userId: accountId } };
    const labs = await tx.labAttempt.updateMany(change);
    const quizzes = await tx.quizAttempt.updateMany(change);
    await tx.$executeRaw`
      INSERT INTO "LessonProgress" ("userId", "slug", "startedAt", "finishedAt")
      SELECT ${accountId}, g."slug", g."startedAt", g."finishedAt"
      FROM "LessonProgress" g JOIN "User" u ON u."id" = g."userId" WHERE u."id" = ${guestId} AND u."kind" = 'guest'
      ON CONFLICT ("userId", "slug") DO UPDATE SET
        "startedAt" = CASE WHEN excluded."startedAt" < "LessonProgress"."startedAt"
          THEN excluded."startedAt" ELSE "LessonProgress"."startedAt" END,
        "finishedAt" = CASE WHEN "LessonProgress"."finishedAt" IS NULL OR excluded."finishedAt" < "LessonProgress"."finishedAt"
          THEN excluded."finishedAt" ELSE "LessonProgress"."finishedAt" END`;
    await tx.$executeRaw`
      INSERT INTO "LessonAnswer" ("userId", "slug", "questionId", "contentHash", "answer", "score", "answeredAt")
      SELECT ${accountId}, g."slug", g."questionId", g."contentHash", g."answer", g."score", g."answeredAt"
      FROM "LessonAnswer" g JOIN "User" u ON u."id" = g."userId" WHERE u."id" = ${guestId} AND u."kind" = 'guest'
      ON CONFLICT ("userId", "slug", "questionId") DO UPDATE SET
        "contentHash" = excluded."contentHash", "answer" = excluded."answer",
        "score" = excluded."score", "answeredAt" = excluded."answeredAt"
      WHERE excluded."answeredAt" > "LessonAnswer"."answeredAt"`;
    await tx.$executeRaw`
      INSERT INTO "LessonBookmark" ("userId", "slug", "anchor", "createdAt")
      SELECT ${accountId}, g."slug", g."anchor", g."createdAt"
      FROM "LessonBookmark" g JOIN "User" u ON u."id" = g."userId" WHERE u."id" = ${guestId} AND u."kind" = 'guest'
      ON CONFLICT ("userId", "slug", "anchor") DO NOTHING`;
    // A version that neither of them had: a page that is open on either is told of the other.
    await tx.$executeRaw`
      INSERT INTO "LessonNote" ("userId", "slug", "text", "version", "savedAt")
      SELECT ${accountId}, g."slug", g."text", g."version", g."savedAt"
      FROM "LessonNote" g JOIN "User" u ON u."id" = g."userId" WHERE u."id" = ${guestId} AND u."kind" = 'guest'
      ON CONFLICT ("userId", "slug") DO UPDATE SET
        "text" = CASE WHEN excluded."text" IN ('', "LessonNote"."text") THEN "LessonNote"."text"
          WHEN "LessonNote"."text" = '' THEN excluded."text"
          ELSE "LessonNote"."text" || ${'\n\n'} || excluded."text" END,
        "version" = CASE WHEN excluded."version" > "LessonNote"."version"
          THEN excluded."version" ELSE "LessonNote"."version" END + 1,
        "savedAt" = CASE WHEN excluded."savedAt" > "LessonNote"."savedAt"
          THEN excluded."savedAt" ELSE "LessonNote"."savedAt" END`;
    await tx.$executeRaw`
      INSERT INTO "MisconceptionSeen" ("userId", "misconception", "attemptId", "seq", "seenAt")
      SELECT ${accountId}, g."misconception", g."attemptId", g."seq", g."seenAt"
      FROM "MisconceptionSeen" g JOIN "User" u ON u."id" = g."userId" WHERE u."id" = ${guestId} AND u."kind" = 'guest'
      ON CONFLICT ("userId", "misconception") DO UPDATE SET
        "attemptId" = excluded."attemptId", "seq" = excluded."seq", "seenAt" = excluded."seenAt"
      WHERE excluded."seenAt" < "MisconceptionSeen"."seenAt"`;
    await tx.user.deleteMany({ where: { id: guestId, kind: 'guest' } });
    return labs.count + quizzes.count;
  });
}

/** Sets the password and signs out every other browser. Tokens stay: they are revoked one by one. */
export async function setPassword(id: string, passwordHash: string, keepSessionId?: string): Promise<void> {
  const { prisma } = await database();
  await prisma.$transaction([
    prisma.user.updateMany({ where: { id }, data: { passwordHash } }),
    prisma.session.deleteMany({ where: { userId: id, ...(keepSessionId && { id: { not: keepSessionId } }) } }),
  ]);
}

/** Keeps the same password under a newer hash. Nobody is signed out. */
export async function renewPasswordHash(id: string, passwordHash: string): Promise<void> {
  const { prisma } = await database();
  await prisma.user.updateMany({ where: { id }, data: { passwordHash } });
}

/**
 * Changes rights, and writes who did it into the audit log in the same transaction. False when there is no such account.
 * Throws `LastAdministrator` when nobody would be left to give rights.
 */
export async function setRole(
  id: string,
  rights: { role?: Role; mayMakeClasses?: boolean },
  by: { actorId: string | null; reason?: string },
): Promise<boolean> {
  const { prisma, provider } = await database();
  return prisma.$transaction(async (tx) => {
    // On PostgreSQL two administrators could each demote the other at the same moment.
    if (provider === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${administratorsLock})`;
    const select = { role: true, mayMakeClasses: true };
    const before = await tx.user.findUnique({ where: { id, kind: 'account', deletedAt: null }, select });
    if (!before) return false;
    await tx.user.updateMany({ where: { id }, data: rights });
    const wasOne = before.role === 'administrator';
    if (wasOne && (await tx.user.count({ where: administrators })) === 0) throw new LastAdministrator();
    const event = { ...by, action: 'user.set-role', subject: `user:${id}`, before, after: { ...before, ...rights } };
    await tx.auditEvent.createMany({ data: auditRow(event) });
    return true;
  });
}

export async function setTheme(id: string, theme: Theme): Promise<void> {
  const { prisma } = await database();
  await prisma.user.updateMany({ where: { id }, data: { theme } });
}

export async function setName(id: string, name: string): Promise<void> {
  const { prisma } = await database();
  await prisma.user.updateMany({ where: { id }, data: { name } });
}

/** Notes that the person was here now. A durable write: call it seldom (`touchSession` does so once an hour). */
export async function touch(id: string): Promise<void> {
  const { prisma } = await database();
  await prisma.user.updateMany({ where: { id }, data: { lastSeenAt: new Date() } });
}

export async function countAdministrators(): Promise<number> {
  const { prisma } = await database();
  return prisma.user.count({ where: administrators });
}

/** Removes guests not seen since, with all they did, a few at a time so that nobody waits long. @returns how many */
export async function deleteIdleGuests(olderThan: Date): Promise<number> {
  const { prisma } = await database();
  const batch = 20;
  for (let deleted = 0; ; ) {
    const { count } = await prisma.user.deleteMany({
      where: { kind: 'guest', lastSeenAt: { lt: olderThan } },
      limit: batch,
    });
    deleted += count;
    if (count < batch) return deleted;
  }
}
