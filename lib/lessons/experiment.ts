import { z } from 'zod';
import type { WorldJson } from '@/lib/engine/world';

const text = z.string().min(1);

/** What the engine must answer: a refusal with this AWS code, this text among what is printed, or no refusal. */
export const Said = z.union([
  z.strictObject({ refused: text }),
  z.strictObject({ prints: text }),
  z.strictObject({ accepted: z.literal(true) }),
]);
export type Said = z.output<typeof Said>;

/** What content/experiments/<id>.yaml says: something to predict, then to run in an account of its own. */
export const ExperimentFile = z.strictObject({
  title: text,
  /** Paragraphs with `code` and **strong** words, no more. */
  say: text,
  claims: z.array(z.int().positive()),
  /** AWS CLI lines that make the account out of a fresh one; the variables they set are there for the steps. */
  start: text,
  /** Variables that the reader is told of. */
  given: z.array(z.strictObject({ name: z.string().regex(/^[A-Z][A-Z0-9_]*$/), what: text })).max(8),
  /** Asked before anything is run; the run answers it. */
  predict: z
    .strictObject({
      ask: text,
      options: z.array(text).min(2).max(4),
      /** Index of the option that the run shows, and the rule behind it in one sentence or two. */
      right: z.int().min(0),
      because: text,
    })
    .refine(({ right, options }) => right < options.length, 'right is the index of an option'),
  /** Commands to run one after the other, each with what the engine must answer to it. */
  steps: z
    .array(
      z.strictObject({
        run: text,
        /** Said after it ran: what the reader has just seen. */
        note: text,
        shows: Said,
      }),
    )
    .min(1)
    .max(6),
});
export type ExperimentFile = z.output<typeof ExperimentFile>;

/** An experiment as a page gets it. Its account is a file of its own: few need it, and it would be sent with every page. */
export interface ExperimentView {
  readonly id: string;
  readonly title: string;
  readonly say: string;
  readonly given: readonly { readonly name: string; readonly value: string; readonly what: string }[];
  /** Which option is right is no secret, and is not shown before the last command. */
  readonly predict: ExperimentFile['predict'];
  /** `shows` tells the page whether a note is still true in an account that its reader has changed. */
  readonly steps: readonly { readonly run: string; readonly note: string; readonly shows: Said }[];
}

/** The account that an experiment starts from, as data, so that nothing runs on a server. */
export interface ExperimentAccount {
  readonly world: WorldJson;
  /** Every variable that the start script set. */
  readonly variables: Readonly<Record<string, string>>;
}
