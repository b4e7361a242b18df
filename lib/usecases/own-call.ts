import 'server-only';
import type { LabAttempt } from '@/lib/db/lab-attempts';
import type { Call, Outcome } from '@/lib/engine/execute';
import { settleDue } from '@/lib/engine/settle';
import type { Change } from '@/lib/engine/table';
import type { Step } from '@/lib/labs/path';
import { makeCall } from '@/lib/labs/replay';
import type { LoggedCall } from '@/lib/shell/line';
import type { Keep } from './attempt-view';
import { forget, type LiveAttempt } from './live-attempts';
import { nextSequence, type Recorded, type Recording, recordStep } from './record-step';

/** The simulated time that a call takes. */
export const callMs = 1_000;

/** What became of a call. */
export interface Called extends Recorded {
  readonly outcome: Outcome;
  /** Every record that it touched, and what came due by then. */
  readonly changes: readonly Change[];
}

/**
 * Make one call in an attempt that is open, and store it as a step. There is no shell to be afraid of, so it runs in the
 * server's own world and takes no thread. `header` was read before, and decides whether another step came first.
 */
export async function makeOwnCall<A>(
  live: LiveAttempt,
  header: LabAttempt,
  { call, via, text }: Pick<Step, 'via' | 'text'> & { readonly call: Call },
  toAnswer: (called: Called) => A,
  keep: Keep,
): Promise<Recording<A>> {
  const { world } = live.moment;
  const at = world.now + callMs;
  const factsBefore = live.moment.facts.size;
  const sequence = nextSequence(live, header);
  let outcome: Outcome;
  let due: readonly Change[];
  try {
    world.sequence = sequence;
    outcome = makeCall(live.moment, { ...call, at });
    due = settleDue(world);
  } catch (error) {
    forget(live.id);
    throw error;
  }
  const logged: LoggedCall = outcome.ok
    ? { ...call, at, ok: true }
    : { ...call, at, ok: false, code: outcome.error.code };
  const changes = [...(outcome.ok ? outcome.changes : []), ...due];
  return recordStep(
    live,
    header,
    {
      actor: header.userId,
      via,
      text,
      at,
      calls: [logged],
      sequence,
      shell: live.shell,
      waited: false,
      factsBefore,
    },
    (recorded) => toAnswer({ ...recorded, outcome, changes }),
    keep,
  );
}
