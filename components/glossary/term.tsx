import { anchorOf, findTerm, type GlossaryEntry } from '@/lib/lessons/glossary';

export interface TermProps {
  /** The word of the glossary, where the text has another. */
  of?: string;
  children: string;
}

/**
 * A word of the glossary in a text, with what it means at hand: pressed, it opens by the browser alone, and Escape or a
 * press outside closes it. Pointing at it and focus do the same with `TermHints`; where there is no script, by CSS.
 * Inside a paragraph, so of spans.
 */
export function Term({ entries, of, children }: TermProps & { entries: readonly GlossaryEntry[] }) {
  const entry = findTerm(entries, of ?? children);
  if (!entry) throw new Error(`The glossary has no '${of ?? children}'.`);
  const anchor = anchorOf(entry);
  const id = `term-${anchor}`;
  return (
    <span className="term">
      <button type="button" popoverTarget={id} popoverTargetAction="show" aria-describedby={`${id}-means`}>
        {children}
      </button>
      <span id={id} popover="auto" role="note" aria-label={entry.term}>
        <span id={`${id}-means`}>{entry.means}</span> <a href={`/glossary#${anchor}`}>In the glossary</a>
      </span>
    </span>
  );
}
