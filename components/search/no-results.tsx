import Link from 'next/link';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorPanel } from '../ui/error-panel';

const examples = ['move an interface', 'Elastic IP after a stop', 'same Availability Zone', 'NAT instance'];
const lists = [
  { href: '/lessons', label: 'Lessons' },
  { href: '/labs', label: 'Labs' },
  { href: '/glossary', label: 'Glossary' },
  { href: '/sources/claims', label: 'Claims' },
];

const lookLinks = 'flex flex-wrap gap-x-5 [&_a]:flex [&_a]:min-h-9 [&_a]:items-center [&_a]:underline';

const Lists = () => (
  <ul className={lookLinks}>
    {lists.map(({ href, label }) => (
      <li key={href}>
        <Link href={href} prefetch={false}>
          {label}
        </Link>
      </li>
    ))}
  </ul>
);

/** Nothing was typed yet. */
export const NothingAsked = () => (
  <>
    <noscript>
      <p className="mb-4 border-l-2 border-line-strong pl-3">
        To search needs JavaScript. Without it, the lists have everything: look in them with your browser’s own search.
      </p>
      <Lists />
    </noscript>
    <div className="noscript:hidden">
      <EmptyState title="Type a word or two" action={<Examples />}>
        A beginning is enough, and a letter may be wrong. It is looked for in lessons, labs, the glossary, the claims of
        the documents, and the names of quizzes.
      </EmptyState>
    </div>
  </>
);

const Examples = () => (
  <ul aria-label="Examples" className={lookLinks}>
    {examples.map((example) => (
      <li key={example}>
        <Link href={`/search?q=${encodeURIComponent(example)}`} prefetch={false}>
          {example}
        </Link>
      </li>
    ))}
  </ul>
);

export const NothingFound = ({ query }: { query: string }) => (
  <EmptyState title={<span className="wrap-anywhere">Nothing has “{query}”</span>} action={<Lists />}>
    Try fewer words, or another word for it: AWS’s own is the surest, such as “network interface” for a card. Or look
    through a list.
  </EmptyState>
);

export const Failed = ({ onAgain }: { onAgain: () => void }) => (
  <ErrorPanel
    title="What can be found could not be loaded"
    safe="Every page opens as usual, and what you typed is still here."
    advice="Try again, or look through the lists of lessons, labs and words."
    action={<Button onClick={onAgain}>Try again</Button>}
  />
);
