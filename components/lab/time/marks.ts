import type { StepView } from '@/lib/labs/views';

export type Outcome = StepView['outcome'];

/** Dots that a track has room for. */
const most = 60;
/** What a dot that stands for several steps tells of them. */
const strength: { readonly [K in Outcome]: number } = { shell: 0, changed: 1, refused: 2 };

/**
 * The dots of a track: how each looks, and where on it, 0 to 1. At most sixty, however many the steps: then a dot stands for
 * several, and a refusal among them is what it shows.
 */
export function marksOf(steps: readonly Pick<StepView, 'outcome'>[]): { at: number; outcome: Outcome }[] {
  const count = Math.min(most, steps.length);
  const marks = Array.from({ length: count }, (_, index) => ({
    at: Math.ceil(((index + 1) * steps.length) / count) / steps.length,
    outcome: 'shell' as Outcome,
  }));
  steps.forEach(({ outcome }, index) => {
    const mark = marks[Math.floor((index * count) / steps.length)];
    if (mark && strength[outcome] > strength[mark.outcome]) mark.outcome = outcome;
  });
  return marks;
}
