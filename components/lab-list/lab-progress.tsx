'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { AttemptSummary } from '@/lib/labs/views';
import { askMe } from '../site/me';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Notice } from '../ui/notice';
import { ProgressBar } from '../ui/progress-bar';
import { Sign } from '../ui/sign';

/** One row of `GET /api/v1/lab-attempts`, as far as this list shows it. */
type LabAttempt = Pick<AttemptSummary, 'slug' | 'tasksPassed' | 'tasksTotal' | 'steps' | 'updatedAt' | 'finishedAt'>;

const Attempts = createContext<LabAttempt[]>([]);

/** Around the list: asks once how far the viewer is. When that fails the list stays as it is and says what is missing. */
export function LabProgress({ children }: { children: ReactNode }) {
  const [attempts, setAttempts] = useState<LabAttempt[]>([]);
  const [failed, setFailed] = useState(false);

  const load = useCallback(async () => {
    // Who is nobody yet has begun nothing, and would be answered with 401.
    if ((await askMe())?.kind === 'none') return;
    const response = await fetch('/api/v1/lab-attempts', { cache: 'no-store' }).catch(() => undefined);
    setFailed(!response?.ok);
    // Our own route of the same build answers here; its shape is pinned by that route's tests.
    if (response?.ok) setAttempts((await response.json()) as LabAttempt[]);
  }, []);
  useEffect(() => {
    load();
  }, [load]);

  return (
    <Attempts value={attempts}>
      {failed && (
        <div className="mt-6">
          <Notice live="polite" title="How far you are could not be read">
            Your work is safe on the server, and every lab opens as usual.{' '}
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

/** How far the viewer is in one lab; until that is known, and for who has not begun, the number of its tasks. */
export function LabStatus({ slug, tasks }: { slug: string; tasks: number }) {
  const mine = useContext(Attempts).filter((attempt) => attempt.slug === slug);
  const finished = mine.find((attempt) => attempt.finishedAt);
  const latest = mine.reduce<LabAttempt | undefined>((a, b) => (a && a.updatedAt > b.updatedAt ? a : b), undefined);
  const total = latest?.tasksTotal ?? tasks;

  if (finished) {
    return (
      <p className="flex items-center gap-2 text-sm">
        <Sign kind="holds" />
        Finished
      </p>
    );
  }
  if (latest) {
    return (
      <div className="flex flex-col gap-1">
        {total > 0 && (
          <ProgressBar value={latest.tasksPassed} max={total} label={`${latest.tasksPassed} of ${total} tasks`} />
        )}
        <p className="text-sm text-dim">
          {latest.steps === 1 ? '1 step' : `${latest.steps} steps`}, last on <LocalTime iso={latest.updatedAt} />
        </p>
      </div>
    );
  }
  return total > 0 ? <p className="text-sm text-dim">{total === 1 ? '1 task' : `${total} tasks`}</p> : null;
}
