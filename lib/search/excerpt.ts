/** A word as the index cuts it out of a text: between spaces and punctuation. */
const word = /[^\n\r\p{Z}\p{P}]+/gu;

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A text in pieces, those of `words` (in small letters) marked. The pieces together are the text. */
export function marked(text: string, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!words.has(found.toLowerCase())) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), marked: false });
    pieces.push({ text: found, marked: true });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/** Characters of an excerpt, and how many of them stand before the first word that was meant. */
const longest = 200;
const before = 50;

/** The part of a text that has the most of `words`, cut between words; the beginning of it when it has none. */
export function excerpt(text: string, words: ReadonlySet<string>): string {
  const all = [...text.matchAll(word)].map(({ 0: found, index }) => ({ found: found.toLowerCase(), index }));
  const meant = all.filter(({ found }) => words.has(found));
  const different = (from: number) =>
    new Set(meant.filter(({ index }) => index >= from && index < from + longest - before).map(({ found }) => found))
      .size;
  const best = meant.reduce(
    (most, { index }) => {
      const count = different(index);
      return count > most.count ? { index, count } : most;
    },
    { index: 0, count: 0 },
  );
  const start = best.index <= before ? 0 : (all.find(({ index }) => index >= best.index - before)?.index ?? 0);
  const space = text.lastIndexOf(' ', start + longest);
  // A word may be longer than an excerpt.
  const end = text.length - start <= longest ? text.length : space > start ? space : start + longest;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}
