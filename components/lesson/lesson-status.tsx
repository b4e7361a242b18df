'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { ProgressView } from '@/lib/progress/views';
import { api } from '../lab/api';
import { askMe } from '../site/me';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Sign } from '../ui/sign';

const Standing = createContext<ProgressView['lessons']>([]);

/** Around the list: asks once how far the viewer is. When that fails the list stays as it is and says what is missing. */
export function LessonStanding({ children }: { children: ReactNode }) {
  const [lessons, setLessons] = useState<ProgressView['lessons']>([]);
  const [failed, setFailed] = useState(false);

  const load = useCallback(async () => {
    // Who is nobody yet has read nothing.
    if ((await askMe())?.kind === 'none') return;
    const progress = await api<ProgressView>('GET', '/progress').catch(() => undefined);
    setFailed(!progress);
    if (progress) setLessons(progress.lessons);
  }, []);
  useEffect(() => {
    load();
  }, [load]);

  return (
    <Standing value={lessons}>
      {failed && (
        <div className="mt-6">
          <Notice live="polite" title="How far you are could not be read">
            It is safe on the server, and every lesson opens as usual.{' '}
            <Button size="sm" onClick={load}>
              Try again
            </Button>
          </Notice>
        </div>
      )}
      {children}
    </Standing>
  );
}

/** How far the viewer is in one lesson; until that is known, and for who has not begun, what it asks. */
export function LessonStatus({ slug, questions }: { slug: string; questions: number }) {
  const mine = useContext(Standing).find((lesson) => lesson.slug === slug);
  if (mine?.finishedAt) {
    return (
      <p className="flex items-center gap-2 text-sm">
        <Sign kind="holds" />
        Read
      </p>
    );
  }
  const asked = `${questions} ${questions === 1 ? 'question' : 'questions'}`;
  if (mine && mine.answered > 0)
    return (
      <p className="text-sm text-dim">
        Begun: {mine.answered} of {asked} answered
      </p>
    );
  return questions > 0 ? <p className="text-sm text-dim">{asked}</p> : null;
}
