import { z } from 'zod';

/** Longest text of an answer, in characters. */
export const longestAnswer = 20_000;
const Part = z.string().max(60);

/**
 * What a person answers, by the type of the question: `single` a choice's id; `multiple` the ids chosen; `ordering` all
 * ids in order; `matching` an option's id by prompt; `numeric`, `cli` and `free` what was typed. `null` takes an answer back.
 */
export const Answer = z.union(
  [
    z.string().max(longestAnswer, `An answer has at most ${longestAnswer.toLocaleString('en')} characters.`),
    z.array(Part).max(20),
    z.record(Part, Part),
    z.null(),
  ],
  { error: 'An answer is a text, a list of ids, an object of ids by id, or null.' },
);
export type Answer = z.output<typeof Answer>;
