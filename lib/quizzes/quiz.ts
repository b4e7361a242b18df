import { z } from 'zod';
import { Question } from './question';

const text = z.string().min(1);

const head = {
  title: text,
  summary: text,
  minutes: z.int().positive(),
  questions: z
    .array(Question)
    .min(1)
    .refine(
      (questions) => new Set(questions.map(({ id }) => id)).size === questions.length,
      'two questions have one id',
    ),
};

/** What quiz.yaml says. Strict: a misspelt key is refused. */
export const QuizFile = z.strictObject(head);

/** A quiz as an attempt needs it and as a version of it is stored: with its keys, without their proofs. */
export const Quiz = z.strictObject({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), ...head });
export type Quiz = z.output<typeof Quiz>;
