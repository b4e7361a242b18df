'use client';

import { createContext, type ReactNode, startTransition, useCallback, useContext, useEffect, useState } from 'react';
import { api } from '@/components/lab/api';
import { currentMe, refreshMe } from '@/components/site/me';
import type { LessonBookmarks, LessonFeedback, LessonProgress } from '@/lib/lessons/views';

interface Reading {
  readonly slug: string;
  /** What the server knows of this reader; undefined until it has answered, and where it does not. */
  readonly progress?: LessonProgress;
  readonly failed: boolean;
  /** Ask again. */
  load(): void;
}

const Lesson = createContext<Reading>({ slug: '', failed: false, load: () => {} });
export const useLesson = (): Reading => useContext(Lesson);
export const useLessonState = (): LessonProgress | undefined => useLesson().progress;

/** Around a lesson, which is the same for everyone: asks once, when it can be read, what is this reader's. */
export function LessonState({ slug, children }: { slug: string; children: ReactNode }) {
  const [progress, setProgress] = useState<LessonProgress>();
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    let here = true;
    setFailed(false);
    api<LessonProgress>('GET', `/lessons/${slug}/progress`)
      // Much of the page shows a part of it: drawn in pieces, so that reading and scrolling go on meanwhile.
      .then((answer) => here && startTransition(() => setProgress(answer)))
      // Most of what is missing is small: the reader answers again, or marks the lesson again, and is told when that fails.
      .catch(() => here && setFailed(true));
    return () => {
      here = false;
    };
  }, [slug]);
  useEffect(load, [load]);
  return <Lesson value={{ slug, failed, load, ...(progress && { progress }) }}>{children}</Lesson>;
}

/** Answer a question of the lesson's text; it is marked there and then. */
export const sendAnswer = (slug: string, questionId: string, answer: string): Promise<LessonFeedback> =>
  write(`/lessons/${slug}/answers/${questionId}`, { answer });

/** Mark the lesson as read, or take that back. */
export const sendFinished = (slug: string, finished: boolean): Promise<LessonProgress> =>
  write(`/lessons/${slug}/progress`, { finished });

/** Bookmark a section of the lesson, or take that back; an empty anchor is the lesson itself. */
export const sendBookmark = (slug: string, anchor: string, bookmarked: boolean): Promise<LessonBookmarks> =>
  write(`/lessons/${slug}/bookmarks`, { anchor, bookmarked });

const write = <T,>(path: string, body: object): Promise<T> => asGuest(() => api<T>('PUT', path, body));

let first: Promise<void> | undefined;

/** A write by whoever is here. Whoever is nobody is a guest by the first one; two at once would make two. */
export async function asGuest<T>(send: () => Promise<T>): Promise<T> {
  while (first) await first;
  const kind = currentMe()?.kind;
  if (kind === 'guest' || kind === 'account') return send();
  const answer = send();
  first = answer
    .then(refreshMe)
    .catch(() => {})
    .then(() => {
      first = undefined;
    });
  return answer;
}
