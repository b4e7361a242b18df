import { isValidElement, type ReactNode } from 'react';
import { headingAnchor, sourcesHeading } from '@/lib/lessons/headings';
import { Bookmark } from './bookmark';

/** A heading in a lesson's text, with an anchor made of its words and a bookmark for its section. */
export function Heading({ children }: { children?: ReactNode }) {
  const words = wordsOf(children);
  const anchor = headingAnchor(words);
  return (
    <div className="section-head">
      <h2 id={anchor}>{children}</h2>
      {words !== sourcesHeading && <Bookmark anchor={anchor} />}
    </div>
  );
}

function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return wordsOf(node.props.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
