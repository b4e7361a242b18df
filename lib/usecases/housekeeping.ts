import 'server-only';
import { deleteOldAnswers } from '@/lib/db/idempotency';
import { deleteExpired } from '@/lib/db/rate-limits';
import { deleteIdleSessions } from '@/lib/db/sessions';
import { deleteIdleGuests } from '@/lib/db/users';
import { closeOverdue } from './quiz-closing';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Idle guests and sessions go after 30 days, as the pages say; stored answers after one; counters when their window has ended.
 * Quizzes whose time is up are closed: whoever reads one closes it too, so that this finds only what nobody looks at.
 */
export async function sweep(now = Date.now()): Promise<void> {
  await deleteIdleGuests(new Date(now - 30 * dayMs));
  await deleteIdleSessions(new Date(now - 31 * dayMs));
  await deleteOldAnswers(new Date(now - dayMs));
  await deleteExpired();
  await closeOverdue();
}
