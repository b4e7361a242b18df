import { z } from 'zod';
import { MisconceptionNote } from '@/lib/labs/views';

/** Where a person stands, on one page. */
export const ProgressView = z.object({
  lessons: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      finishedAt: z.iso.datetime().optional(),
      answered: z.int(),
      questions: z.int(),
    }),
  ),
  labs: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      tasksPassed: z.int(),
      tasksTotal: z.int(),
      finishedAt: z.iso.datetime().optional(),
      finishedAttempt: z
        .string()
        .optional()
        .describe('The attempt that finished it, the newest finish of several; its outcome is what it came to.'),
    }),
  ),
  quizzes: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      attempts: z.int(),
      open: z.boolean().describe('One is begun and not submitted.'),
      best: z.number().optional().describe('The best grade whose marks may be seen, from 0 to 1.'),
    }),
  ),
  marks: z
    .array(
      z.object({
        slug: z.string().describe('Of the quiz.'),
        title: z.string(),
        className: z.string(),
        points: z.number(),
        maxPoints: z.number(),
        unmarked: z.int().describe('Answers that nobody has marked yet; their points are not counted.'),
      }),
    )
    .describe('Work of classes whose marks are released, the newest first.'),
  objectives: z
    .array(
      z.object({
        id: z.string().describe('`SAA-C03/2.2`'),
        title: z.string(),
        /** Share of what there is for it, from 0 to 1. */
        done: z.number(),
        items: z.array(
          z.object({ kind: z.enum(['lesson', 'lab', 'quiz']), slug: z.string(), title: z.string(), done: z.number() }),
        ),
      }),
    )
    .describe('Task statements of the exam guides that something here is for.'),
  misconceptions: z
    .array(MisconceptionNote.extend({ seenAt: z.iso.datetime() }))
    .describe('Beliefs that came up in labs, each once, the newest first.'),
});
export type ProgressView = z.output<typeof ProgressView>;
