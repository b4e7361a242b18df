import 'server-only';
import { UserError } from '@/lib/auth/user-error';
import { portsOf } from '@/lib/diagram/ports';
import type { Change } from '@/lib/engine/table';
import type { Step } from '@/lib/labs/path';
import type { CommandAnswer } from '@/lib/labs/views';
import { promptOf } from '@/lib/shell/host/standing';
import type { ShellState } from '@/lib/shell/line';
import { stepView } from './attempt-view';
import type { LiveAttempt } from './live-attempts';
import type { Recorded } from './record-step';

/** What a page needs to follow a step, or a read: where the attempt stands, what was touched, what the tasks say. */
export function stepAnswer(
  live: LiveAttempt,
  shell: ShellState,
  made: Omit<Recorded, 'step'> & { step?: Step; changes: readonly Change[] },
): Omit<CommandAnswer, 'stdout' | 'stderr' | 'exitCode'> {
  const { world } = live.moment;
  return {
    position: made.position,
    tasks: [...made.verdict.tasks],
    ...(made.step && { step: stepView(made.step) }),
    // Records are plain JSON data.
    changes: made.changes as unknown as CommandAnswer['changes'],
    now: world.now,
    prompt: promptOf(world, shell),
    ports: portsOf(world),
    ...(made.finishedAt && { finishedAt: made.finishedAt.toISOString() }),
    ...(made.misconception && { misconception: made.misconception }),
  };
}

/** Another step came since the position that the caller saw. */
export const stale = (head: number | undefined) =>
  new UserError('Conflict', 'This attempt went on elsewhere. Nothing was run; load it again to see where it stands.', {
    current: { position: head },
  });

/** Others kept coming first. */
export const keepsChanging = () =>
  new UserError('Conflict', 'Others keep changing this attempt. Nothing was run; try again.');
