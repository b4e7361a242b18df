'use client';

import { Button } from '@/components/ui/button';

/** Two texts of one note: the one that was saved somewhere else, below the reader's own, and the choice between them. */
export function NoteConflict({
  theirs,
  onChoose,
}: {
  theirs: string;
  onChoose: (which: 'mine' | 'theirs' | 'both') => void;
}) {
  return (
    <section aria-labelledby="your-note-other" className="mt-3 flex flex-col gap-3 border-l-2 border-refused pl-3">
      <h3 id="your-note-other" className="font-semibold">
        Saved somewhere else, in another tab or on another device
      </h3>
      <p className="whitespace-pre-wrap break-words border border-line bg-sunk px-2.5 py-1.5">{theirs}</p>
      <p className="text-sm text-dim">Above is what you typed here. Nothing is overwritten until you choose.</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChoose('both')}>Keep both</Button>
        <Button onClick={() => onChoose('mine')}>Keep what I typed here</Button>
        <Button onClick={() => onChoose('theirs')}>Keep the other</Button>
      </div>
    </section>
  );
}
