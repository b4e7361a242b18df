import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from './database';
import type { UserModel } from './generated/sqlite/models';
import { toUser, type User, userColumns } from './users';

/** A token as its owner sees it: never the token, nor its hash. */
export type ApiToken = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

const shown = { id: true, name: true, createdAt: true, lastUsedAt: true } as const;

/** How stale `lastUsedAt` may get. */
const touchEveryMs = 60 * 60 * 1000;

/** @param hash SHA-256, in hex, of the 256 random bits that the person is shown once */
export async function createToken(userId: string, name: string, hash: string): Promise<ApiToken> {
  const { prisma } = await database();
  return prisma.apiToken.create({ data: { id: randomUUID(), userId, name, hash }, select: shown });
}

/** Whose token it is, in one statement; once an hour a second one notes its use. Nothing for a person made anonymous. */
export async function findByHash(hash: string): Promise<User | undefined> {
  const { prisma } = await database();
  const [row] = await prisma.$queryRaw<(Pick<UserModel, keyof User> & { tokenId: string; lastUsedAt: Date | null })[]>`
    SELECT ${userColumns}, t."id" AS "tokenId", t."lastUsedAt" AS "lastUsedAt"
    FROM "ApiToken" t JOIN "User" u ON u."id" = t."userId"
    WHERE t."hash" = ${hash} AND u."deletedAt" IS NULL`;
  if (!row) return undefined;
  const now = new Date();
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) >= touchEveryMs)
    await prisma.apiToken.updateMany({ where: { id: row.tokenId }, data: { lastUsedAt: now } });
  return toUser(row);
}

/** A person's tokens, newest first. */
export async function list(userId: string): Promise<ApiToken[]> {
  const { prisma } = await database();
  return prisma.apiToken.findMany({ where: { userId }, select: shown, orderBy: { createdAt: 'desc' } });
}

/** False when the person has no such token. */
export async function revoke(userId: string, id: string): Promise<boolean> {
  const { prisma } = await database();
  return (await prisma.apiToken.deleteMany({ where: { id, userId } })).count > 0;
}
