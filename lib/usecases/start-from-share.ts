import 'server-only';
import { z } from 'zod';
import { callerAddress } from '@/lib/auth/address';
import type { Caller } from '@/lib/auth/caller';
import { refuse } from '@/lib/auth/user-error';
import { userOf } from '@/lib/auth/user-of';
import { copiedBytes, createCopy } from '@/lib/db/lab-copies';
import { listPath, listSnapshots, measurePath } from '@/lib/db/lab-log';
import type { User } from '@/lib/db/users';
import { type CopiedPath, copyPath } from '@/lib/labs/copy-path';
import type { MomentJson } from '@/lib/labs/replay';
import { shiftTime } from '@/lib/labs/shift-time';
import { typedKeys, withoutKeys } from '@/lib/labs/typed-keys';
import type { AttemptStarted } from '@/lib/labs/views';
import type { Keep } from './attempt-view';
import { breathe } from './breathe';
import { toSteps } from './live-attempts';
import { inLongTurn } from './long-calls';
import { lastSeqOfCopy, whyFull } from './record-step';
import { type OpenShare, openShare } from './shared-moment';
import { Token } from './shares';
import { takeCopy, takeStart } from './start-limits';
import { turn } from './turn';

export const StartFromShare = z.strictObject({ token: Token });

/** A path that takes more is not copied: it would keep everybody else waiting. */
const mostSteps = 5_000;
const mostCharacters = 16_777_216;

/**
 * Start an attempt of one's own where a shared moment stands: the same calls as steps of one's own log, whose times lie as far
 * apart and end now. The shell is a new one; variables and files are their maker's. `address` is where the call comes from.
 */
export function startFromShare(
  user: User,
  { token }: z.output<typeof StartFromShare>,
  keep: Keep,
  address: string,
): Promise<AttemptStarted> {
  // Of the person's own, so that nobody waits for what somebody else sends by this name.
  return turn(user, `${user.id}/${token}`, async () => {
    const open = await openShare(token);
    const size = await measurePath(open.header.id, open.seq);
    if (size.steps > mostSteps || size.characters > mostCharacters) tooLong();
    await takeStart(user);
    await takeCopy(user, address, size.characters);
    return inLongTurn(size.characters, user.id, () => copyFor(user, open, keep));
  });
}

async function copyFor(user: User, { header, seq, live, verdict }: OpenShare, keep: Keep): Promise<AttemptStarted> {
  const { world } = live.moment;
  const now = Math.floor(Date.now() / 1000) * 1000;
  const laterMs = now - world.now;
  const path = await toSteps(await listPath(header.id, seq));
  const keys = typedKeys(path.map(({ calls }) => calls));
  const copied = copyPath(
    path.map((step) => ({ ...step, calls: withoutKeys(step.calls) })),
    { actor: user.id, laterMs },
  );
  const snapshots = await copySnapshots(header.id, seq, copied, { laterMs, now, keys });
  const steps = copied.steps.map((step, index) => {
    const isLast = index === copied.steps.length - 1;
    return {
      ...step,
      at: new Date(isLast ? now : step.at),
      ticked: [...(isLast ? verdict.ticked : step.ticked)],
      calls: JSON.stringify(step.calls),
    };
  });
  const lastSeq = lastSeqOfCopy(steps.length, world.sequence);
  if (whyFull({ lastSeq, bytes: copiedBytes({ steps, snapshots }) })) tooLong();
  const { labSlug, contentHash, seed, engine } = header;
  const toBody = (id: string): AttemptStarted => ({
    id,
    slug: labSlug,
    position: steps.length,
    tasks: [...verdict.tasks],
  });
  const idempotency = keep(toBody);
  const id = await createCopy({
    header: { userId: user.id, labSlug, contentHash, seed, engine, lastSeq },
    steps,
    snapshots,
    ...(idempotency && { idempotency }),
  });
  return toBody(id);
}

const tooLong = (): never =>
  refuse(
    'Conflict',
    'So much was done before this moment that it can be looked at only. Start the lab from its beginning.',
  );

/** The path's snapshots for the copy, so that opening it replays no more than opening the original does. */
async function copySnapshots(
  id: string,
  seq: number,
  copied: CopiedPath,
  { laterMs, now, keys }: { laterMs: number; now: number; keys: ReadonlySet<string> },
) {
  const originals = await listSnapshots(id, seq);
  const [start] = originals;
  if (start?.seq !== 0) throw new Error(`Attempt ${id} has lost its start state.`);
  const { steps, numberOf } = copied;
  const copies = new Map<number, (typeof originals)[number]>();
  for (const { seq: original, engine, world } of originals) {
    const number = original === 0 ? 0 : (numberOf.get(original) ?? 0);
    if (number === 0 && original !== 0) continue; // Only a shell had done something by then.
    // Written by `snapshotOf`.
    const moment = shiftTime(withoutKeys(JSON.parse(world) as MomentJson, keys), laterMs);
    const at = number === steps.length ? now : (steps[number - 1]?.at ?? moment.world.now);
    const later = { ...moment, world: { ...moment.world, now: Math.max(moment.world.now, at) } };
    copies.set(number, { seq: number, engine, world: JSON.stringify(later), shell: start.shell });
    await breathe();
  }
  return [...copies.values()];
}

/** The same for a form, which is not sent again by itself. */
export const startFromShareForm = async (caller: Caller | undefined, input: z.output<typeof StartFromShare>) =>
  startFromShare(userOf(caller), input, () => undefined, await callerAddress());
