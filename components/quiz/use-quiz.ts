'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { currentMe, refreshMe } from '@/components/site/me';
import type { QuizAttemptSummary, QuizAttemptView } from '@/lib/quizzes/views';
import { ApiError } from '../site/api';
import type { Address } from './address';
import { getAttempt, listAttempts, startAttempt } from './api';
import type { Result } from './result';
import { fetchAhead, resultScreen, sittingScreen } from './screens';
import type { Sitting } from './sitting';

/** What the page of a quiz shows. `takesFocus`: it comes in the place of something that the person was at. */
export type Phase =
  | { readonly kind: 'loading' }
  /** `gone`: it is not this person's, or their session is over; asking again would not help. */
  | { readonly kind: 'failed'; readonly message: string; readonly gone: boolean }
  | { readonly kind: 'start'; readonly attempts: readonly QuizAttemptSummary[] }
  | {
      readonly kind: 'sitting';
      readonly attempt: QuizAttemptView;
      readonly takesFocus: boolean;
      readonly Screen: typeof Sitting;
    }
  | {
      readonly kind: 'result';
      readonly attempt: QuizAttemptView;
      readonly takesFocus: boolean;
      readonly Screen: typeof Result;
    };

const loading: Phase = { kind: 'loading' };

/**
 * Where this person stands in a quiz. The address says which: `?attempt=` shows that one, `?assignment=` goes on with
 * the class's where it is begun, and without either there is a choice. Hand `read` to an AddressReader; before it is
 * called the quiz is loading.
 */
export function useQuiz(slug: string) {
  const [address, read] = useState<Address>();
  const [phase, setPhase] = useState<Phase>(loading);
  const [asked, setAsked] = useState(0);
  const isFirst = useRef(true);
  const turn = useRef(0);

  /** Shows what `load` gives, unless something else is to be shown by then. */
  const go = useCallback((load: () => Promise<Phase | undefined>) => {
    turn.current += 1;
    const mine = turn.current;
    setPhase(loading);
    load().then(
      (loaded) => {
        if (turn.current !== mine || !loaded) return;
        isFirst.current = false;
        setPhase(loaded);
      },
      (error) => turn.current === mine && setPhase(failureOf(error)),
    );
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts how often it is asked again
  useEffect(() => {
    if (!address) return;
    const { attemptId, assignmentId } = address;
    go(async () => {
      if (attemptId) return screenOf(await attemptOf(slug, attemptId), !isFirst.current);
      const attempts = await listAttempts(slug);
      const begun = assignmentId && attempts.find(({ assignment }) => assignment?.id === assignmentId);
      if (!begun) return { kind: 'start', attempts };
      history.replaceState(null, '', `?attempt=${begun.id}`);
      return undefined;
    });
    return () => {
      turn.current += 1;
    };
  }, [slug, address, asked, go]);

  /** Begins, or goes on with what is open. Throws ApiError. */
  const start = async () => {
    fetchAhead(sittingScreen);
    const { id } = await startAttempt(slug, address?.assignmentId);
    if (currentMe()?.kind === 'none') void refreshMe();
    // The page is the same for every attempt, so there is nothing to ask the server for.
    history.pushState(null, '', `?attempt=${id}`);
  };

  /** The attempt is handed in. */
  const close = useCallback((attempt: QuizAttemptView) => go(() => screenOf(attempt, true)), [go]);

  /** What is shown of an attempt that is handed in has changed. */
  const change = useCallback(
    (attempt: QuizAttemptView) => setPhase((shown) => (shown.kind === 'result' ? { ...shown, attempt } : shown)),
    [],
  );

  return {
    phase,
    attemptId: address?.attemptId,
    assigned: address?.assignmentId !== undefined,
    read,
    start,
    again: () => setAsked(asked + 1),
    close,
    change,
  };
}

async function attemptOf(slug: string, id: string): Promise<QuizAttemptView> {
  const attempt = await getAttempt(id);
  if (attempt.slug !== slug) throw new ApiError(404, 'This attempt is of another quiz.');
  return attempt;
}

async function screenOf(attempt: QuizAttemptView, takesFocus: boolean): Promise<Phase> {
  return attempt.state === 'open'
    ? { kind: 'sitting', attempt, takesFocus, Screen: await sittingScreen() }
    : { kind: 'result', attempt, takesFocus, Screen: await resultScreen() };
}

function failureOf(error: unknown): Phase {
  if (!(error instanceof ApiError)) throw error;
  return { kind: 'failed', message: error.message, gone: error.status >= 400 && error.status < 500 };
}
