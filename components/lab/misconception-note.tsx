'use client';

import { Button } from '@/components/ui/button';
import { Sign } from '@/components/ui/sign';
import type { MisconceptionNote as Note } from '@/lib/labs/views';
import { LightText } from './light-text';

/**
 * A belief that the last step showed, told once and calmly. Render it from the beginning, without a note: a region that comes with its
 * text is not read out. `onDismiss` is to take the note away.
 */
export function MisconceptionNote({ note, onDismiss }: { note: Note | undefined; onDismiss: () => void }) {
  return (
    <div role="status">
      {note && (
        <section aria-label="A belief to look at" className="flex gap-2.5 border-l-2 border-cable py-1 pl-3">
          <span className="pt-[0.2rem]">
            <Sign kind="info" />
          </span>
          <div className="flex min-w-0 max-w-[68ch] flex-col gap-2">
            <p className="text-sm text-dim">Many people believe</p>
            <p className="font-semibold">“{note.belief}”</p>
            <LightText text={note.say} />
            <p className="text-sm [&_a]:underline">
              <Place href={note.href}>{note.label}</Place>
              {note.source !== note.href && (
                <>
                  {' · '}
                  <Place href={note.source}>AWS’s own page</Place>
                </>
              )}
            </p>
            <Button size="sm" className="self-start" onClick={onDismiss}>
              Understood
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

/** In a tab of its own, so that the lab stays where it is. */
function Place({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
      <span className="sr-only"> (in a new tab)</span>
    </a>
  );
}
