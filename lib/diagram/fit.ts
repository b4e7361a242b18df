const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

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
  for (const { segment } of letters.segment(text)) width += letterWidth(segment) * size;
  return width;
}

/** A text in so much room, px: whole, or its beginning with an ellipsis. Never a part of a letter. */
export function fitted(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  const end = letterWidth('…') * size;
  let width = 0;
  let kept = '';
  for (const { segment } of letters.segment(text)) {
    width += letterWidth(segment) * size;
    if (width + end > room) break;
    kept += segment;
  }
  return `${kept}…`;
}
