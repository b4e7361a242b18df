/** Where a text begins, and with what a further line of it begins. A name is never broken into lines. */
interface Place {
  readonly column: number;
  readonly indent: string;
  readonly isName?: boolean;
}

/** A line is broken at the first blank after this column. */
const widest = 80;

/**
 * A text as the CLI's YAML writer has it: bare where it reads back as that text, else in single quotes, else in double.
 * Source: YAML 1.2, and what the program was observed to write.
 */
export function writeYamlText(text: string, place: Place): string {
  const hasBreak = /[\n\u2028\u2029]/.test(text);
  if (isUnprintable(text) || / [\n\u2028\u2029]|[\n\u2028\u2029] /.test(text) || (place.isName && hasBreak)) {
    return doubleQuoted(text, place);
  }
  const bare = !hasBreak && !/^ | $/.test(text) && !hasSigns(text) && !readsAsOther(text);
  if (bare) return folded(text, place, '');
  return hasBreak ? quotedLines(text, place) : folded(text.replaceAll("'", "''"), place, "'");
}

/** The writer shows no tab and nothing past the first plane as it is. */
const isUnprintable = (text: string): boolean => /[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(text);

/** Signs that mean something to YAML where they stand. */
const hasSigns = (text: string): boolean => /^(---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-]( |$)|:( |$)| #/.test(text);

/** Texts that a reader would take for nothing, a truth, a number or a time. */
const readsAsOther = (text: string): boolean =>
  /^(|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|<<|=)$/.test(text) ||
  (/^[-+]?(0b[01_]+|0o?[0-7_]+|[0-9_]+|0x[0-9a-fA-F_]+)$/.test(text) && /^[-+0-9]/.test(text)) ||
  /^[-+]?([0-9][0-9_]*\.[0-9_]*([eE][-+]?[0-9]+)?|[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+([eE][-+][0-9]+)?)$/.test(
    text,
  ) ||
  /^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/.test(text) ||
  /^\d{4}-\d\d-\d\d$/.test(text) ||
  /^\d{4}-\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:\d\d)?))?$/.test(text);

/** A text without line ends, broken where it is wide and a single blank stands. */
function folded(text: string, { column: from, indent, isName }: Place, quote: string): string {
  let column = from + quote.length;
  let written = quote;
  const last = text.length - 1;
  for (const [index, character] of [...text].entries()) {
    const single = character === ' ' && text[index - 1] !== ' ' && text[index + 1] !== ' ';
    if (single && !isName && column > widest && index > 0 && index < last) {
      written += `\n${indent}`;
      column = indent.length;
    } else {
      written += character;
      column += 1;
    }
  }
  return written + quote;
}

/** Single quotes around lines: an end of line is one more than is there, since a single one would read as a blank. */
function quotedLines(text: string, place: Place): string {
  let written = "'";
  let column = place.column + 1;
  let broken = false;
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    if (/[\n\u2028\u2029]/.test(character)) {
      written += !broken && character === '\n' ? '\n\n' : character;
      broken = true;
      continue;
    }
    const isBlank = character === ' ';
    if (broken) {
      written += place.indent;
      column = place.indent.length;
      broken = false;
    }
    const single = isBlank && characters[index - 1] !== ' ' && characters[index + 1] !== ' ';
    if (single && column > widest && index < characters.length - 1) {
      written += `\n${place.indent}`;
      column = place.indent.length;
    } else {
      written += character === "'" ? "''" : character;
      column += character === "'" ? 2 : 1;
    }
  }
  return `${written}${broken ? place.indent : ''}'`;
}

const named: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\u2028': 'L',
  '\u2029': 'P',
};

function escaped(character: string): string {
  const name = named[character];
  if (name !== undefined) return `\\${name}`;
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function doubleQuoted(text: string, { column: from, indent, isName }: Place): string {
  const characters = [...text];
  let written = '"';
  let column = from + 1;
  let blank = false;
  for (const [index, character] of characters.entries()) {
    if (character === ' ' && !isName && !blank && column > widest && index > 0 && index < characters.length - 1) {
      // A blank that begins a line would be lost.
      written += `\n${indent}${characters[index + 1] === ' ' ? '\\' : ''}`;
      column = indent.length + (characters[index + 1] === ' ' ? 1 : 0);
    } else {
      const shown = isUnprintable(character) || /["\\\n\u2028\u2029]/.test(character) ? escaped(character) : character;
      written += shown;
      column += shown.length;
    }
    blank = character === ' ';
  }
  return `${written}"`;
}
