import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { UserError } from '@/lib/auth/user-error';
import * as attempts from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import { settleDue } from '@/lib/engine/settle';
import type { Change } from '@/lib/engine/table';
import { setTime, toJson } from '@/lib/engine/world';
import { checkLab } from '@/lib/labs/check-lab';
import type { Step } from '@/lib/labs/path';
import { ReplayDiffers, takeStep } from '@/lib/labs/replay';
import type { CommandAnswer } from '@/lib/labs/views';
import { runInPool } from '@/lib/runner/pool';
import type { LineResult } from '@/lib/shell/line';
import { AttemptId, type Keep, lastTicked, noSuchAttempt } from './attempt-view';
import { forget, type LiveAttempt, openAttempt } from './live-attempts';
import { nextSequence, type Recorded, recordStep, whyFull, whyTooLong } from './record-step';
import { keepsChanging, stale, stepAnswer } from './step-answer';
import { turn } from './turn';

export const RunCommand = z.strictObject({
  id: AttemptId,
  line: z.string().max(64_000, 'A line may be 64 kB long. Send it in parts.'),
  position: z.int().min(0).optional().describe('The step you saw last; if another came since, nothing runs (409).'),
});

/**
 * Run one line in the attempt's shell. What it changed, was refused or waited for becomes a step; a line past a limit
 * leaves the attempt as it was. With a stale `position` nothing runs; without one it runs on whatever the head is by then.
 */
export function runCommand(user: User, input: z.output<typeof RunCommand>, keep: Keep): Promise<CommandAnswer> {
  return turn(user, input.id, async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await tryCommand(user, input, keep);
      if (answer) return answer;
    }
    throw keepsChanging();
  });
}

/** Undefined when another step came first and the caller did not mind where the line runs. */
async function tryCommand(
  user: User,
  { id, line, position }: z.output<typeof RunCommand>,
  keep: Keep,
): Promise<CommandAnswer | undefined> {
  const header = (await attempts.findAttempt(id, user.id)) ?? noSuchAttempt();
  if (position !== undefined && position !== header.head) throw stale(header.head);
  const full = whyFull(header);
  if (full) throw new UserError('Conflict', full);
  const live = await openAttempt(header);
  const { world } = live.moment;
  const sequence = nextSequence(live, header);
  const result = await runInPool({
    world: { ...toJson(world), sequence },
    shell: live.shell,
    line,
    lastExitCode: live.lastExitCode,
  });
  // What the line did was done on a copy.
  const tooLong = whyTooLong(line, result.calls);
  if (tooLong) throw new UserError('TooLarge', tooLong);
  live.lastExitCode = result.exitCode;
  const isStep = result.calls.length > 0 || result.waited || !isDeepStrictEqual(result.shell, live.shell);
  if (!isStep) {
    setTime(world, result.now);
    const changes = settleDue(world);
    const verdict = checkLab(live.lab, live.moment, lastTicked(live));
    const { finishedAt } = header;
    return answerOf(live, result, { position: live.head, verdict, changes, ...(finishedAt && { finishedAt }) });
  }

  const factsBefore = live.moment.facts.size;
  const changes = takeLine(live, sequence, result);
  const recording = await recordStep(
    live,
    header,
    {
      actor: user.id,
      via: 'shell',
      text: line,
      at: result.now,
      calls: result.calls,
      sequence,
      shell: result.shell,
      waited: result.waited,
      factsBefore,
    },
    (recorded) => answerOf(live, result, { ...recorded, changes }),
    keep,
  );
  if (recording.ok) return recording.answer;
  if (recording.head === undefined) noSuchAttempt();
  if (position !== undefined) throw stale(recording.head);
  return undefined;
}

/** Take the line's calls in this process's world, as a replay will; answers every record they touched. */
function takeLine(live: LiveAttempt, sequence: number, { calls, now: at }: LineResult): Change[] {
  const { changes, differences } = takeStep(live.moment, { seq: live.head, at, calls, sequence });
  if (differences.length > 0) {
    forget(live.id);
    throw new ReplayDiffers(differences);
  }
  return [...changes, ...settleDue(live.moment.world)];
}

function answerOf(
  live: LiveAttempt,
  result: LineResult,
  made: Omit<Recorded, 'step'> & { step?: Step; changes: readonly Change[] },
): CommandAnswer {
  const { stdout, stderr, exitCode, shell } = result;
  return { stdout, stderr, exitCode, ...stepAnswer(live, shell, made) };
}
