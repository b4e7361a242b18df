import 'server-only';
import { UserError } from '@/lib/auth/user-error';
import type { User } from '@/lib/db/users';
import { inTurn, QueueFull } from '@/lib/runner/queues';

/** Do something with an attempt after everything before it; refused when too much of this person's is waiting. */
export async function turn<T>(user: Pick<User, 'id'>, attempt: string, work: () => Promise<T>): Promise<T> {
  try {
    return await inTurn(attempt, user.id, work);
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    throw new UserError(
      'TooManyRequests',
      'Too many of your lines are waiting. Nothing was run; try again in a moment.',
      {
        retryAfterSeconds: 2,
      },
    );
  }
}
