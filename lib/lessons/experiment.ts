import { z } from 'zod';
import type { WorldJson } from '@/lib/engine/world';
import { ServiceInterface } from '@/lib/labs/service-interfaces';
import { Surroundings } from '@/lib/labs/surroundings';

const text = z.string().min(1);

/** What the engine must answer: a refusal with this AWS code, this text among what is printed, or no refusal. */
export const Said = z.union([
  z.strictObject({ refused: text }),
  z.strictObject({ prints: text }),
  z.strictObject({ accepted: z.literal(true) }),
]);
export type Said = z.output<typeof Said>;

/** What a step, counted from 1, would show if an option of the prediction were true. */
const step = z.int().positive();
export const Meaning = z.union([
  z.strictObject({ step, refused: text }),
  z.strictObject({ step, prints: text }),
  z.strictObject({ step, accepted: z.literal(true) }),
]);
export type Meaning = z.output<typeof Meaning>;

const claims = z.array(z.int().positive()).min(1);

const longestSleepSeconds = 3_600;
const sleeping = /^sleep (\d+)$/;

/** An AWS CLI line, or `sleep` and a number of seconds: then simulated time passes. */
const Line = text.refine((line) => {
  const seconds = Number(sleeping.exec(line)?.[1]);
  return line.startsWith('aws ') || (seconds >= 1 && seconds <= longestSleepSeconds);
}, `a command begins with aws, or is sleep and 1 to ${longestSleepSeconds} seconds`);

/** What content/experiments/<id>.yaml says: something to predict, then to run in an account of its own. */
export const ExperimentFile = z
  .strictObject({
    title: text,
    /** Paragraphs with `code` and **strong** words, no more. Folded text of YAML has one line feed between them; here there are two. */
    say: text.transform((said) => said.replaceAll(/\n+/g, '\n\n')),
    /** Rows of the ledger (content/claims.yaml) that the run shows to hold or not. */
    claims,
    /** AWS CLI lines that make the account out of a fresh one; the variables they set are there for the steps. */
    start: text,
    /** As labs have them: what services have in the account from the start, and what lies around it and runs on its hosts. */
    serviceInterfaces: z.array(ServiceInterface).optional(),
    surroundings: Surroundings.optional(),
    /** Variables that the reader is told of. */
    given: z.array(z.strictObject({ name: z.string().regex(/^[A-Z][A-Z0-9_]*$/), what: text })).max(8),
    /** Asked before anything is run; the run answers it. */
    predict: z
      .strictObject({
        ask: text,
        /** `means` holds in the run of the right option, and of no other. */
        options: z
          .array(z.strictObject({ text, means: z.array(Meaning).min(1) }))
          .min(2)
          .max(4),
        /** Index of the option that the run shows, and the rule behind it in one sentence or two. */
        right: z.int().min(0),
        because: text,
      })
      .refine(({ right, options }) => right < options.length, 'right is the index of an option'),
    /** Commands to run one after the other, each with what the engine must answer to it. */
    steps: z
      .array(
        z.strictObject({
          run: Line,
          /** Said after it ran: what the reader has just seen. */
          note: text,
          shows: Said,
        }),
      )
      .min(1)
      .max(8),
  })
  .refine(
    ({ predict, steps }) => predict.options.every(({ means }) => means.every(({ step }) => step <= steps.length)),
    'means speaks of a step that there is',
  );
export type ExperimentFile = z.output<typeof ExperimentFile>;

/** Systems that the simulator is to have and has not, with their names in a text. */
export const neededSystems = {
  alarms: 'alarms',
  'dns-failover': 'DNS failover',
  'auto-scaling': 'Auto Scaling',
  'load-balancers': 'load balancers',
  fargate: 'Fargate tasks',
  'cost-meter': 'a cost meter',
} as const;
export type NeededSystem = keyof typeof neededSystems;

/** An experiment that cannot be run before the simulator has a system: a file of the same folder. */
export const ComingExperiment = z.strictObject({
  title: text,
  claims,
  needs: z.array(z.enum(Object.keys(neededSystems) as [NeededSystem, ...NeededSystem[]])).min(1),
});
export type ComingExperiment = z.output<typeof ComingExperiment>;

/** An experiment as its page is made from. */
export interface ExperimentView {
  readonly id: string;
  readonly title: string;
  readonly say: string;
  readonly given: readonly { readonly name: string; readonly value: string; readonly what: string }[];
  /** Its options are what one reads of them. */
  readonly predict: Omit<ExperimentFile['predict'], 'options'> & { readonly options: readonly string[] };
  readonly steps: readonly { readonly run: string; readonly note: string; readonly shows: Said }[];
}

/** What the page has from the beginning: what is to be predicted, and the commands to run. */
export interface ExperimentTask
  extends Pick<ExperimentView, 'id' | 'title'>,
    Pick<ExperimentView['predict'], 'ask' | 'options'> {
  readonly runs: readonly string[];
}

/**
 * What comes when one predicts, as a file of its own, since few do and it would be sent with every page: the account that the
 * commands start from, as data, so that nothing runs on a server, and what they show.
 */
export interface ExperimentAccount extends Pick<ExperimentFile['predict'], 'right' | 'because'> {
  /** For each command; `shows` tells whether the note is still true in an account that its reader has changed. */
  readonly steps: readonly { readonly note: string; readonly shows: Said }[];
  readonly world: WorldJson;
  /** Every variable that the start script set. */
  readonly variables: Readonly<Record<string, string>>;
}
