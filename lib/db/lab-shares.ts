import 'server-only';
import { database } from './database';
import { NoSuchStep } from './errors';
import { type Remember, refuseTwin, remember } from './idempotency';

/** A link to a step of an attempt; whoever has the token may look. */
export type LabShare = { token: string; seq: number; createdAt: Date };

type Own = { attemptId: string; userId: string };

const select = { token: true, seq: true, createdAt: true } as const;

/**
 * Keeps a link to a step, or gives the one that there is; to the head when no step is named. `full` when the attempt has
 * `most` already, `absent` when this person has no such attempt. Throws `NoSuchStep`, and `KeyTaken`.
 */
export async function shareStep(
  share: Own & { seq?: number; token: string; most: number; idempotency?: Remember<LabShare> },
): Promise<{ ok: true; share: LabShare } | { ok: false; because: 'absent' | 'full' }> {
  const { attemptId, userId, token, most, idempotency } = share;
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    // It holds the attempt until the end, so that links are counted one after another.
    const [attempt] = await tx.$queryRaw<{ head: number }[]>`
      UPDATE "LabAttempt" SET "head" = "head" WHERE "id" = ${attemptId} AND "userId" = ${userId} RETURNING "head"`;
    if (!attempt) return { ok: false, because: 'absent' };
    const seq = share.seq ?? Number(attempt.head);
    const known = await tx.labShare.findUnique({ where: { attemptId_seq: { attemptId, seq } }, select });
    if (!known) {
      if (seq !== 0 && (await tx.labStep.count({ where: { attemptId, seq } })) === 0) throw new NoSuchStep();
      if ((await tx.labShare.count({ where: { attemptId } })) >= most) return { ok: false, because: 'full' };
    }
    const made =
      known ?? (await tx.labShare.create({ data: { token, attemptId, seq, createdAt: new Date() }, select }));
    if (idempotency) await remember(tx, userId, idempotency, made);
    return { ok: true, share: made };
  });
}

/** The links of an attempt in the order of its steps; undefined when this person has no such attempt. */
export async function listShares({ attemptId, userId }: Own): Promise<LabShare[] | undefined> {
  const { prisma } = await database();
  const found = await prisma.labAttempt.findUnique({
    where: { id: attemptId, userId },
    select: { shares: { select, orderBy: { seq: 'asc' } } },
  });
  return found?.shares;
}

/** Ends a link. False when this person has no such attempt, or it no such link. Throws `KeyTaken`. */
export async function deleteShare({
  attemptId,
  userId,
  token,
  idempotency,
}: Own & { token: string; idempotency?: Remember<undefined> }): Promise<boolean> {
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.labShare.deleteMany({ where: { token, attemptId, attempt: { userId } } });
    if (count === 0) await refuseTwin(tx, userId, idempotency);
    else if (idempotency) await remember(tx, userId, idempotency, undefined);
    return count > 0;
  });
}

/** Whose attempt a token leads to, and where; undefined when it leads nowhere (any more). For whoever has the token. */
export async function findShare(token: string): Promise<(LabShare & Own) | undefined> {
  const { prisma } = await database();
  const found = await prisma.labShare.findUnique({
    where: { token },
    select: { ...select, attemptId: true, attempt: { select: { userId: true } } },
  });
  if (!found) return undefined;
  const { attempt, ...share } = found;
  return { ...share, userId: attempt.userId };
}
