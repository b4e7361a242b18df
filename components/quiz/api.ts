import type { Answer } from '@/lib/quizzes/answer';
import type { AnswerSaved, QuizAttemptStarted, QuizAttemptSummary, QuizAttemptView } from '@/lib/quizzes/views';
import type { SaveOutcome } from './saver';

/** A refusal of the API, or no answer at all (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
    /** What won a conflict. */
    readonly current?: unknown,
  ) {
    super(message);
  }
}

type Call = { method: 'GET' | 'POST' | 'PUT'; body?: object; key?: string; keepalive?: boolean };

/** Asks API v1 once, as this browser. */
async function ask<T>(path: string, { method, body, key, keepalive = false }: Call): Promise<T> {
  const init: RequestInit = { method, cache: 'no-store', keepalive };
  if (body) {
    init.headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(`/api/v1${path}`, init).catch(() => undefined);
  // Our own routes of the same build answer here; their shapes are pinned by the API's tests.
  if (response?.ok) return (await response.json().catch(() => Promise.reject(unanswered(0)))) as T;
  throw response && response.status < 500 ? await refusalOf(response) : unanswered(response?.status ?? 0);
}

/** Asks again, three times, a little later each, while no answer comes: for what may be done twice. */
async function askOften<T>(path: string, call: Call): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask<T>(path, call);
    } catch (error) {
      if (tries === 3 || !(error instanceof ApiError) || !isAway(error.status)) throw error;
      await new Promise((done) => setTimeout(done, 400 * 2 ** tries));
    }
  }
}

const unanswered = (status: number): ApiError =>
  new ApiError(status, 'The server does not answer. What is saved is safe there; try again.');

const isAway = (status: number): boolean => status === 0 || status >= 500;

async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const error = memberOf(body, 'error');
  const message = memberOf(error, 'message');
  return new ApiError(
    response.status,
    typeof message === 'string' ? message : `The server answered ${response.status}.`,
    memberOf(error, 'current'),
  );
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

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
