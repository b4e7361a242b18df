import 'server-only';
import { database } from './database';

/** A belief that something a person did has shown, and the step that showed it first; the attempt may be gone since. */
type MisconceptionSeen = { misconception: string; attemptId: string; seq: number; seenAt: Date };

/** All that one person's steps have shown, the first first. As many rows as there are misconceptions, at most. */
export async function listSeen(userId: string): Promise<MisconceptionSeen[]> {
  const { prisma } = await database();
  return prisma.misconceptionSeen.findMany({
    where: { userId },
    omit: { userId: true },
    orderBy: [{ seenAt: 'asc' }, { misconception: 'asc' }],
  });
}

/** Keeps that a step showed a belief. The first time counts: another changes nothing. */
export async function keepSeen(seen: Omit<MisconceptionSeen, 'seenAt'> & { userId: string }): Promise<void> {
  const { prisma } = await database();
  const { userId, misconception, attemptId, seq } = seen;
  await prisma.$executeRaw`
    INSERT INTO "MisconceptionSeen" ("userId", "misconception", "attemptId", "seq", "seenAt")
    VALUES (${userId}, ${misconception}, ${attemptId}, ${seq}, ${new Date()})
    ON CONFLICT ("userId", "misconception") DO NOTHING`;
}
