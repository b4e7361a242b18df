let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for letters. Most texts are of one kind, and the tables for the others take longer to load than a picture to draw. */
function lettersOf(text: string): Iterable<string> {
  if (/^[ -~…·]*$/.test(text)) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How wide a letter of the page's type is about, in parts of its size; rather too wide than too narrow. */
function letterWidth(letter: string): number {
  if (/^[ijlI.,:;'|!()[\] -]$/.test(letter)) return 0.4;
  if (/^[MWmw@%]$/.test(letter)) return 0.98;
  if (/^[A-Z0-9&]$/.test(letter)) return 0.7;
  // Latin to Arabic: letters stand beside each other as these do.
  return (letter.codePointAt(0) ?? 0) < 0x1100 && letter.length <= 2 ? 0.63 : 1.4;
}

/** How wide a text is about, in px, at a size in px: what draws it knows better, but only after it has been drawn. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of lettersOf(text)) width += letterWidth(letter) * size;
  return width;
}

/** A text in so much room, px: whole, or its beginning with an ellipsis. Never a part of a letter. */
export function fitted(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  const end = letterWidth('…') * size;
  let width = 0;
  let kept = '';
  for (const letter of lettersOf(text)) {
    width += letterWidth(letter) * size;
    if (width + end > room) break;
    kept += letter;
  }
  return `${kept}…`;
}
