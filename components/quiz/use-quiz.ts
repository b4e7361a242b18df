'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { currentMe, refreshMe } from '@/components/site/me';
import type { QuizAttemptSummary, QuizAttemptView } from '@/lib/quizzes/views';
import { ApiError } from '../site/api';
import { getAttempt, listAttempts, startAttempt } from './api';

/** What the page of a quiz shows. */
export type Phase =
  | { readonly kind: 'loading' }
  /** `gone`: it is not this person's, or their session is over; asking again would not help. */
  | { readonly kind: 'failed'; readonly message: string; readonly gone: boolean }
  | { readonly kind: 'start'; readonly attempts: readonly QuizAttemptSummary[] }
  /** `takesFocus`: it comes in the place of something that the person was at. */
  | { readonly kind: 'attempt'; readonly attempt: QuizAttemptView; readonly takesFocus: boolean };

/**
 * Where this person stands in a quiz. The address says which: `?attempt=` shows that one, `?assignment=` goes on with
 * the class's where it is begun, and without either there is a choice.
 */
export function useQuiz(slug: string) {
  const search = useSearchParams();
  const attemptId = search.get('attempt');
  const assignmentId = search.get('assignment');
  const [phase, setPhase] = useState<Phase>({ kind: 'loading' });
  const [asked, setAsked] = useState(0);
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts how often it is asked again
  useEffect(() => {
    let late = false;
    const load = async (): Promise<Phase | undefined> => {
      if (attemptId) {
        return { kind: 'attempt', attempt: await attemptOf(slug, attemptId), takesFocus: !isFirst.current };
      }
      const attempts = await listAttempts(slug);
      const begun = assignmentId && attempts.find(({ assignment }) => assignment?.id === assignmentId);
      if (!begun) return { kind: 'start', attempts };
      history.replaceState(null, '', `?attempt=${begun.id}`);
      return undefined;
    };
    setPhase({ kind: 'loading' });
    load().then(
      (loaded) => {
        if (late || !loaded) return;
        isFirst.current = false;
        setPhase(loaded);
      },
      (error) => !late && setPhase(failureOf(error)),
    );
    return () => {
      late = true;
    };
  }, [slug, attemptId, assignmentId, asked]);

  /** Begins, or goes on with what is open. Throws ApiError. */
  const start = useCallback(async () => {
    const { id } = await startAttempt(slug, assignmentId ?? undefined);
    if (currentMe()?.kind === 'none') void refreshMe();
    // The page is the same for every attempt, so there is nothing to ask the server for.
    history.pushState(null, '', `?attempt=${id}`);
  }, [slug, assignmentId]);

  const show = useCallback((attempt: QuizAttemptView) => setPhase({ kind: 'attempt', attempt, takesFocus: true }), []);

  return {
    phase,
    attemptId,
    assigned: assignmentId !== null,
    start,
    again: () => setAsked(asked + 1),
    show,
  };
}

async function attemptOf(slug: string, id: string): Promise<QuizAttemptView> {
  const attempt = await getAttempt(id);
  if (attempt.slug !== slug) throw new ApiError(404, 'This attempt is of another quiz.');
  return attempt;
}

function failureOf(error: unknown): Phase {
  if (!(error instanceof ApiError)) throw error;
  return { kind: 'failed', message: error.message, gone: error.status >= 400 && error.status < 500 };
}
