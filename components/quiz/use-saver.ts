'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { QuizAttemptView } from '@/lib/quizzes/views';
import { ApiError } from '../site/api';
import { getAttempt, saveAnswer } from './api';
import { browserStorage, Drafts } from './drafts';
import { Saver } from './saver';

function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/**
 * The answers of an open attempt, on their way to the server for as long as the page shows them. `onClosed` is called
 * when the attempt turns out to be handed in: elsewhere, or because it was due.
 */
export function useSaver(attempt: QuizAttemptView, onClosed: (attempt: QuizAttemptView) => void) {
  const { id, dueAt } = attempt;
  const [saver] = useState(
    () =>
      new Saver(attempt.answers, {
        put: (questionId, answer, version) => saveAnswer(id, questionId, answer, version),
        drafts: new Drafts(id, browserStorage()),
        later,
      }),
  );
  const queue = useSyncExternalStore(saver.subscribe, saver.queue, saver.queue);
  const closed = queue.stop?.kind === 'closed';

  useEffect(() => {
    let gone = false;
    const look = () =>
      getAttempt(id).then(
        (view) => {
          if (gone) return;
          if (view.state === 'submitted') onClosed(view);
          else saver.see(view.answers);
        },
        (error) => {
          // Not being able to look changes nothing.
          if (!(error instanceof ApiError)) throw error;
        },
      );
    const onVisibility = () => (document.visibilityState === 'hidden' ? saver.sendNow() : void look());
    const onFocus = () => void look();
    const onOnline = () => saver.sendNow();
    const onUnload = (event: BeforeUnloadEvent) => saver.wouldLose() && event.preventDefault();
    saver.wake();
    if (closed) void look();
    const stopWatch = dueAt ? watch(dueAt, () => saver.sendNow(), onFocus) : undefined;
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('focus', onFocus);
    addEventListener('online', onOnline);
    addEventListener('pagehide', onOnline);
    addEventListener('beforeunload', onUnload);
    return () => {
      gone = true;
      saver.rest();
      stopWatch?.();
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('focus', onFocus);
      removeEventListener('online', onOnline);
      removeEventListener('pagehide', onOnline);
      removeEventListener('beforeunload', onUnload);
    };
  }, [saver, id, dueAt, closed, onClosed]);

  return { saver, queue };
}

const longestTimerMs = 2 ** 31 - 1;

/** When it is due by this clock, sends; then looks until the server, whose clock decides, has closed it. */
function watch(dueAt: string, send: () => void, look: () => void): () => void {
  let polling: ReturnType<typeof setInterval> | undefined;
  const onDue = () => {
    send();
    polling = setInterval(look, 5000);
  };
  const leftMs = Math.max(Date.parse(dueAt) - Date.now(), 0);
  const timer = leftMs > longestTimerMs ? undefined : setTimeout(onDue, leftMs);
  return () => {
    clearTimeout(timer);
    clearInterval(polling);
  };
}
