import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { LessonFeedback, LessonProgress, LessonSummary } from '@/lib/lessons/views';
import {
  AnswerLessonQuestion,
  answerLessonQuestion,
  GetLessonProgress,
  getLessonProgress,
  listLessons,
  SetLessonProgress,
  setLessonProgress,
} from './lessons';

/** Lessons and a person's way through them. */
export const lessonEndpoints = {
  listLessons: endpoint({
    id: 'GET /api/v1/lessons',
    summary: 'Every lesson',
    input: z.object({}),
    output: z.array(LessonSummary),
    handle: () => listLessons(),
  }),
  getLessonProgress: endpoint({
    id: 'GET /api/v1/lessons/{slug}/progress',
    summary: 'How far you are in a lesson, with what became of your answers, your bookmarks and your note',
    input: GetLessonProgress,
    output: LessonProgress,
    handle: (caller, input) => getLessonProgress(caller?.user, input),
  }),
  setLessonProgress: endpoint({
    id: 'PUT /api/v1/lessons/{slug}/progress',
    summary: 'Mark a lesson as read, or take that back',
    input: SetLessonProgress,
    output: LessonProgress,
    handle: (caller, input) => setLessonProgress(userOf(caller), input),
  }),
  answerLessonQuestion: endpoint({
    id: 'PUT /api/v1/lessons/{slug}/answers/{questionId}',
    summary: 'Answer a question of a lesson’s text; another answer takes the place of this one',
    input: AnswerLessonQuestion,
    output: LessonFeedback,
    handle: (caller, input) => answerLessonQuestion(userOf(caller), input),
  }),
} satisfies Record<string, Endpoint>;
