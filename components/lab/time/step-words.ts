import type { StepView } from '@/lib/labs/views';
import { madeBy } from '../made-by';
import { type Line, numberOf, placeOf } from './line';

const words = { changed: 'changed the account', refused: 'refused', shell: 'changed the shell or waited' } as const;

/** A step as people speak of it: by its number, or as the start. */
export const placeWords = ({ bySeq }: Pick<Line, 'bySeq'>, seq: number): string =>
  seq === 0 ? 'the start' : `step ${numberOf(bySeq, seq)}`;

/** A place of the line, for who does not see it. */
export function stepWords({ steps }: Line, place: number): string {
  const step = steps[place - 1];
  return step ? `Step ${place} of ${steps.length}: ${deedOf(step)}` : 'The start';
}

/** What a step was and what came of it. */
const deedOf = (step: StepView): string =>
  `${madeBy(step).text.slice(0, 200)}: ${words[step.outcome]}${step.codes[0] ? `, ${step.codes[0]}` : ''}`;

/** What one looks at, and where the lab stands. */
export function lookWords(line: Line, seq: number): string {
  const place = placeOf(line, seq);
  const looked =
    place === 0
      ? 'You look at the start.'
      : place === undefined
        ? `You look at step ${numberOf(line.bySeq, seq)} of another branch.`
        : `You look at step ${place} of ${line.steps.length}.`;
  return `${looked} The lab stands at ${line.index === 0 ? 'the start' : `step ${line.index}`}.`;
}
