import 'server-only';
import { z } from 'zod';
import { findNewest } from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import type { AttemptView, CommandAnswer, FirstCommandAnswer } from '@/lib/labs/views';
import type { Keep } from './attempt-view';
import { getAttempt, StartAttempt, startAttempt } from './lab-attempts';
import { RunCommand, runCommand } from './run-command';

export const OpenLab = z.strictObject({
  slug: StartAttempt.shape.slug,
  attempt: z.string().max(100).optional().describe('This one, if it is yours and of this lab; else the newest.'),
});
export const RunInLab = OpenLab.extend({ line: RunCommand.shape.line });

/** The attempt that is named, else the person's newest one at the lab, else a first one. */
const attemptAt = async (user: User, { slug, attempt }: z.output<typeof OpenLab>): Promise<string> =>
  (await findNewest(user.id, slug, attempt)) ?? (await startAttempt(user, { slug }, () => undefined)).id;

/** What a lab's page opens with. Asked again, it answers the same. */
export const openLab = async (user: User, input: z.output<typeof OpenLab>): Promise<AttemptView> =>
  getAttempt(user, { id: await attemptAt(user, input) });

/** Run one line before the lab is open: so the first command waits for one answer, not for two. */
export async function runInLab(
  user: User,
  { line, ...input }: z.output<typeof RunInLab>,
  keep: Keep,
): Promise<FirstCommandAnswer> {
  const id = await attemptAt(user, input);
  // What is kept for a request that comes again is what this one answers.
  const withId: Keep = (toAnswer) => keep((result) => ({ id, ...(toAnswer(result) as CommandAnswer) }));
  return { id, ...(await runCommand(user, { id, line }, withId)) };
}
