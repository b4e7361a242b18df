import { z } from 'zod';
import type { LoggedCall } from '@/lib/shell/line';
import type { Moment } from './replay';
import { addressSituations } from './situations/addresses';
import { instanceSituations } from './situations/instances';
import { interfaceSituations } from './situations/interfaces';
import { networkSituations } from './situations/networks';
import type { Situation } from './situations/situation';

/** Every situation that content may name, judged in the world right after the step. */
export const situations = { ...interfaceSituations, ...instanceSituations, ...addressSituations, ...networkSituations };
type SituationName = keyof typeof situations;
const byName: Readonly<Record<SituationName, Situation>> = situations;
// The keys of the object above, in its order.
const names = Object.keys(situations) as [SituationName, ...SituationName[]];

const text = z.string().min(1);
const oneOrMore = z.union([text.transform((one) => [one]), z.array(text).min(1)]);

/** A step shows the belief when one of its calls is of this operation, ended so, and all of `when` was so. */
const Shows = z.union([
  z.strictObject({
    operation: oneOrMore,
    /** AWS's code, or any of several. */
    refused: oneOrMore,
    when: z.array(z.enum(names)).optional(),
  }),
  z.strictObject({
    operation: oneOrMore,
    accepted: z.literal(true),
    when: z.array(z.enum(names)).min(1, 'what is accepted shows a belief only in some situation'),
  }),
]);

/** Something that people believe wrongly, and that what they do can show. Strict: a misspelt key is refused. */
export const Misconception = z.strictObject({
  /** Never used for another belief: what people were told points at it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** One sentence, as somebody who believes it would say it. */
  belief: text,
  /** Rows of the ledger of claims that it contradicts. */
  breaks: z.array(z.int().positive()).min(1),
  shows: Shows,
  /** Two or three sentences: why it is tempting, what is true instead. `code` and **strong** words, no more. */
  say: text,
  /** Where it is put right: a page of ours, else one of AWS. */
  right: z.strictObject({
    href: z.union([z.string().regex(/^\/(?!\/)/), z.url({ protocol: /^https$/ })]),
    label: text,
  }),
  /** AWS's page that decides. */
  source: z.url({ protocol: /^https$/, hostname: /^docs\.aws\.amazon\.com$/ }),
});
export type Misconception = z.output<typeof Misconception>;

export const MisconceptionsFile = z
  .array(Misconception)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two misconceptions have one id');

/** All of them, and for each operation those that a call of it may show, in the order of the file. */
export interface Misconceptions {
  readonly byId: ReadonlyMap<string, Misconception>;
  readonly byOperation: ReadonlyMap<string, readonly Misconception[]>;
}

export function misconceptionsOf(all: readonly Misconception[]): Misconceptions {
  const byOperation = new Map<string, Misconception[]>();
  for (const one of all) {
    for (const operation of one.shows.operation) {
      byOperation.set(operation, [...(byOperation.get(operation) ?? []), one]);
    }
  }
  return { byId: new Map(all.map((one) => [one.id, one])), byOperation };
}

/**
 * What a step shows, each once, the first call's first. `moment` is the one right after the step, settled: what a call of it found may be
 * changed by the next, and is then not seen. Cost: the step's calls, never the path.
 */
export function misconceptionsShown(
  { byOperation }: Misconceptions,
  { world, facts }: Moment,
  calls: readonly LoggedCall[],
): Misconception[] {
  const shown = new Set<Misconception>();
  for (const call of calls) {
    for (const one of byOperation.get(call.operation) ?? []) {
      const ended = 'refused' in one.shows ? !call.ok && one.shows.refused.includes(call.code) : call.ok;
      if (ended && (one.shows.when ?? []).every((name) => byName[name]({ world, facts, call }))) shown.add(one);
    }
  }
  return [...shown];
}
