import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refuse, UserError } from '@/lib/auth/user-error';
import { NoSuchStep } from '@/lib/db/errors';
import * as db from '@/lib/db/lab-shares';
import type { User } from '@/lib/db/users';
import { environment } from '@/lib/environment/environment';
import type { ShareView } from '@/lib/labs/moment-views';
import { AttemptId, type Keep, noSuchAttempt, Position } from './attempt-view';

/** Of a link's token, which is asked for as it stands in the link: a mistyped one is answered as one that is gone. */
export const Token = z.string().max(200, 'This is not the token of a link.');

export const Share = z.strictObject({
  id: AttemptId,
  seq: Position.optional().describe('The step to show; where the attempt stands when absent, 0 is the start.'),
});
export const ListShares = z.strictObject({ id: AttemptId });
export const DeleteShare = z.strictObject({ id: AttemptId, token: Token });

export const DeletedShare = z.object({ deleted: z.literal(true) });

/** Links that an attempt has at once. */
const most = 100;

const shareView = ({ token, seq, createdAt }: db.LabShare): ShareView => ({
  token,
  url: new URL(`/moments/${token}`, environment().publicUrl).href,
  position: seq,
  createdAt: createdAt.toISOString(),
});

/** A link to a moment of an attempt, for whoever has it; the same one for the same step. */
export async function share(user: User, { id, seq }: z.output<typeof Share>, keep: Keep): Promise<ShareView> {
  const idempotency = keep(shareView);
  const own = { attemptId: id, userId: user.id, ...(seq !== undefined && { seq }) };
  // 128 bits: nobody comes upon it by trying.
  const token = randomBytes(16).toString('base64url');
  const shared = await db.shareStep({ ...own, token, most, ...(idempotency && { idempotency }) }).catch((error) => {
    if (error instanceof NoSuchStep) refuse('InvalidInput', `This attempt has no step ${seq}.`);
    throw error;
  });
  if (shared.ok) return shareView(shared.share);
  if (shared.because === 'absent') return noSuchAttempt();
  throw new UserError('Conflict', `An attempt has at most ${most} links. Take one back before you make another.`);
}

/** The links of an attempt, in the order of its steps. */
export async function listShares(user: User, { id }: z.output<typeof ListShares>): Promise<ShareView[]> {
  const shares = (await db.listShares({ attemptId: id, userId: user.id })) ?? noSuchAttempt();
  return shares.map(shareView);
}

/** Take a link back: from now on it leads nowhere. What somebody began from it stays theirs. */
export async function deleteShare(user: User, { id, token }: z.output<typeof DeleteShare>, keep: Keep) {
  const answer = { deleted: true } as const;
  const idempotency = keep(() => answer);
  const own = { attemptId: id, userId: user.id, token };
  if (!(await db.deleteShare({ ...own, ...(idempotency && { idempotency }) })))
    refuse('NotFound', 'You have no such link of this attempt; it may be gone already.');
  return answer;
}
