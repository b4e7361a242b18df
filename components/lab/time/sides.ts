import type { AttemptView } from '@/lib/labs/views';
import type { Pair, Side } from './compare-panel';
import type { Line } from './line';
import { placeWords } from './step-words';

/** What can be a side of a comparison: where the timelines stand, the start, and what is looked at or compared already. */
export function sidesOf(
  { timelines, timeline, position }: Pick<AttemptView, 'timelines' | 'timeline' | 'position'>,
  line: Line,
  pair: Pair,
  look: number | undefined,
): Side[] {
  const place = (seq: number) => placeWords(line, seq);
  const names = new Map<number, string[]>();
  for (const one of timelines) {
    const seq = one.number === timeline ? position : one.head;
    names.set(seq, [...(names.get(seq) ?? []), one.name]);
  }
  const sides = [...names].map(([seq, those]) => ({ seq, label: `${together(those)}, ${place(seq)}` }));
  const others = new Set([0, pair.left, pair.right, ...(look === undefined ? [] : [look])]);
  for (const seq of others) {
    if (!names.has(seq)) sides.push({ seq, label: place(seq).replace(/^./, (letter) => letter.toUpperCase()) });
  }
  return sides;
}

/** Two by name: very many timelines may stand at one step. */
const together = ([first, ...others]: readonly string[]): string =>
  [first, others.length > 1 ? `${others.length} others` : others[0]].filter(Boolean).join(' and ');
