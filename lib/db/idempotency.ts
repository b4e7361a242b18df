import 'server-only';
import type { RawTransaction } from './connect';
import { database } from './database';
import { KeyTaken } from './errors';

/** An answer that was given, kept with the write that it answered for. */
export type IdempotentAnswer = {
  key: string;
  /** SHA-256 of method, path and body: a key sent again with another request is a mistake of the client's. */
  request: string;
  status: number;
  body: string;
};

/** How a write is to be remembered: the answer may need what only the write knows, such as the new step's number. */
export type Remember<T> = { key: string; request: string; answer: (result: T) => { status: number; body: string } };

export async function findAnswer(userId: string, key: string): Promise<IdempotentAnswer | undefined> {
  const { prisma } = await database();
  const select = { key: true, request: true, status: true, body: true };
  return (await prisma.idempotentAnswer.findUnique({ where: { userId_key: { userId, key } }, select })) ?? undefined;
}

/** Stores the answer in the write's own transaction. Throws `KeyTaken`, which undoes the write, when the key was used meanwhile. */
export async function remember<T>(
  tx: Pick<RawTransaction, '$executeRaw'>,
  userId: string,
  how: Remember<T>,
  result: T,
): Promise<void> {
  const { status, body } = how.answer(result);
  const stored = await tx.$executeRaw`
    INSERT INTO "IdempotentAnswer" ("userId", "key", "request", "status", "body", "createdAt")
    VALUES (${userId}, ${how.key}, ${how.request}, ${status}, ${body}, ${new Date()})
    ON CONFLICT ("userId", "key") DO NOTHING`;
  if (stored === 0) throw new KeyTaken();
}

/** For a write that lost: throws `KeyTaken` when it lost to its own twin. */
export async function refuseTwin(
  tx: Pick<RawTransaction, '$queryRaw'>,
  userId: string,
  how: { key: string } | undefined,
): Promise<void> {
  if (!how) return;
  const rows =
    await tx.$queryRaw`SELECT 1 AS "one" FROM "IdempotentAnswer" WHERE "userId" = ${userId} AND "key" = ${how.key}`;
  if (Array.isArray(rows) && rows.length > 0) throw new KeyTaken();
}

/** Forgets answers given before; after that the same key does the work again. @returns how many */
export async function deleteOldAnswers(before: Date): Promise<number> {
  const { prisma } = await database();
  return (await prisma.idempotentAnswer.deleteMany({ where: { createdAt: { lt: before } } })).count;
}
