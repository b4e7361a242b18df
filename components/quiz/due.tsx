'use client';

import { useEffect, useState } from 'react';
import { dueWords } from './times';

/** When it closes, and what happens then; what is left of the last hour goes on. */
export function Due({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return dueWords(at, now);
}
