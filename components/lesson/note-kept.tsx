'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { LessonNote } from '@/lib/lessons/views';
import { putNote } from './put-note';

/** A note in the list of all. Deleted it stays in its place until the page is left, with the way to have it back. */
export function KeptNote({
  slug,
  name,
  note,
  isGone,
}: {
  slug: string;
  /** Of its lesson. */
  name: string;
  note: LessonNote;
  /** The lesson is no longer in the course. */
  isGone: boolean;
}) {
  const [{ text, version }, setStored] = useState<{ text: string; version: number }>(note);
  const [deleted, setDeleted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();

  const press = async () => {
    setBusy(true);
    setSaid(undefined);
    const outcome = await putNote(slug, { text: deleted ? text : '', version }, false);
    setBusy(false);
    if (outcome.kind === 'failed') return setSaid(outcome.message);
    const { stored } = outcome;
    if (outcome.kind === 'other') {
      setSaid('It was changed somewhere else meanwhile. This is how it is now; nothing was deleted.');
      setDeleted(false);
      return setStored(stored);
    }
    // What was written is kept here, to be put back.
    setStored({ text, version: stored.version });
    setDeleted(!deleted);
  };

  return (
    <div className="flex flex-col gap-1">
      <h3 className="sr-only">Your note</h3>
      <p
        className={`border-l-2 border-line-strong pl-3 whitespace-pre-wrap break-words ${deleted ? 'text-dim line-through' : ''}`}
      >
        {text}
      </p>
      <div className="flex flex-wrap items-center gap-x-2 pl-3.5 text-sm text-dim">
        <span role="status" className="mr-2">
          {deleted ? 'Deleted' : <LocalTime iso={note.savedAt} />}
        </span>
        {!isGone && !deleted && (
          <Link
            href={`/lessons/${slug}#your-note`}
            prefetch={false}
            aria-label={`Change the note on ${name}`}
            className="px-2.5 py-1 underline"
          >
            Change
          </Link>
        )}
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          className="noscript:hidden"
          aria-label={`${deleted ? 'Undo: keep' : 'Delete'} the note on ${name}`}
          onClick={press}
        >
          {deleted ? 'Undo' : 'Delete'}
        </Button>
      </div>
      {said && (
        <p role="alert" className="text-sm text-refused">
          {said}
        </p>
      )}
    </div>
  );
}
