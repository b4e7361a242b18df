import type { Answer } from '@/lib/quizzes/answer';
import type { AnswerSaved, QuizAttemptStarted, QuizAttemptSummary, QuizAttemptView } from '@/lib/quizzes/views';
import { ApiError, ask, askOften, isAway, memberOf } from '../site/api';
import type { SaveOutcome } from './saver';

/** This person's attempts at a quiz, newest first; none where nobody is known here yet. */
export const listAttempts = (slug?: string): Promise<QuizAttemptSummary[]> =>
  askOften(`/quiz-attempts${slug ? `?slug=${encodeURIComponent(slug)}` : ''}`, { method: 'GET' });

/** Gives the open attempt where there is one. */
export const startAttempt = (slug: string, assignmentId?: string): Promise<QuizAttemptStarted> =>
  askOften(`/quizzes/${encodeURIComponent(slug)}/attempts`, {
    method: 'POST',
    body: assignmentId ? { assignmentId } : {},
  });

export const getAttempt = (id: string): Promise<QuizAttemptView> =>
  askOften(`/quiz-attempts/${encodeURIComponent(id)}`, { method: 'GET' });

/** Hands in. One key for the attempt: however often it is sent, it is done once. */
export const submitAttempt = (id: string): Promise<QuizAttemptView> =>
  askOften(`/quiz-attempts/${id}/submit`, { method: 'POST', body: {}, key: `submit-${id}` });

/** A browser sends at most 64 kB after its page is gone, and a character takes up to three bytes. */
const keepaliveCharacters = 20_000;

/** Saves one answer, once: whether to try again is the queue's to say. */
export async function saveAnswer(
  attemptId: string,
  questionId: string,
  answer: Answer,
  version: number,
): Promise<SaveOutcome> {
  const body = { answer, version };
  const keepalive = document.visibilityState === 'hidden' && JSON.stringify(body).length < keepaliveCharacters;
  try {
    const path = `/quiz-attempts/${attemptId}/answers/${encodeURIComponent(questionId)}`;
    return { kind: 'saved', ...(await ask<AnswerSaved>(path, { method: 'PUT', body, keepalive })) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return outcomeOf(error);
  }
}

/** What a refused save means. */
export function outcomeOf({ status, message, current }: ApiError): SaveOutcome {
  if (isAway(status) || status === 429) return { kind: 'away' };
  // The API's own shape: { version, answer, savedAt }.
  if (status === 409 && typeof memberOf(current, 'version') === 'number') {
    return { kind: 'outrun', held: current as Extract<SaveOutcome, { kind: 'outrun' }>['held'] };
  }
  if (status === 409) return { kind: 'closed', message };
  if (status === 401 || status === 403 || status === 404) return { kind: 'over', message };
  // The name of the field says nothing to who filled it in.
  return { kind: 'refused', message: message.replace(/^answer: /, '') };
}
