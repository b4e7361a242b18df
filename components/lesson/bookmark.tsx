'use client';

import { useState } from 'react';
import { useAsking } from '@/components/lab/use-asking';
import { sendBookmark, useLesson } from './lesson-state';

/** The toggle beside a heading; without `anchor`, which is that heading's id, that of the lesson itself. */
export function Bookmark({ anchor = '' }: { anchor?: string }) {
  const { slug, progress } = useLesson();
  const [given, setGiven] = useState<boolean>();
  const { busy, failed, ask } = useAsking();
  const isSet = given ?? progress?.bookmarks.includes(anchor) ?? false;
  const id = anchor ? `bookmark-${anchor}` : 'bookmark';

  const toggle = async () => {
    if (busy) return;
    // Shown at once, and taken back where it fails.
    setGiven(!isSet);
    if (!(await ask(async () => void (await sendBookmark(slug, anchor, !isSet))))) setGiven(isSet);
  };

  return (
    <>
      <button
        type="button"
        id={id}
        className="bookmark"
        aria-pressed={isSet}
        aria-label={anchor ? 'Bookmark' : 'Bookmark this lesson'}
        {...(anchor && { 'aria-labelledby': `${id} ${anchor}` })}
        title={isSet ? 'Remove the bookmark' : 'Bookmark'}
        onClick={toggle}
      >
        <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
          <path d="M1.5 1.5h9v13L6 11l-4.5 3.5z" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {!anchor && 'Bookmark'}
      </button>
      {failed && (
        <p role="alert" className="w-full text-sm text-refused">
          {isSet ? 'Not removed' : 'Not bookmarked'}: {failed}
        </p>
      )}
    </>
  );
}
