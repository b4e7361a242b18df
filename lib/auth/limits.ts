import 'server-only';
import { consume, type RateLimit } from '@/lib/db/rate-limits';
import { UserError } from './user-error';

/** Takes one try of `key`, or as many as it counts for; refuses with 429, and says when to come back, when none is left. */
export async function take(limit: RateLimit, key: string, points?: number): Promise<void> {
  const { allowed, retryAfterSeconds } = await consume(limit, key, points);
  if (allowed) return;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  throw new UserError(
    'TooManyRequests',
    `Too many tries. Wait ${minutes} minute${minutes === 1 ? '' : 's'} and try again.`,
    { retryAfterSeconds },
  );
}
