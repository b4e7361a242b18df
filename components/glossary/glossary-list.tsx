import Link from 'next/link';
import { titleOf } from '@/lib/lessons/aws-pages';
import { anchorOf, type GlossaryEntry } from '@/lib/lessons/glossary';
import { EmptyState } from '../ui/empty-state';

interface Word extends Omit<GlossaryEntry, 'lesson'> {
  readonly lesson?: { readonly slug: string; readonly title: string };
}

/** The looks of an entry, said once for all of them. */
const entryLook = [
  '[&>div]:grid [&>div]:scroll-mt-4 [&>div]:gap-x-8 [&>div]:gap-y-1 [&>div]:border-t [&>div]:border-line [&>div]:py-4',
  'sm:[&>div]:grid-cols-[13rem_1fr] [&>div]:target:bg-sunk',
  '[&_dt]:min-w-0 [&_dt]:font-semibold [&_dt>span]:font-normal [&_dt>span]:text-dim [&_dd]:max-w-[68ch] [&_dd]:min-w-0',
  '[&_dd>p+p]:mt-1 [&_dd>p+p]:text-sm [&_dd>p+p]:text-dim [&_a]:underline',
].join(' ');

/** Words in the order given, under their first letters, with a row of letters to jump by. */
export function GlossaryList({ words }: { words: readonly Word[] }) {
  if (words.length === 0) {
    return (
      <div className="mt-8">
        <EmptyState title="There are no words yet">
          They are read from <code>content/glossary.yaml</code> when Patchbay is built.
        </EmptyState>
      </div>
    );
  }
  const letters = new Map<string, Word[]>();
  for (const word of words) {
    const letter = word.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), word]);
  }
  return (
    <>
      <nav aria-label="Letters" className="mt-6 -ml-2">
        <ul className="flex flex-wrap">
          {[...letters.keys()].map((letter) => (
            <li key={letter}>
              <a
                href={`#letter-${letter}`}
                className="flex size-9 items-center justify-center rounded text-dim hover:text-ink hover:underline pointer-coarse:size-11"
              >
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {[...letters].map(([letter, group]) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`} className="mt-8 mb-2 scroll-mt-4 text-xl text-dim">
            {letter}
          </h2>
          <dl className={entryLook}>
            {group.map((word) => (
              <Entry key={word.term} word={word} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function Entry({ word }: { word: Word }) {
  const { term, short, means, lesson, source } = word;
  return (
    <div id={anchorOf(word)}>
      <dt>
        {term}
        {short && <span> ({short})</span>}
      </dt>
      <dd>
        <p>{means}</p>
        <p>
          {lesson && (
            <>
              Lesson:{' '}
              <Link href={`/lessons/${lesson.slug}`} prefetch={false}>
                {lesson.title}
              </Link>
              {' · '}
            </>
          )}
          <a href={source} rel="noreferrer">
            AWS: {titleOf(source)}
          </a>
        </p>
      </dd>
    </div>
  );
}
