import type { ReactNode } from 'react';
import { titleOf } from '@/lib/lessons/aws-pages';
import { documents } from '@/lib/lessons/documents';

/** A number in the text that leads to its source at the end. */
export function Cite({ n }: { n: string }) {
  return (
    <sup>
      {/* A word joiner: the number stays on the line of what it stands after, a question mark too. */}
      {'\u2060'}
      <a id={`cite-${n}`} href={`#source-${n}`} aria-label={`Source ${n}`}>
        {n}
      </a>
    </sup>
  );
}

/** The looks of an entry, said once for all of them. */
const entryLook = [
  '[&>li]:grid [&>li]:scroll-mt-4 [&>li]:grid-cols-[1.5rem_1fr] [&>li]:target:bg-sunk',
  '[&>li>a]:tabular-nums [&>li>a]:hover:underline',
  '[&>li>div>p:last-child]:text-dim [&>li>div>p:last-child_a]:underline',
].join(' ');

/** What the numbers in the text stand for, and the documents that are meant. */
export function Sources({ children }: { children: ReactNode }) {
  return (
    <div className="mt-3 max-w-[40rem] text-sm">
      <p className="text-dim">
        Five documents were read for this lesson, and held against AWS’s own pages. A claim is one statement of theirs;
        each has a number in{' '}
        <a href="/sources/claims" className="underline">
          the ledger
        </a>
        .
      </p>
      <ol className="mt-3 border-t border-line">
        {documents.map(({ file, title }, index) => (
          <li key={file} className="border-b border-line py-1.5">
            Document {index + 1}: {title}
          </li>
        ))}
      </ol>
      <ol className={`mt-5 flex flex-col gap-3 ${entryLook}`}>{children}</ol>
    </div>
  );
}

type SourceProps = {
  n: string;
  /** Numbers of the claims, and of the documents that make them: `1 2 5`. Empty where AWS alone says it. */
  claims: string;
  documents: string;
  /** AWS's own page. */
  aws: string;
  /** Whether the documents are right. */
  children: ReactNode;
};

export function Source({ n, claims, documents: numbers, aws, children }: SourceProps) {
  return (
    <li id={`source-${n}`}>
      <a href={`#cite-${n}`} aria-label={`Back to ${n} in the text`}>
        {n}
      </a>
      <div>
        {children}
        <p>
          {listed('Document', numbers)}
          {listed('Claim', claims)}
          <a href={aws} rel="noreferrer">
            AWS: {titleOf(aws)}
          </a>
        </p>
      </div>
    </li>
  );
}

/** With what parts it from the next; nothing for none, as where AWS alone says something. */
function listed(word: string, numbers: string): string {
  const all = numbers.split(' ').filter(Boolean);
  return all.length === 0 ? '' : `${word}${all.length === 1 ? '' : 's'} ${all.join(', ')} · `;
}
