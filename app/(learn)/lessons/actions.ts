'use server';

import { action } from '@/lib/auth/action';
import { userOf } from '@/lib/auth/user-of';
import { AnswerLessonForm, answerLessonQuestion, FinishLessonForm, setLessonProgress } from '@/lib/usecases/lessons';

/** What the forms of a lesson do where there is no script; with it they call the API. */
export const answerLessonQuestionAction = action('action answerLessonQuestion', AnswerLessonForm, (caller, input) =>
  answerLessonQuestion(userOf(caller), input),
);
export const finishLessonAction = action('action finishLesson', FinishLessonForm, (caller, input) =>
  setLessonProgress(userOf(caller), input),
);
