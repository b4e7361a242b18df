import { judge } from './checks/check';
import type { Lab } from './lab';
import type { Moment } from './replay';

export interface TaskResult {
  readonly id: string;
  readonly passed: boolean;
  /** What there is, in the learner's words; absent where a task held earlier and does not hold any more. */
  readonly found?: string;
}

export interface LabResult {
  readonly tasks: readonly TaskResult[];
  /** Ids of the tasks that hold now or held before: the next check's `tickedBefore`. */
  readonly ticked: readonly string[];
  /** Every task passed. A sandbox never finishes. */
  readonly finished: boolean;
}

/**
 * Judge a lab at a moment. In a guided lab a task stays passed once it held on this path (`tickedBefore`); in the
 * other kinds all must hold together, here and now.
 */
export function checkLab(
  lab: Pick<Lab, 'kind' | 'tasks'>,
  moment: Moment,
  tickedBefore: readonly string[] = [],
): LabResult {
  const verdicts = lab.tasks.map((task) => ({ id: task.id, ...judge(task.check, moment) }));
  const ticked = verdicts.filter(({ id, passed }) => passed || tickedBefore.includes(id)).map(({ id }) => id);
  const tasks = verdicts.map(({ id, passed, found }): TaskResult => {
    if (passed || lab.kind !== 'guided' || !ticked.includes(id)) return { id, passed, found };
    return { id, passed: true };
  });
  return { tasks, ticked, finished: tasks.length > 0 && tasks.every((task) => task.passed) };
}
