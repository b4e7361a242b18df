'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useAsking } from '@/components/lab/use-asking';
import { Button } from '@/components/ui/button';
import { sendBookmark } from './lesson-state';

/**
 * A bookmark in the list of all. Removed it stays in its place until the page is left, with the way to have it back; not so one whose
 * section is gone (`isGone`), which cannot be made again.
 */
export function KeptBookmark({
  slug,
  anchor,
  words,
  isGone,
  href,
}: {
  slug: string;
  anchor: string;
  words: string;
  isGone: boolean;
  href?: string;
}) {
  const [removed, setRemoved] = useState(false);
  const { busy, failed, ask } = useAsking();
  const press = async () => {
    if (await ask(async () => void (await sendBookmark(slug, anchor, removed)))) setRemoved(!removed);
  };
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 py-1">
      <span className={`min-w-0 flex-1 ${removed ? 'text-dim line-through' : ''}`}>
        {href && !removed ? (
          <Link href={href} prefetch={false} className="underline">
            {words}
          </Link>
        ) : (
          words
        )}
        {isGone && href && <span className="text-dim"> · the lesson has no such section any more</span>}
      </span>
      <span role="status" className="text-sm text-dim">
        {removed && 'Removed'}
      </span>
      {!(removed && isGone) && (
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          className="noscript:hidden"
          aria-label={`${removed ? 'Undo: keep' : 'Remove'} ${words}`}
          onClick={press}
        >
          {removed ? 'Undo' : 'Remove'}
        </Button>
      )}
      {failed && (
        <p role="alert" className="w-full text-sm text-refused">
          {failed}
        </p>
      )}
    </li>
  );
}
