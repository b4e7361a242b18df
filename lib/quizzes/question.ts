import { z } from 'zod';
import { Check } from '@/lib/labs/checks/check';

const text = z.string().min(1);
/** Ids are given once and never used again: answers point at them. */
const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const distinct = (things: readonly { id: string }[]): boolean =>
  new Set(things.map(({ id }) => id)).size === things.length;

const head = {
  id: Id,
  /** A task statement of an exam guide: `SAA-C03/2.2`. */
  objective: z.string().regex(/^(SAA-C03|ANS-C01)\/\d\.\d$/),
  /** Rows of the ledger of claims that the key rests on. */
  claims: z.array(z.int().positive()),
  sources: z.array(z.url({ protocol: /^https$/ })).min(1),
  /** Paragraphs with `code` and **strong** words, no more. */
  stem: text,
  /** Shown once the answer is marked: why the key is the key. */
  explain: text,
};
const points = z.int().min(1).max(10).default(1);

/** `why` says what is so, and why a wrong choice is tempting. */
const Choice = z.strictObject({ id: Id, text, correct: z.boolean().default(false), why: text });
const Choices = z.array(Choice).min(3).max(6).refine(distinct, 'two choices have one id');
const right = (choices: readonly { correct: boolean }[]): number => choices.filter(({ correct }) => correct).length;

const SingleChoice = z.strictObject({
  ...head,
  type: z.literal('single'),
  points,
  choices: Choices.refine((choices) => right(choices) === 1, 'exactly one choice is correct'),
});

const MultipleResponse = z.strictObject({
  ...head,
  type: z.literal('multiple'),
  points,
  choices: Choices.refine(
    (choices) => right(choices) > 0 && right(choices) < choices.length,
    'some choices are correct and some are not',
  ),
});

/** `items` stand in the right order. */
const Ordering = z.strictObject({
  ...head,
  type: z.literal('ordering'),
  points,
  items: z
    .array(z.strictObject({ id: Id, text, why: text }))
    .min(3)
    .max(6)
    .refine(distinct, 'two items have one id'),
});

const Matching = z
  .strictObject({
    ...head,
    type: z.literal('matching'),
    points,
    /** `option` is the id of the option that belongs to it. */
    prompts: z
      .array(z.strictObject({ id: Id, text, option: Id, why: text }))
      .min(2)
      .max(6)
      .refine(distinct, 'two prompts have one id'),
    /** May be more than prompts; one option may belong to several. */
    options: z
      .array(z.strictObject({ id: Id, text }))
      .min(2)
      .max(8)
      .refine(distinct, 'two options have one id'),
  })
  .refine(
    ({ prompts, options }) => prompts.every(({ option }) => options.some(({ id }) => id === option)),
    'every prompt names one of the options',
  );

const Numeric = z.strictObject({
  ...head,
  type: z.literal('numeric'),
  points,
  answer: z.number(),
  /** How far off is still right. */
  tolerance: z.number().min(0).default(0),
  /** Shown behind the field: `addresses`. */
  unit: text.optional(),
});

/** Judged by its effect: the account after `start`, then the answer's lines, must pass every check. */
const CliAnswer = z.strictObject({
  ...head,
  type: z.literal('cli'),
  points,
  /** AWS CLI lines that make the account; the variables they set are there for the answer. */
  start: text,
  /** Variables of `start` that the stem tells of, such as `WEB_1`, each with what it is. */
  given: z.array(z.strictObject({ name: z.string().regex(/^[A-Z][A-Z0-9_]*$/), what: text })).max(8),
  checks: z
    .array(z.strictObject({ say: text, check: Check }))
    .min(1)
    .max(6),
  /** Lines that pass; shown once the answer is marked. */
  solution: text,
});

const RubricLevel = z.strictObject({ points: z.number().min(0).max(10).multipleOf(0.5), say: text });
/** One thing that a marker looks for; `levels` from fewest points to most, the first with none. */
const RubricCriterion = z.strictObject({
  id: Id,
  title: text,
  levels: z
    .array(RubricLevel)
    .min(2)
    .max(5)
    .refine(
      (levels) =>
        levels.every((level, index) => level.points > (levels[index - 1]?.points ?? -1)) && levels[0]?.points === 0,
      'levels begin with 0 points and rise',
    ),
});

/** A text of the learner's, marked by a person against the rubric. Its points are the rubric's. */
const FreeAnswer = z.strictObject({
  ...head,
  type: z.literal('free'),
  rubric: z.array(RubricCriterion).min(1).max(6).refine(distinct, 'two criteria have one id'),
  /** An answer that would get every point; for markers, and for the writer once marked. */
  sample: text,
});

/** A question with its key, as content writes it and a version row keeps it. Never sent to a browser: see views.ts. */
export const Question = z.discriminatedUnion('type', [
  SingleChoice,
  MultipleResponse,
  Ordering,
  Matching,
  Numeric,
  CliAnswer,
  FreeAnswer,
]);
export type Question = z.output<typeof Question>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export type Rubric = QuestionOf<'free'>['rubric'];

/** Points that a question gives at most. */
export const maxPoints = (question: Question): number =>
  question.type === 'free' ? rubricPoints(question.rubric) : question.points;

/** Points that a rubric gives at most: the sum of its criteria's highest levels. */
export const rubricPoints = (rubric: Rubric): number =>
  rubric.reduce((sum, { levels }) => sum + (levels.at(-1)?.points ?? 0), 0);
