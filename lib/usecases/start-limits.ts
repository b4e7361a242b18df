import 'server-only';
import { take } from '@/lib/auth/limits';
import type { RateLimit } from '@/lib/db/rate-limits';
import type { User } from '@/lib/db/users';

/** Attempts that one person may begin. Each keeps the account that its lab starts with, until its person goes. */
const starts: RateLimit = { name: 'lab-start', points: 300, durationSeconds: 3_600 };

/** What copies of shared moments may take, a point for each 64 kB: one person's, and an address's, where a whole school may sit. */
const copied: { readonly person: RateLimit; readonly address: RateLimit } = {
  person: { name: 'lab-copy-person', points: 2_048, durationSeconds: 3_600 },
  address: { name: 'lab-copy-address', points: 32_768, durationSeconds: 3_600 },
};
const pointBytes = 65_536;

/** Counts an attempt that is begun; 429 when it is one too many. */
export const takeStart = (user: User): Promise<void> => take(starts, user.id);

/** Counts what a copy takes; 429 when it is too much for an hour. */
export async function takeCopy(user: User, address: string, bytes: number): Promise<void> {
  const points = Math.ceil(bytes / pointBytes);
  await take(copied.person, user.id, points);
  await take(copied.address, address, points);
}
