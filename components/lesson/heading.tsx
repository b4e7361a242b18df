import { isValidElement, type ReactNode } from 'react';
import { headingAnchor } from '@/lib/lessons/headings';

/** A heading in a lesson's text, with an anchor made of its words. */
export function Heading({ children }: { children?: ReactNode }) {
  return <h2 id={headingAnchor(wordsOf(children))}>{children}</h2>;
}

function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return wordsOf(node.props.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
