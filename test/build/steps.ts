import type { AttemptView, StepView } from '@/lib/labs/views';

/** A step as a page gets it. */
export const stepOf = (seq: number, parent = seq - 1, more: Partial<StepView> = {}): StepView => ({
  seq,
  parent,
  at: '2026-01-01T00:00:00.000Z',
  via: 'shell',
  text: `aws ec2 create-tags --resources vpc-${seq} --tags Key=Name,Value=a`,
  outcome: 'changed',
  codes: [],
  repeats: 0,
  ...more,
});

/** So many steps, one after the other. */
export const manySteps = (count: number): StepView[] => Array.from({ length: count }, (_, index) => stepOf(index + 1));

type Tree = Pick<AttemptView, 'steps' | 'path' | 'position' | 'timelines' | 'timeline'>;

/** An attempt's tree that stands at `position`; `timelines` are `[name, head, forkedAt]`. */
export function treeOf(
  steps: readonly StepView[],
  position: number,
  timelines: readonly [string, number, number][] = [['main', position, 0]],
  timeline = 0,
): Tree {
  const bySeq = new Map(steps.map((step) => [step.seq, step]));
  const path: number[] = [];
  for (let step = bySeq.get(position); step; step = bySeq.get(step.parent)) path.unshift(step.seq);
  return {
    steps: [...steps],
    path,
    position,
    timelines: timelines.map(([name, head, forkedAt], number) => ({ number, name, head, forkedAt })),
    timeline,
  };
}
