import { z } from 'zod';
import { Answer } from './answer';

/** What pages and programs see of quizzes. A question's view has no field that a key could be in. */
const Thing = z.object({ id: z.string(), text: z.string() });
const head = { id: z.string(), stem: z.string(), points: z.number() };

export const QuestionView = z.discriminatedUnion('type', [
  z.object({
    ...head,
    type: z.literal('single'),
    choices: z.array(Thing).describe('In an order of this attempt’s own.'),
  }),
  z.object({ ...head, type: z.literal('multiple'), choices: z.array(Thing) }),
  z.object({ ...head, type: z.literal('ordering'), items: z.array(Thing) }),
  z.object({ ...head, type: z.literal('matching'), prompts: z.array(Thing), options: z.array(Thing) }),
  z.object({ ...head, type: z.literal('numeric'), unit: z.string().optional() }),
  z.object({
    ...head,
    type: z.literal('cli'),
    given: z
      .array(z.object({ name: z.string(), value: z.string(), what: z.string() }))
      .describe('Variables that are set in the shell that the answer runs in.'),
  }),
  z.object({ ...head, type: z.literal('free') }),
]);
export type QuestionView = z.output<typeof QuestionView>;

export const QuizSummary = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  objectives: z.array(z.string()),
  questions: z.int(),
  points: z.number(),
});
export type QuizSummary = z.output<typeof QuizSummary>;

export const RubricView = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    levels: z.array(z.object({ points: z.number(), say: z.string() })),
  }),
);
export type RubricView = z.output<typeof RubricView>;

export const MarkView = z.object({
  version: z.int().describe('Send it with the next mark of this answer; 0 while there is none.'),
  points: z.number(),
  maxPoints: z.number(),
  rubric: z.record(z.string(), z.number()).describe('Points by criterion.'),
  comment: z.string(),
  by: z.enum(['engine', 'self', 'grader']),
  byName: z.string().optional().describe('The grader’s name.'),
  markedAt: z.iso.datetime(),
  changed: z
    .literal(true)
    .optional()
    .describe('In a result: it took the place of another mark after the marks were released.'),
});
export type MarkView = z.output<typeof MarkView>;

/** What became of one question; only in an attempt that is submitted and whose marks may be seen. */
export const QuestionResult = z.object({
  questionId: z.string(),
  answerId: z.uuid(),
  mark: MarkView.optional().describe('Absent while nobody has marked it.'),
  maxPoints: z.number(),
  explain: z.string(),
  sources: z.array(z.string()),
  parts: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        /** What the person made of it, in words: `chosen`, `3rd`, an option's text. */
        answered: z.string(),
        /** What it should have been, in the same words. */
        right: z.string(),
        holds: z.boolean().describe('Whether the person dealt with this part rightly.'),
        why: z.string(),
      }),
    )
    .describe('Each choice, item, prompt or check.'),
  solution: z.string().optional().describe('The number, or lines that pass.'),
  output: z.string().optional().describe('What a CLI answer printed.'),
  rubric: RubricView.optional(),
  sample: z.string().optional(),
});
export type QuestionResult = z.output<typeof QuestionResult>;

export const SavedAnswer = z.object({
  questionId: z.string(),
  version: z.int().describe('0: never answered.'),
  answer: Answer,
  savedAt: z.iso.datetime().optional(),
});
export type SavedAnswer = z.output<typeof SavedAnswer>;

export const QuizAttemptView = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  state: z.enum(['open', 'submitted']),
  startedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().optional(),
  closedBy: z.enum(['person', 'deadline']).optional(),
  dueAt: z.iso.datetime().optional().describe('What is saved then is handed in.'),
  assignment: z.object({ id: z.uuid(), classId: z.uuid(), className: z.string() }).optional(),
  questions: z.array(QuestionView),
  answers: z.array(SavedAnswer).describe('One for each question, in their order.'),
  result: z
    .object({
      points: z.number(),
      maxPoints: z.number(),
      unmarked: z.int().describe('Answers that nobody has marked yet; their points are not counted.'),
      questions: z.array(QuestionResult),
    })
    .optional(),
  withheld: z.string().optional().describe('Why there is no result although it is submitted.'),
});
export type QuizAttemptView = z.output<typeof QuizAttemptView>;

export const QuizAttemptStarted = QuizAttemptView.pick({ id: true, slug: true, questions: true, dueAt: true });
export type QuizAttemptStarted = z.output<typeof QuizAttemptStarted>;

export const QuizAttemptSummary = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  state: z.enum(['open', 'submitted']),
  answered: z.int(),
  questions: z.int(),
  startedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().optional(),
  dueAt: z.iso.datetime().optional(),
  assignment: z.object({ id: z.uuid(), classId: z.uuid(), className: z.string() }).optional(),
  points: z.number().optional().describe('Absent while the marks may not be seen.'),
  maxPoints: z.number().optional(),
  unmarked: z.int().optional(),
});
export type QuizAttemptSummary = z.output<typeof QuizAttemptSummary>;

export const AnswerSaved = z.object({ version: z.int(), savedAt: z.iso.datetime() });
export type AnswerSaved = z.output<typeof AnswerSaved>;
