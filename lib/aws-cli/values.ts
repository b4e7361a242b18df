import type { ListShape, Shape } from '@/lib/engine/shapes';
import type { Argument } from './argument';
import { valueInside } from './argument';
import { JsonError, parseJson } from './json';
import { pythonInteger, pythonRepr } from './python-text';
import { parseShorthand, ShorthandError, type ShorthandValue } from './shorthand';
import { generalError, parameterError } from './usage-error';

/**
 * The value that an argument's words stand for, by its shape: texts as they are, numbers, shorthand, JSON. Names and
 * types inside are checked later, by `validate`.
 */
export function readValue(argument: Argument, words: readonly string[]): unknown {
  const flag = `--${argument.name}`;
  const { shape } = argument;
  if (shape.type === 'list') return readList(flag, shape, words);
  // A flag alone must be a truth; of what type other words are is not known.
  if (shape.type === 'notModelled') return words.length > 1 ? words : (words[0] ?? true);
  return readWord(flag, shape, words[0] ?? '');
}

/** A text that came out of a file in the place of an argument's words. */
export function readFileText(argument: Argument, text: string): unknown {
  const flag = `--${argument.name}`;
  const { shape } = argument;
  if (shape.type !== 'list') return readValue(argument, [text]);
  if (text.trimStart().startsWith('[')) return json(flag, text);
  // The CLI takes a text for what can be gone through, letter by letter; a structure is then refused as no list.
  if (shape.member.type !== 'structure') return [...text].map((letter) => readWord(flag, shape.member, letter));
  return text.trimStart().startsWith('{') ? json(flag, text) : shorthand(flag, text);
}

function readList(flag: string, { member }: ListShape, words: readonly string[]): unknown {
  const [first = ''] = words;
  if (words.length === 1 && first.trimStart().startsWith('[')) return json(flag, first);
  if (member.type !== 'structure') return words.map((word) => readWord(flag, member, word));
  if (words.some((word) => /^\s*[{[]/.test(word))) {
    return words.map((word) => {
      if (!word.trimStart().startsWith('{')) throw parameterError(flag, `Invalid JSON:\n${word}`);
      return json(flag, word);
    });
  }
  return words.map((word) => typed(member, shorthand(flag, word)));
}

function readWord(flag: string, shape: Shape, word: string): unknown {
  switch (shape.type) {
    case 'integer':
      return readInteger(word);
    case 'boolean':
      return truth(word);
    case 'structure': {
      const begin = word.trimStart().charAt(0);
      if (begin === '{') return json(flag, word);
      if (begin === '[') throw parameterError(flag, `Invalid JSON:\n${word}`);
      if (valueInside(shape)?.type === 'string' && !word.includes('=')) return { Value: word };
      return typed(shape, shorthand(flag, word));
    }
    default:
      return word;
  }
}

function json(flag: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw parameterError(flag, `Invalid JSON: ${error.message}\nJSON received: ${text}`);
  }
}

function shorthand(flag: string, text: string): ShorthandValue {
  try {
    return parseShorthand(text);
  } catch (error) {
    if (!(error instanceof ShorthandError)) throw error;
    throw parameterError(flag, error.message);
  }
}

/** Shorthand's texts as numbers and truths where the shape has them, and a single value as the list that it is. */
function typed(shape: Shape, value: ShorthandValue): unknown {
  switch (shape.type) {
    case 'structure':
      if (typeof value === 'string' || Array.isArray(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => {
          const inside = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
          return [name, inside ? typed(inside, member) : member];
        }),
      );
    case 'list':
      return (Array.isArray(value) ? value : [value]).map((member) => typed(shape.member, member));
    case 'integer':
      return typeof value === 'string' ? readInteger(value) : value;
    case 'boolean':
      return typeof value === 'string' ? truth(value) : value;
    default:
      return value;
  }
}

/** A whole number as the CLI reads one. */
export function readInteger(word: string): number {
  const value = pythonInteger(word);
  if (value === undefined) throw generalError(`invalid literal for int() with base 10: ${pythonRepr(word)}`);
  return value;
}

const truth = (word: string): boolean | string =>
  word.toLowerCase() === 'true' ? true : word.toLowerCase() === 'false' ? false : word;
