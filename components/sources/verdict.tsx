import type { Verdict } from '@/lib/lessons/claim';

/** What a verdict is called, alone or before what is right instead. */
export const verdictWords: Record<Verdict, string> = {
  right: 'Right',
  'right-if': 'Right, with a condition',
  loose: 'Loose',
  dated: 'Out of date',
  wrong: 'Wrong',
  opinion: 'An opinion',
  about: 'Not about AWS',
};

/** The looks of every verdict below an element, said once: a page is sent with each class twice. */
export const verdictLook = [
  '[&_b]:font-semibold',
  "[&_[data-is=wrong]]:before:content-['✕_'] [&_[data-is=wrong]]:before:text-refused",
  "[&_[data-is^=right]]:before:content-['✓_'] [&_[data-is^=right]]:before:text-holds",
].join(' ');

/** A verdict as a word, inside an element with `verdictLook`. */
export const VerdictWord = ({ verdict }: { verdict: Verdict }) => <b data-is={verdict}>{verdictWords[verdict]}.</b>;
