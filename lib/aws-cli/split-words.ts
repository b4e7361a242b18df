import { type UsageError, valueError } from './usage-error';

/** What a real shell would do more with, and how to write it where it is meant as it stands. */
const needsShell: { readonly [character: string]: string } = {
  '|': 'a pipe',
  ';': 'a second command',
  '&': 'a second command',
  '>': 'writing to a file',
  '<': 'reading from a file',
  '(': 'a command inside the line',
  ')': 'a command inside the line',
  '`': 'a command inside the line',
  '\n': 'a second command',
  '*': 'a pattern of file names',
  '?': 'a pattern of file names',
  '{': 'several words made of one',
  '~': 'the home directory',
};

/**
 * The words of one command line as bash would hand them to a program: quotes, backslashes, comments, `$NAME` and
 * `${NAME}`. A variable that is not set is empty; what stands in one outside quotes is split at blanks. Refuses with a
 * UsageError what needs a real shell. Cost: linear in the line and in what its variables hold.
 */
export function splitWords(source: string, variables: Readonly<Record<string, string>>): string[] {
  const words: string[] = [];
  // Undefined between words; an empty text is a word that quotes made.
  let word: string | undefined;
  const end = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const add = (text: string) => {
    word = (word ?? '') + text;
  };
  let index = 0;
  while (index < source.length) {
    const character = source.charAt(index);
    const begins = word === undefined && !/\S/.test(source.charAt(index - 1));
    if (character === '#' && begins) break;
    if (character === ' ' || character === '\t') {
      end();
      index += 1;
    } else if (character === '\n' && words.length === 0 && word === undefined) {
      // A line that was pasted may have empty ones around it.
      index += 1;
    } else if (character === '\n' && source.slice(index).trim() === '') {
      break;
    } else if (character === '\\') {
      if (index + 1 === source.length) throw refused('The line ends with a backslash: something is to follow.');
      // A backslash before the end of a line joins it with the next.
      if (source.charAt(index + 1) !== '\n') add(source.charAt(index + 1));
      index += 2;
    } else if (character === "'") {
      const close = source.indexOf("'", index + 1);
      if (close < 0) throw openQuote(character);
      add(source.slice(index + 1, close));
      index = close + 1;
    } else if (character === '"') {
      const quoted = readQuoted(source, index + 1, variables);
      add(quoted.text);
      index = quoted.next;
    } else if (character === '$') {
      if (/['"]/.test(source.charAt(index + 1))) throw beyond(source.slice(index, index + 2), 'a quote of bash’s own');
      const { text, next, literal } = readVariable(source, index, variables);
      if (literal) add(text);
      else {
        const [first = '', ...more] = text.split(/[ \t\n]+/);
        if (first !== '') add(first);
        for (const part of more) {
          end();
          if (part !== '') add(part);
        }
      }
      index = next;
    } else if (Object.hasOwn(needsShell, character) && (character !== '~' || begins)) {
      throw beyond(character, needsShell[character] ?? '');
    } else {
      add(character);
      index += 1;
    }
  }
  end();
  return words;
}

/** The inside of double quotes from `index` on, to the quote that closes them. */
function readQuoted(source: string, from: number, variables: Readonly<Record<string, string>>) {
  let text = '';
  let index = from;
  while (index < source.length) {
    const character = source.charAt(index);
    if (character === '"') return { text, next: index + 1 };
    if (character === '`') throw beyond(character, needsShell[character] ?? '', 'single quotes');
    if (character === '$') {
      const variable = readVariable(source, index, variables);
      text += variable.text;
      index = variable.next;
    } else if (character === '\\' && '$`"\\\n'.includes(source.charAt(index + 1) || ' ')) {
      text += source.charAt(index + 1) === '\n' ? '' : source.charAt(index + 1);
      index += 2;
    } else {
      text += character;
      index += 1;
    }
  }
  throw openQuote('"');
}

/** What stands for the `$` at `index`; `literal` when it is one that names nothing. */
function readVariable(source: string, index: number, variables: Readonly<Record<string, string>>) {
  const pattern = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/y;
  pattern.lastIndex = index;
  const [whole, bare, braced] = pattern.exec(source) ?? [];
  const name = bare ?? braced;
  if (whole !== undefined && name !== undefined) {
    const text = Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
    return { text, next: index + whole.length, literal: false };
  }
  const following = source.charAt(index + 1);
  if (following === '(') throw beyond('$(', needsShell['('] ?? '', 'single quotes');
  if (/[{\d?$!#@*-]/.test(following))
    throw beyond(`$${following}`, 'more than the value of a variable', 'single quotes');
  return { text: '$', next: index + 1, literal: true };
}

const refused = (message: string): UsageError => valueError(message);
const openQuote = (quote: string): UsageError => refused(`A quote is open: ${quote} stands there once.`);
const beyond = (what: string, meaning: string, quotes = 'quotes'): UsageError =>
  refused(
    `${what === '\n' ? 'A new line' : what} means ${meaning} to a shell, and here one aws command runs at a time. A lab has a whole shell. If you mean the character itself, put it in ${quotes}.`,
  );
