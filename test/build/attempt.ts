import { execute } from '@/lib/engine/execute';
import { settleDue } from '@/lib/engine/settle';
import { engineVersion } from '@/lib/engine/version';
import { setTime, toJson, type World } from '@/lib/engine/world';
import { checkLab, type LabResult } from '@/lib/labs/check-lab';
import { Facts } from '@/lib/labs/facts';
import type { Lab } from '@/lib/labs/lab';
import { pathTo, type Step } from '@/lib/labs/path';
import { type Moment, type MomentJson, momentFromJson, momentToJson, replay, takeStep } from '@/lib/labs/replay';
import { startLab } from '@/lib/labs/start-lab';
import type { LineResult, LoggedCall, ShellState } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';

/** When every test attempt begins. */
export const began = Date.UTC(2026, 0, 31, 9);

type TestLab = Pick<Lab, 'slug' | 'kind' | 'tasks' | 'start' | 'surroundings'>;

/** Start states made before: the same lab and seed give the same bytes. */
const starts = new Map<string, MomentJson>();

async function startOf(lab: TestLab, seed: string): Promise<MomentJson> {
  const { world } = await startLab(lab, { seed, now: began });
  return momentToJson({ world, facts: new Facts() });
}

/** One person's go at a lab, as the app keeps it: a live world for the lines, and a moment that follows the log. */
export class Attempt {
  readonly steps: Step[] = [];
  head = 0;
  shell: ShellState = newShell();
  moment: Moment;
  result: LabResult;

  private constructor(
    readonly lab: TestLab,
    readonly start: MomentJson,
    public live: World,
  ) {
    this.moment = momentFromJson(start);
    this.result = checkLab(lab, this.moment);
  }

  static async begin(lab: TestLab, seed = 'seed'): Promise<Attempt> {
    const key = JSON.stringify([lab.slug, lab.start, seed]);
    const start = starts.get(key) ?? (await startOf(lab, seed));
    starts.set(key, start);
    return new Attempt(lab, start, momentFromJson(start).world);
  }

  get ticked(): readonly string[] {
    return this.steps.find((step) => step.seq === this.head)?.ticked ?? [];
  }

  /** Run a line of the shell; a step when it called something that is logged. */
  async run(text: string): Promise<LineResult> {
    const sequence = this.number();
    const line = await runLine(this.live, this.shell, text);
    this.shell = line.shell;
    if (line.calls.length > 0) this.append(text, line.calls, sequence);
    return line;
  }

  /** Make one call, as a real client does. */
  call(operation: string, input: object): boolean {
    const sequence = this.number();
    setTime(this.live, this.live.now + 1000);
    const outcome = execute(this.live, { operation, input });
    const at = this.live.now;
    const call = outcome.ok
      ? { operation, input, at, ok: true as const }
      : { operation, input, at, ok: false as const, code: outcome.error.code };
    this.append(operation, [call], sequence);
    return outcome.ok;
  }

  undo(to: number): void {
    this.head = to;
    this.moment = replay(this.start, pathTo(this.steps, to));
    this.live = replay(this.start, pathTo(this.steps, to)).world;
    this.result = checkLab(this.lab, this.moment, this.ticked);
  }

  /** Numbers of ids go by steps, so that none is given twice whatever is undone. */
  private number(): number {
    this.live.sequence = Math.max(this.live.sequence, (this.steps.length + 1) * 1000);
    return this.live.sequence;
  }

  private append(text: string, calls: readonly LoggedCall[], sequence: number): void {
    const made = { seq: this.steps.length + 1, parent: this.head, at: this.live.now, calls, sequence };
    const { differences } = takeStep(this.moment, made);
    if (differences.length > 0) throw new Error(`the log's world answers otherwise: ${JSON.stringify(differences)}`);
    this.result = checkLab(this.lab, this.moment, this.ticked);
    const rest = { actor: 'tester', via: 'shell' as const, text, repeats: 0, engine: engineVersion };
    this.steps.push({ ...made, ...rest, ticked: this.result.ticked });
    this.head = made.seq;
  }
}

/** A world's bytes at `now`, when everything due by then has settled: reads settle it too, and are not logged. */
export function settledBytes(world: World, now = world.now): string {
  setTime(world, now);
  settleDue(world);
  return JSON.stringify(toJson(world));
}
