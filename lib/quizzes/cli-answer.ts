import { settleDue } from '@/lib/engine/settle';
import { fromJson, setTime, toJson, type WorldJson } from '@/lib/engine/world';
import { judge } from '@/lib/labs/checks/check';
import type { Verdict } from '@/lib/labs/checks/verdict';
import { Facts } from '@/lib/labs/facts';
import { type Moment, ReplayDiffers, takeStep } from '@/lib/labs/replay';
import { startLab } from '@/lib/labs/start-lab';
import type { LineResult, ShellState } from '@/lib/shell/line';
import type { QuestionOf } from './question';

/** The account that a question is about, and a shell with the variables that its start script set. */
export interface Scenario {
  readonly world: WorldJson;
  readonly shell: ShellState;
}

/** What became of a CLI answer. */
export interface CliRun {
  /** A verdict for each check of the question, in their order. */
  readonly checks: readonly Verdict[];
  /** What it printed, at most 4,000 characters. */
  readonly output: string;
}

const mostOutput = 4_000;
/** Longer than anything but an instance's last hour in the lists takes to settle. */
const settlingMs = 5 * 60_000;

/** How a scenario is started; a job for a worker. The same question always gives the same account, ids and times. */
export const scenarioJob = ({ id, start }: { readonly id: string; readonly start: string }) => ({
  lab: { slug: id, start },
  seed: id,
  now: Date.UTC(2026, 0, 5, 9),
  keepShell: true,
});

/** Start a scenario here and now. Throws when a line of its script fails. */
export async function startScenario(question: { readonly id: string; readonly start: string }): Promise<Scenario> {
  const job = scenarioJob(question);
  const { world, shell } = await startLab(job.lab, job);
  return { world: toJson(world), shell };
}

/** Values of the variables that the question gives; what its script did not set is left out. */
export const givenValues = (question: QuestionOf<'cli'>, { shell }: Scenario): Record<string, string> =>
  Object.fromEntries(
    question.given.flatMap(({ name }) => {
      const value = shell.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/**
 * Where the account stands after lines that ran on the scenario, once everything on its way has settled: nobody has to
 * end an answer with `aws … wait`. The calls run again here, and ReplayDiffers is thrown if they are answered otherwise.
 */
export function momentAfter({ world }: Scenario, results: readonly LineResult[]): Moment {
  const moment = { world: fromJson(world), facts: new Facts() };
  for (const [index, { calls, now }] of results.entries()) {
    const step = { seq: index + 1, at: now, calls, sequence: moment.world.sequence };
    const { differences } = takeStep(moment, step);
    if (differences.length > 0) throw new ReplayDiffers(differences);
  }
  setTime(moment.world, moment.world.now + settlingMs);
  settleDue(moment.world);
  return moment;
}

/** Judge what an answer did, by its effect. Past a limit nothing of it was kept, and no check passes. */
export function judgeCli(question: QuestionOf<'cli'>, scenario: Scenario, result: LineResult): CliRun {
  const moment = momentAfter(scenario, [result]);
  const checks = question.checks.map(({ check }): Verdict => {
    const { passed, found } = judge(check, moment);
    return { passed: passed && result.limit === undefined, found: storable(found) };
  });
  const printed = storable(result.stdout + result.stderr);
  return { checks, output: printed.length > mostOutput ? `${printed.slice(0, mostOutput - 1)}…` : printed };
}

/** Without NUL, which PostgreSQL cannot store and no page can show. */
const storable = (text: string): string => text.replaceAll('\0', '');
