import 'server-only';
import { z } from 'zod';
import { Name } from '@/lib/auth/fields';
import { UserError } from '@/lib/auth/user-error';
import { NoSuchStep, NoSuchTimeline, TimelineNameTaken, TooManyTimelines } from '@/lib/db/errors';
import {
  type ForkedAttempt,
  findForked,
  forkTimeline,
  mostTimelines,
  renameTimeline,
  switchTimeline,
  type Timelines,
  type TimelinesWritten,
  type TimelineWrite,
} from '@/lib/db/lab-timelines';
import type { User } from '@/lib/db/users';
import type { AttemptView } from '@/lib/labs/views';
import { AttemptId, attemptView, type Keep, noSuchAttempt, Position, wentElsewhere } from './attempt-view';
import { keepWarm, type LiveAttempt, loadAt, openAttempt } from './live-attempts';
import { turn } from './turn';

const TimelineName = z
  .string()
  .refine((text) => !/\p{Cc}/u.test(text), 'A name has no control characters.')
  .pipe(Name)
  .pipe(z.string().max(60, 'Use at most 60 characters.'))
  .describe('1 to 60 characters that can be seen; no other timeline of the attempt has it.');

/** In an address. */
const TimelineNumber = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/, 'This is not the number of a timeline.')
  .transform(Number);

export const ForkTimeline = z.strictObject({
  id: AttemptId,
  name: TimelineName,
  from: Position.optional().describe('The step to fork at, 0 the start; where the attempt stands when absent.'),
});
export const RenameTimeline = z.strictObject({ id: AttemptId, number: TimelineNumber, name: TimelineName });
export const SwitchTimeline = z.strictObject({ id: AttemptId, number: TimelineNumber });

/** Begin a timeline at any step of the tree and stand there. The timeline that is left stays where it stands. */
export function fork(user: User, { id, name, from }: z.output<typeof ForkTimeline>, keep: Keep): Promise<AttemptView> {
  return change(user, id, keep, async ({ header }) => {
    const at = from ?? header.head;
    const live = await liveAt(header, at);
    return { live, write: (where) => forkTimeline({ ...where, name, at }) };
  });
}

/** Stand where another timeline does; the one that is left stays where it stands. */
export function switchTo(
  user: User,
  { id, number }: z.output<typeof SwitchTimeline>,
  keep: Keep,
): Promise<AttemptView> {
  return change(user, id, keep, async ({ header, timelines }) => {
    const target = timelines.find((one) => one.number === number);
    if (!target) throw new NoSuchTimeline();
    const live = await liveAt(header, target.head);
    return { live, write: (where) => switchTimeline({ ...where, number, expectedTo: target.head }) };
  });
}

/** Give a timeline another name. */
export function rename(user: User, input: z.output<typeof RenameTimeline>, keep: Keep): Promise<AttemptView> {
  const { id, number, name } = input;
  return change(user, id, keep, async ({ header }) => {
    const live = await openAttempt(header);
    return { live, write: (where) => renameTimeline({ ...where, number, name }) };
  });
}

const liveAt = (header: ForkedAttempt['header'], at: number): Promise<LiveAttempt> =>
  at === header.head ? openAttempt(header) : loadAt(header, at);

/** A write on an attempt's timelines, and what it is answered with: the attempt where it then stands. */
async function change(
  user: User,
  id: string,
  keep: Keep,
  prepare: (
    forked: ForkedAttempt,
  ) => Promise<{ live: LiveAttempt; write: (where: TimelineWrite) => Promise<TimelinesWritten> }>,
): Promise<AttemptView> {
  return turn(user, id, async () => {
    const forked = (await findForked(id, user.id)) ?? noSuchAttempt();
    const { header } = forked;
    try {
      const { live, write } = await prepare(forked);
      const view = await attemptView(forked, live);
      const toBody = ({ timeline, timelines }: Timelines): AttemptView => ({ ...view, timeline, timelines });
      const idempotency = keep(toBody);
      const written = await write({
        attemptId: id,
        userId: user.id,
        expectedHead: header.head,
        expectedTimeline: header.timeline,
        ...(idempotency && { idempotency }),
      });
      if (!written.ok) return wentElsewhere(written.head);
      keepWarm(live);
      return toBody(written);
    } catch (error) {
      throw asRefusal(error);
    }
  });
}

function asRefusal(error: unknown): unknown {
  if (error instanceof NoSuchStep) return new UserError('InvalidInput', 'This attempt has no such step.');
  if (error instanceof NoSuchTimeline) return new UserError('NotFound', 'This attempt has no such timeline.');
  if (error instanceof TimelineNameTaken)
    return new UserError('Conflict', 'Another timeline of this attempt has that name. Choose another.');
  if (error instanceof TooManyTimelines)
    return new UserError('Conflict', `An attempt has at most ${mostTimelines} timelines. Go on in one of them.`);
  return error;
}
