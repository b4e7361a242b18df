'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { api } from '@/components/lab/api';
import { currentMe, refreshMe } from '@/components/site/me';
import type { LessonFeedback, LessonProgress } from '@/lib/lessons/views';

/** What the server knows of this reader; undefined until it has answered, and where it does not. */
const State = createContext<LessonProgress | undefined>(undefined);
export const useLessonState = (): LessonProgress | undefined => useContext(State);

/** Around a lesson, which is the same for everyone: asks once, when it can be read, how far this reader is. */
export function LessonState({ slug, children }: { slug: string; children: ReactNode }) {
  const [progress, setProgress] = useState<LessonProgress>();
  useEffect(() => {
    let here = true;
    api<LessonProgress>('GET', `/lessons/${slug}/progress`)
      .then((answer) => here && setProgress(answer))
      // What is missing is small: the reader answers again, or marks the lesson again, and is told when that fails.
      .catch(() => {});
    return () => {
      here = false;
    };
  }, [slug]);
  return <State value={progress}>{children}</State>;
}

/** Answer a question of the lesson's text; it is marked there and then. */
export const sendAnswer = (slug: string, questionId: string, answer: string): Promise<LessonFeedback> =>
  write(`/lessons/${slug}/answers/${questionId}`, { answer });

/** Mark the lesson as read, or take that back. */
export const sendFinished = (slug: string, finished: boolean): Promise<LessonProgress> =>
  write(`/lessons/${slug}/progress`, { finished });

async function write<T>(path: string, body: object): Promise<T> {
  const answer = await api<T>('PUT', path, body);
  // Whoever was nobody is a guest by it.
  if (currentMe()?.kind === 'none') void refreshMe();
  return answer;
}
