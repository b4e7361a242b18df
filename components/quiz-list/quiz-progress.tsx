'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { QuizAttemptSummary } from '@/lib/quizzes/views';
import { listAttempts } from '../quiz/api';
import { gradeWords } from '../quiz/points';
import { ApiError } from '../site/api';
import { askMe } from '../site/me';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ProgressBar } from '../ui/progress-bar';
import { statusOf } from './status';

const Attempts = createContext<readonly QuizAttemptSummary[]>([]);

/** Around the list: asks once how far the viewer is. When that fails the list stays as it is and says what is missing. */
export function QuizProgress({ children }: { children: ReactNode }) {
  const [attempts, setAttempts] = useState<readonly QuizAttemptSummary[]>([]);
  const [failed, setFailed] = useState(false);

  const load = useCallback(async () => {
    // Who is nobody yet has begun nothing.
    if ((await askMe())?.kind === 'none') return;
    try {
      setAttempts(await listAttempts());
      setFailed(false);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailed(true);
    }
  }, []);
  useEffect(() => {
    load();
  }, [load]);

  return (
    <Attempts value={attempts}>
      {failed && (
        <div className="mt-6">
          <Notice live="polite" title="How far you are could not be read">
            Your answers are safe on the server, and every quiz opens as usual.{' '}
            <Button size="sm" onClick={load}>
              Try again
            </Button>
          </Notice>
        </div>
      )}
      {children}
    </Attempts>
  );
}

/** How far the viewer is in one quiz; until that is known, and for who has not begun, the number of its questions. */
export function QuizStatus({ slug, questions }: { slug: string; questions: number }) {
  const status = statusOf(useContext(Attempts).filter((attempt) => attempt.slug === slug));
  switch (status.kind) {
    case 'none':
      return <p className="text-sm text-dim">{questions === 1 ? '1 question' : `${questions} questions`}</p>;
    case 'open': {
      const { answered, questions: all } = status.attempt;
      return <ProgressBar value={answered} max={all} label={`${answered} of ${all} answered`} />;
    }
    case 'graded':
      return <p className="text-sm">Best: {gradeWords(status.points, status.maxPoints)}</p>;
    case 'handed-in':
      return <p className="text-sm">Handed in</p>;
  }
}
