'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { AttemptSummary } from '@/lib/labs/views';
import { api } from '../api';
import { Refused } from '../refused';
import { useAsking } from '../use-asking';

/** Attempts shown at first, and with each press of the button. */
const page = 20;

/** One's attempts at this lab, the newest first, to go on with any. Nothing expires. */
export function AttemptsBody({
  slug,
  current,
  onResume,
}: {
  slug: string;
  current: string;
  onResume: (id: string) => void;
}) {
  const [attempts, setAttempts] = useState<readonly AttemptSummary[]>();
  const [most, setMost] = useState(page);
  const { failed, ask } = useAsking();
  const list = useCallback(
    () => ask(async () => setAttempts(await api<AttemptSummary[]>('GET', `/lab-attempts?slug=${slug}`))),
    [ask, slug],
  );
  useEffect(() => void list(), [list]);
  if (failed) {
    return (
      <Refused message={failed}>
        <Button size="sm" onClick={() => void list()}>
          Try again
        </Button>
      </Refused>
    );
  }
  if (!attempts) {
    return (
      <Loading label="Your attempts are being read.">
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  }
  return (
    <>
      <AttemptRows attempts={attempts.slice(0, most)} current={current} onResume={onResume} />
      {attempts.length > most && (
        <Button className="self-start" onClick={() => setMost(most + page)}>
          Show more
        </Button>
      )}
    </>
  );
}

export function AttemptRows({
  attempts,
  current,
  onResume,
}: {
  attempts: readonly AttemptSummary[];
  current: string;
  onResume: (id: string) => void;
}) {
  return (
    <ul className="border-b border-line">
      {attempts.map((attempt) => (
        <li key={attempt.id} className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-2.5">
          <div className="min-w-0">
            <p>
              Begun <LocalTime iso={attempt.startedAt} />
            </p>
            <p className="text-sm text-dim">
              {standing(attempt)}; last changed <LocalTime iso={attempt.updatedAt} />
            </p>
          </div>
          {attempt.id === current ? (
            <p className="text-sm text-dim">You are here</p>
          ) : (
            <Button size="sm" onClick={() => onResume(attempt.id)}>
              Resume
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How far an attempt is, in words. */
export function standing({
  steps,
  tasksPassed,
  tasksTotal,
  finishedAt,
}: Pick<AttemptSummary, 'steps' | 'tasksPassed' | 'tasksTotal' | 'finishedAt'>): string {
  const parts = [
    finishedAt ? 'Finished' : tasksTotal > 0 && `${tasksPassed} of ${tasksTotal} tasks`,
    steps === 0 ? 'no step yet' : steps === 1 ? '1 step' : `${steps} steps`,
  ];
  return parts.filter(Boolean).join(', ');
}
