'use client';

import { startTransition, useEffect, useState } from 'react';

/** A part of the page's script that comes when it is wanted. `load` is the same function every time. */
export function usePart<T>(load: () => Promise<T>, wanted: boolean) {
  const [part, setPart] = useState<{ readonly it: T }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || part || failed) return;
    let gone = false;
    // To ask for a script takes a phone as long as a small drawing, so not in one piece with what is being drawn.
    const asking = setTimeout(() =>
      load().then(
        (it) => {
          // It may be large: drawn in pieces, so that typing and scrolling go on meanwhile.
          if (!gone) startTransition(() => setPart({ it }));
        },
        () => {
          if (!gone) setFailed(true);
        },
      ),
    );
    return () => {
      gone = true;
      clearTimeout(asking);
    };
  }, [load, wanted, part, failed]);
  return { part: part?.it, failed, again: () => setFailed(false) };
}
