import { z } from 'zod';
import { Answer } from '@/lib/quizzes/answer';
import { QuestionResult } from '@/lib/quizzes/views';

/** What pages and programs see of lessons and of a person's way through them. No key is in any of it before an answer. */
export const LessonSummary = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  objectives: z.array(z.string()),
  questions: z.int().describe('Questions asked in its text.'),
});
export type LessonSummary = z.output<typeof LessonSummary>;

export const LessonFeedback = QuestionResult.omit({ answerId: true, mark: true, rubric: true, sample: true }).extend({
  answer: Answer,
  score: z.number().describe('From 0 to 1.'),
});
export type LessonFeedback = z.output<typeof LessonFeedback>;

export const LessonProgress = z.object({
  slug: z.string(),
  finishedAt: z.iso.datetime().optional().describe('When it was marked as read.'),
  answers: z.array(LessonFeedback).describe('The newest answer to each question of the text, with what became of it.'),
});
export type LessonProgress = z.output<typeof LessonProgress>;
