'use client';

import Link from 'next/link';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { useLesson } from './lesson-state';
import { NoteConflict } from './note-conflict';
import { findDraft, keepDraft } from './note-draft';
import { NoteSaver, type Stored } from './note-saver';
import { putNote } from './put-note';

/** What the reader writes for themselves about the lesson; saved by itself. Needs script, as what is private comes by it. */
export function Note() {
  const { slug, progress, failed, load } = useLesson();
  return (
    <section
      id="your-note"
      aria-labelledby="your-note-head"
      className="mt-12 max-w-[40rem] scroll-mt-4 text-base noscript:hidden print:hidden"
    >
      <h2 id="your-note-head" className="text-xl">
        Your note
      </h2>
      <p className="mt-1 mb-3 text-dim">
        Nobody else sees it. It stands in{' '}
        <Link href="/notes" prefetch={false} className="underline">
          your bookmarks and notes
        </Link>
        .
      </p>
      {progress ? (
        <NoteField key={slug} slug={slug} stored={progress.note ?? { text: '', version: 0 }} />
      ) : failed ? (
        <Notice live="polite" title="Your note could not be read">
          If you wrote one, it is safe on the server.{' '}
          <Button size="sm" onClick={load}>
            Try again
          </Button>
        </Notice>
      ) : (
        <TextArea aria-labelledby="your-note-head" disabled />
      )}
    </section>
  );
}

function NoteField({ slug, stored }: { slug: string; stored: Stored }) {
  const [saver] = useState(() => {
    const later = (ms: number, work: () => void) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    };
    const doors = {
      put: (note: Stored, leaving: boolean) => putNote(slug, note, leaving),
      keep: (draft: Stored | undefined) => keepDraft(slug, draft),
      later,
    };
    return new NoteSaver(stored, doors, findDraft(slug));
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, state, message, theirs } = useSyncExternalStore(saver.subscribe, saver.shown, saver.shown);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // What an earlier view of the page had kept goes first.
    saver.send();
    addEventListener('online', () => saver.send(), { signal });
    addEventListener('pagehide', () => saver.send(true), { signal });
    document.addEventListener('visibilitychange', () => saver.send(document.hidden), { signal });
    return () => {
      listening.abort();
      saver.send();
    };
  }, [saver]);

  const isStuck = state === 'failed' || state === 'changed';
  useEffect(() => {
    if (!isStuck) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [isStuck]);

  return (
    <>
      <TextArea
        ref={field}
        aria-labelledby="your-note-head"
        aria-describedby="your-note-state"
        className="field-sizing-content max-h-[70vh] min-h-24 pointer-coarse:min-h-24"
        value={text}
        onChange={(event) => saver.change(event.target.value)}
        onBlur={() => saver.send()}
      />
      <p id="your-note-state" role="status" className="mt-1 min-h-5 text-sm text-dim">
        {state === 'saved' && 'Saved'}
        {state === 'changed' && 'Not saved: it was changed somewhere else meanwhile.'}
        {state === 'failed' && <span className="text-refused">Not saved: {message}</span>}
      </p>
      {state === 'failed' && (
        <Button size="sm" className="mt-1" onClick={() => saver.send()}>
          Try again
        </Button>
      )}
      {theirs !== undefined && (
        <NoteConflict
          theirs={theirs}
          onChoose={(which) => {
            // The buttons go, and the focus would go with them.
            field.current?.focus();
            saver.choose(which);
          }}
        />
      )}
    </>
  );
}
