'use client';

import { useSyncExternalStore } from 'react';
import { shortTime } from './short-time';

const never = () => () => {};

/**
 * A moment: in the reader's own zone once script runs, in the form of the rest of the text, in UTC before that. `iso` ends with `Z`, as the server
 * writes it.
 */
export function LocalTime({ iso, className }: { iso: string; className?: string }) {
  const shown = useSyncExternalStore(
    never,
    () => shortTime(iso),
    () => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`,
  );
  return (
    <time dateTime={iso} title={iso} className={className}>
      {shown}
    </time>
  );
}
