import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { AnswerSaved, QuizAttemptStarted, QuizAttemptSummary, QuizAttemptView, QuizSummary } from '@/lib/quizzes/views';
import {
  GetQuizAttempt,
  getQuizAttempt,
  ListQuizAttempts,
  listQuizAttempts,
  SaveAnswer,
  StartQuizAttempt,
  saveAnswer,
  startQuizAttempt,
  submitQuizAttempt,
} from './quiz-attempts';
import { listQuizzes } from './quizzes';

/** Quizzes and attempts at them, as openapi.json describes them. */
export const quizEndpoints = {
  listQuizzes: endpoint({
    id: 'GET /api/v1/quizzes',
    summary: 'Every quiz',
    input: z.object({}),
    output: z.array(QuizSummary),
    handle: () => listQuizzes(),
  }),
  startQuizAttempt: endpoint({
    id: 'POST /api/v1/quizzes/{slug}/attempts',
    summary: 'Start a quiz, for practice or for a class; open practice is gone on with',
    input: StartQuizAttempt,
    output: QuizAttemptStarted,
    status: 201,
    handle: (caller, input, keep, arrivedAt) => startQuizAttempt(userOf(caller), input, keep, arrivedAt),
  }),
  listQuizAttempts: endpoint({
    id: 'GET /api/v1/quiz-attempts',
    summary: 'Your attempts at quizzes, newest first',
    input: ListQuizAttempts,
    output: z.array(QuizAttemptSummary),
    // Nobody has none yet: a page asks before its first write makes a guest.
    handle: async (caller, input) => (caller ? listQuizAttempts(caller.user, input) : []),
  }),
  getQuizAttempt: endpoint({
    id: 'GET /api/v1/quiz-attempts/{id}',
    summary: 'An attempt with its questions, your answers, and the marks when they may be seen',
    input: GetQuizAttempt,
    output: QuizAttemptView,
    handle: (caller, input) => getQuizAttempt(userOf(caller), input),
  }),
  saveAnswer: endpoint({
    id: 'PUT /api/v1/quiz-attempts/{id}/answers/{questionId}',
    summary: 'Save an answer; it is stored durably before this answers',
    input: SaveAnswer,
    output: AnswerSaved,
    handle: (caller, input, _keep, arrivedAt) => saveAnswer(userOf(caller), input, arrivedAt),
  }),
  submitQuizAttempt: endpoint({
    id: 'POST /api/v1/quiz-attempts/{id}/submit',
    summary: 'Hand in what is saved; a second time changes nothing',
    input: GetQuizAttempt,
    output: QuizAttemptView,
    handle: (caller, input, _keep, arrivedAt) => submitQuizAttempt(userOf(caller), input, arrivedAt),
  }),
} satisfies Record<string, Endpoint>;
