import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { UserError } from '@/lib/auth/user-error';
import * as attempts from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import { portsOf } from '@/lib/diagram/ports';
import { settleDue } from '@/lib/engine/settle';
import type { Change } from '@/lib/engine/table';
import { engineVersion } from '@/lib/engine/version';
import { setTime, toJson } from '@/lib/engine/world';
import { checkLab, type LabResult } from '@/lib/labs/check-lab';
import type { Step } from '@/lib/labs/path';
import { ReplayDiffers, takeStep } from '@/lib/labs/replay';
import type { CommandAnswer } from '@/lib/labs/views';
import { runInPool } from '@/lib/runner/pool';
import type { LineResult, LoggedCall } from '@/lib/shell/line';
import { AttemptId, type Keep, lastTicked, noSuchAttempt, stepView } from './attempt-view';
import { forget, type LiveAttempt, openAttempt, snapshotOf } from './live-attempts';
import { turn } from './turn';

export const RunCommand = z.strictObject({
  id: AttemptId,
  line: z.string().max(64_000, 'A line may be 64 kB long. Send it in parts.'),
  position: z.int().min(0).optional().describe('The step you saw last; if another came since, nothing runs (409).'),
});

/** Ids are numbered by step, so that a branch never reuses what an undone one used. A line uses far fewer. */
const numbersPerStep = 100_000;
const mostSteps = 20_000;
const snapshotEvery = 50;

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
    throw new UserError('Conflict', 'Others keep changing this attempt. Nothing was run; try again.');
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
  if (header.lastSeq >= mostSteps) {
    throw new UserError('Conflict', `An attempt ends after ${mostSteps} steps. Start a new one.`);
  }
  const live = await openAttempt(header);
  const { world } = live.moment;
  const sequence = Math.max(world.sequence, (header.lastSeq + 1) * numbersPerStep);
  const result = await runInPool({
    world: { ...toJson(world), sequence },
    shell: live.shell,
    line,
    lastExitCode: live.lastExitCode,
  });
  live.lastExitCode = result.exitCode;
  const before = lastTicked(live);
  const isStep = result.calls.length > 0 || result.waited || !isDeepStrictEqual(result.shell, live.shell);
  if (!isStep) {
    setTime(world, result.now);
    const changes = settleDue(world);
    return answerOf(live, header, result, checkLab(live.lab, live.moment, before), { changes });
  }

  const known = [...live.moment.facts].length;
  const taken = takeLine(live, sequence, result);
  const verdict = checkLab(live.lab, live.moment, before);
  const step: Omit<Step, 'seq'> = {
    parent: live.head,
    at: result.now,
    actor: user.id,
    via: 'shell',
    text: line,
    calls: result.calls,
    sequence,
    ticked: verdict.ticked,
    repeats: 0,
    engine: engineVersion,
  };
  const move = { attemptId: id, userId: user.id, expectedHead: header.head, expectedLastSeq: header.lastSeq };
  const last = live.steps.get(live.head);
  const repeats =
    last !== undefined &&
    !result.waited &&
    isDeepStrictEqual(result.shell, live.shell) &&
    [...live.moment.facts].length === known &&
    sameRefusals(last.calls, result.calls);
  try {
    if (last && repeats) {
      const again = { ...last, repeats: last.repeats + 1 };
      const toBody = () => answerOf(live, header, result, verdict, { changes: taken, step: again });
      const idempotency = keep(toBody);
      const counted = await attempts.countRepeat({ ...move, seq: last.seq, ...(idempotency && { idempotency }) });
      if (!counted.ok) return lost(id, position, counted.head);
      live.steps.set(last.seq, again);
      return toBody();
    }
    const toBody = (seq: number) => {
      const answer = answerOf({ ...live, head: seq }, header, result, verdict, {
        changes: taken,
        step: { ...step, seq },
      });
      return verdict.finished && !answer.finishedAt ? { ...answer, finishedAt: new Date().toISOString() } : answer;
    };
    const idempotency = keep(toBody);
    const shellChanged = !isDeepStrictEqual(result.shell, live.shell);
    const appended = await attempts.appendStep({
      ...move,
      step: {
        ...step,
        at: new Date(step.at),
        calls: JSON.stringify(step.calls),
        shell: shellChanged ? JSON.stringify(result.shell) : null,
        ticked: [...step.ticked],
      },
      finished: verdict.finished,
      ...((header.lastSeq + 1) % snapshotEvery === 0 && { snapshot: snapshotOf(live.moment, result.shell) }),
      ...(idempotency && { idempotency }),
    });
    if (!appended.ok) return lost(id, position, appended.head);
    live.steps.set(appended.seq, { ...step, seq: appended.seq });
    live.head = appended.seq;
    live.shell = result.shell;
    return toBody(appended.seq);
  } catch (error) {
    forget(id); // Whatever happened, the world in memory has taken a step that the log may not have.
    throw error;
  }
}

const stale = (head: number | undefined) =>
  new UserError('Conflict', 'This attempt went on elsewhere. Nothing was run; load it again to see where it stands.', {
    current: { position: head },
  });

/** The log went on without this line: what memory holds is not what is stored. */
function lost(id: string, position: number | undefined, head: number | undefined): undefined {
  forget(id);
  if (head === undefined) noSuchAttempt();
  if (position !== undefined) throw stale(head);
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

const sameRefusals = (a: readonly LoggedCall[], b: readonly LoggedCall[]): boolean =>
  a.length === b.length &&
  a.every((call, index) => {
    const other = b[index];
    return (
      !call.ok &&
      other?.ok === false &&
      call.code === other.code &&
      call.operation === other.operation &&
      isDeepStrictEqual(call.input, other.input)
    );
  });

function answerOf(
  live: LiveAttempt,
  header: attempts.LabAttempt,
  result: LineResult,
  verdict: LabResult,
  made: { changes: readonly Change[]; step?: Step },
): CommandAnswer {
  return {
    position: live.head,
    stdout: result.stdout,
    stderr: result.stderr,
    exitCode: result.exitCode,
    tasks: [...verdict.tasks],
    ...(made.step && { step: stepView(made.step) }),
    // Records are plain JSON data.
    changes: made.changes as unknown as CommandAnswer['changes'],
    now: live.moment.world.now,
    ports: portsOf(live.moment.world),
    ...(header.finishedAt && { finishedAt: header.finishedAt.toISOString() }),
  };
}
