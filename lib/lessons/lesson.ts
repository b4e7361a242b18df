import { z } from 'zod';
import { Question } from '@/lib/quizzes/question';

const text = z.string().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The head of lesson.mdx. Strict: a misspelt key is refused. */
export const LessonHead = z.strictObject({
  title: text,
  summary: text,
  minutes: z.int().positive(),
  /** Task statements of the exam guides: `SAA-C03/2.2`. */
  objectives: z.array(z.string().regex(/^(SAA-C03|ANS-C01)\/\d\.\d$/)),
  /** Slugs of the lessons that this one builds on. */
  prerequisites: z.array(slug),
  /** Rows of the ledger of claims (content/claims.yaml) that are taught here, and here alone. */
  claims: z.array(z.int().positive()),
  /** The same of its cases, on which the documents contradict each other: `C4`. */
  cases: z.array(z.string().regex(/^C\d+$/)),
  /** The same of its gaps, which AWS's documentation fills and no document does: `G1`. */
  gaps: z.array(z.string().regex(/^G\d+$/)),
  /** Of the five source documents, those that were drawn from (1 to 5). */
  documents: z.array(z.int().min(1).max(5)),
  /** AWS's own pages. */
  sources: z.array(z.url({ protocol: /^https$/ })).min(1),
  /** The one next step of the end card: a path of this site. */
  next: z.strictObject({ href: z.string().startsWith('/'), label: text, why: text }),
  /** What the reader has shown by the end, one sentence each. */
  proved: z.array(text).min(1),
});
export type LessonHead = z.output<typeof LessonHead>;

/** What questions.yaml beside it says: questions that are asked in the text, marked by the engine alone. */
export const LessonQuestions = z
  .array(Question)
  .refine((questions) => questions.every(({ type }) => type === 'single'), 'a lesson asks single-choice questions')
  .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, 'two questions have one id');

/** A lesson as a version of it is stored: with the keys of its questions. */
export const Lesson = z.strictObject({
  slug,
  ...LessonHead.shape,
  /** MDX, without its head. */
  body: z.string(),
  questions: LessonQuestions,
});
export type Lesson = z.output<typeof Lesson>;
