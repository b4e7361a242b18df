'use client';

import Link from 'next/link';
import { Fragment, useState } from 'react';
import type { SearchKind } from '@/lib/search/entry';
import { excerpt, marked } from '@/lib/search/excerpt';
import type { Found, Hit } from '@/lib/search/find';
import { Button } from '../ui/button';

const kindWords: Record<SearchKind, string> = {
  lesson: 'Lessons',
  lab: 'Labs',
  term: 'Glossary',
  quiz: 'Quizzes',
  case: 'Contradictions in the documents',
  claim: 'Claims',
  experiment: 'Experiments',
};

/** Hits of a kind that are shown before one asks for all. */
const first = 5;

/** What was found, kind by kind, each with a link to its place. */
export function ResultList({ groups }: Pick<Found, 'groups'>) {
  return groups.map(({ kind, hits }) => <Group key={kind} kind={kind} hits={hits} />);
}

function Group({ kind, hits }: Found['groups'][number]) {
  const [all, setAll] = useState(false);
  const id = `found-${kind}`;
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="flex items-baseline gap-2 text-xl">
        {kindWords[kind]} <span className="text-sm font-normal text-dim tabular-nums">{hits.length}</span>
      </h2>
      <ul className="mt-2 border-b border-line">
        {(all ? hits : hits.slice(0, first)).map((hit) => (
          <Row key={hit.entry.href} hit={hit} />
        ))}
      </ul>
      {!all && hits.length > first && (
        <Button size="sm" className="mt-3" onClick={() => setAll(true)}>
          Show all {hits.length}
        </Button>
      )}
    </section>
  );
}

function Row({ hit: { entry, words } }: { hit: Hit }) {
  const { href, title, of, text } = entry;
  return (
    <li className="relative flex flex-col gap-0.5 border-t border-line py-3">
      <p>
        {/* The link covers its row, so the whole of it can be pressed. */}
        <Link
          href={href}
          prefetch={false}
          data-hit
          className="font-semibold after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
        >
          <Marked text={title} words={words} />
        </Link>
        {of && <span className="text-sm text-dim"> · {of}</span>}
      </p>
      {text && (
        <p className="max-w-[68ch] text-dim">
          <Marked text={excerpt(text, words)} words={words} />
        </p>
      )}
    </li>
  );
}

/** A text with the words that were meant marked: bold and underlined, not by a colour alone. */
function Marked({ text, words }: { text: string; words: ReadonlySet<string> }) {
  return marked(text, words).map((piece, index) => {
    // The pieces of one text keep their places.
    const key = `${index}${piece.text}`;
    return piece.marked ? (
      <mark key={key} className="bg-transparent font-semibold text-ink underline decoration-cable decoration-2">
        {piece.text}
      </mark>
    ) : (
      <Fragment key={key}>{piece.text}</Fragment>
    );
  });
}
