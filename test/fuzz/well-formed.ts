import { hold } from '@/test/build/sound/hold';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u;

/** Throws unless the text is an XML document of plain elements and text, as the answers of EC2 are. */
export function expectWellFormed(xml: string): void {
  hold(!impossible.test(xml), 'XML holds no character that it cannot');
  const open: string[] = [];
  const body = xml.replace('<?xml version="1.0" encoding="UTF-8"?>\n', '');
  let end = 0;
  for (const { 0: tag, 1: slash, 2: name = '', index } of body.matchAll(
    /<(\/?)([A-Za-z][A-Za-z0-9]*)( xmlns="[^"<&]*")?>/g,
  )) {
    expectText(body.slice(end, index));
    hold(end === 0 ? index === 0 : open.length > 0, 'one element holds everything');
    if (slash) hold(open.pop() === name, `</${name}> closes what is open`);
    else open.push(name);
    end = index + tag.length;
  }
  hold(end === body.length && open.length === 0, 'every element is closed');
}

function expectText(text: string): void {
  hold(!/[<>]|&(?!(amp|lt|gt|#xD);)/.test(text), `text is escaped: ${text.slice(0, 100)}`);
}
