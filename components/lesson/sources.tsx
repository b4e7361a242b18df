import type { ReactNode } from 'react';
import { titleOf } from '@/lib/lessons/aws-pages';
import { documents } from '@/lib/lessons/documents';

/** A number in the text that leads to its source at the end. */
export function Cite({ n }: { n: string }) {
  return (
    <sup className="text-xs leading-none">
      <a id={`cite-${n}`} href={`#source-${n}`} aria-label={`Source ${n}`} className="px-0.5 text-dim hover:underline">
        {n}
      </a>
    </sup>
  );
}

/** What the numbers in the text stand for, and the documents that are meant. */
export function Sources({ children }: { children: ReactNode }) {
  return (
    <div className="mt-3 max-w-[40rem] text-sm">
      <p className="text-dim">
        Five documents were read for this lesson, and held against AWS’s own pages. A claim is one statement of theirs;
        each has a number.
      </p>
      <ol className="mt-3 border-t border-line">
        {documents.map(({ file, title }, index) => (
          <li key={file} className="border-b border-line py-1.5">
            Document {index + 1}: {title}
          </li>
        ))}
      </ol>
      <ol className="mt-5 flex flex-col gap-3">{children}</ol>
    </div>
  );
}

type SourceProps = {
  n: string;
  /** Numbers of the claims, and of the documents that make them: `1 2 5`. */
  claims: string;
  documents: string;
  /** AWS's own page. */
  aws: string;
  /** Whether the documents are right. */
  children: ReactNode;
};

export function Source({ n, claims, documents: numbers, aws, children }: SourceProps) {
  return (
    <li id={`source-${n}`} className="grid scroll-mt-4 grid-cols-[1.5rem_1fr] target:bg-sunk">
      <a href={`#cite-${n}`} aria-label={`Back to ${n} in the text`} className="tabular-nums hover:underline">
        {n}
      </a>
      <div className="*:mt-0">
        {children}
        <p className="text-dim">
          {listed('Document', numbers)} · {listed('Claim', claims)} ·{' '}
          <a href={aws} rel="noreferrer" className="underline">
            AWS: {titleOf(aws)}
          </a>
        </p>
      </div>
    </li>
  );
}

function listed(word: string, numbers: string): string {
  const all = numbers.split(' ');
  return `${word}${all.length === 1 ? '' : 's'} ${all.join(', ')}`;
}
