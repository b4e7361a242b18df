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

export const LessonNote = z.object({
  text: z.string().describe('Plain text; empty when it was deleted.'),
  version: z.int().describe('Say it when you save the note again; 0 before the first time.'),
  savedAt: z.iso.datetime(),
});
export type LessonNote = z.output<typeof LessonNote>;

const anchors = z
  .array(z.string())
  .describe('Headings of the text, by the ends of their addresses; "" is the lesson itself.');

export const LessonBookmarks = z.object({ slug: z.string(), bookmarks: anchors });
export type LessonBookmarks = z.output<typeof LessonBookmarks>;

export const LessonProgress = z.object({
  slug: z.string(),
  finishedAt: z.iso.datetime().optional().describe('When it was marked as read.'),
  answers: z.array(LessonFeedback).describe('The newest answer to each question of the text, with what became of it.'),
  bookmarks: anchors,
  note: LessonNote.optional().describe('What you wrote for yourself.'),
});
export type LessonProgress = z.output<typeof LessonProgress>;

/** What a person keeps of one lesson. Without `title` or `heading` the course no longer has it. */
export const LessonNotes = z.object({
  slug: z.string(),
  title: z.string().optional().describe('Of the lesson, while there is one.'),
  bookmarks: z.array(
    z.object({
      anchor: z.string().describe('The end of the section’s address; "" is the lesson itself.'),
      heading: z.string().optional().describe('Of the section, while there is one.'),
    }),
  ),
  note: LessonNote.optional(),
});
export type LessonNotes = z.output<typeof LessonNotes>;
