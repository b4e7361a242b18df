import 'server-only';
import { z } from 'zod';
import { findNewest } from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import type { AttemptView } from '@/lib/labs/views';
import { getAttempt, StartAttempt, startAttempt } from './lab-attempts';

export const OpenLab = z.strictObject({
  slug: StartAttempt.shape.slug,
  attempt: z.string().max(100).optional().describe('This one, if it is yours and of this lab; else the newest.'),
});

/** What a lab's page opens with: the attempt it names, else the person's newest one, else a first one. Asked again, it answers the same. */
export async function openLab(user: User, { slug, attempt }: z.output<typeof OpenLab>): Promise<AttemptView> {
  const known = await findNewest(user.id, slug, attempt);
  const id = known ?? (await startAttempt(user, { slug }, () => undefined)).id;
  return getAttempt(user, { id });
}
