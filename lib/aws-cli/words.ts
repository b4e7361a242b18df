import { invalidChoice } from './choices';
import { pythonInteger, pythonRepr } from './python-text';
import { argumentError } from './usage-error';

/** An option of a command: `--vpc-id`, and how many words it takes after it. */
export interface Option {
  readonly flag: string;
  readonly takes: 'nothing' | 'one' | 'maybe' | 'many';
  readonly required?: boolean;
  /** Its word must be a whole number. */
  readonly integer?: boolean;
  readonly choices?: readonly string[];
}

export interface Grammar<O extends Option> {
  readonly options: ReadonlyMap<string, O>;
  /** The one free word that the command takes. */
  readonly positional: { readonly name: string; readonly required: boolean; readonly accept?: (word: string) => void };
  /** False when required options may be missing. */
  readonly requires?: boolean;
}

export interface Given<O extends Option> {
  readonly option: O;
  readonly words: readonly string[];
}

export interface Sorted<O extends Option> {
  /** Options in the order given, repetitions included. */
  readonly given: readonly Given<O>[];
  readonly positional: string | undefined;
  /** Words that are neither, in order: for the next command to read, or unknown. */
  readonly rest: readonly string[];
}

/**
 * Sort a command's words into options and the rest by the rules of Python's argparse, which the AWS CLI follows:
 * an unambiguous beginning of an option is enough, `--flag=value` is `--flag value`, a word that begins with a dash is
 * no value unless it is a negative number or has a blank in it. Refuses with argparse's sentences.
 * Cost: linear in the words, times the options for each option that is not written out.
 */
export function sortWords<O extends Option>(words: readonly string[], grammar: Grammar<O>): Sorted<O> {
  const kinds = classify(words, grammar.options);
  const given: Given<O>[] = [];
  const rest: string[] = [];
  let positional: string | undefined;
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? '';
    const kind = kinds[index];
    index += 1;
    if (kind === 'value') {
      if (positional === undefined) {
        positional = word;
        grammar.positional.accept?.(word);
      } else rest.push(word);
    } else if (kind === undefined || kind === 'unknown') rest.push(word);
    else {
      let end = index;
      while (end - index < mostWords[kind.option.takes] && kinds[end] === 'value') end += 1;
      const values = kind.word === undefined ? words.slice(index, end) : [kind.word];
      if (kind.word === undefined) index = end;
      given.push({ option: kind.option, words: acceptWords(kind.option, values) });
    }
  }
  const missing = positional === undefined && grammar.positional.required ? [grammar.positional.name] : [];
  if (grammar.requires !== false) {
    const flags = new Set(given.map(({ option }) => option.flag));
    for (const { flag, required } of grammar.options.values()) if (required && !flags.has(flag)) missing.push(flag);
  }
  if (missing.length > 0) throw argumentError(`the following arguments are required: ${missing.join(', ')}`);
  return { given, positional, rest };
}

const mostWords = { nothing: 0, one: 1, maybe: 1, many: Number.POSITIVE_INFINITY };

type Kind<O> = 'value' | 'unknown' | { option: O; word: string | undefined };

function classify<O extends Option>(words: readonly string[], options: ReadonlyMap<string, O>): Kind<O>[] {
  const end = words.indexOf('--');
  return words.map((word, index) => {
    if (end >= 0 && index >= end) return index === end ? 'unknown' : 'value';
    return kindOf(word, options);
  });
}

function kindOf<O extends Option>(word: string, options: ReadonlyMap<string, O>): Kind<O> {
  if (!word.startsWith('-') || word === '-') return 'value';
  const exact = options.get(word);
  if (exact) return { option: exact, word: undefined };
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const value = equals < 0 ? undefined : word.slice(equals + 1);
  const named = options.get(name);
  if (named) return { option: named, word: value };
  const begun = name.startsWith('--') ? [...options.values()].filter(({ flag }) => flag.startsWith(name)) : [];
  if (begun.length > 1) {
    throw argumentError(`ambiguous option: ${word} could match ${begun.map(({ flag }) => flag).join(', ')}`);
  }
  if (begun[0]) return { option: begun[0], word: value };
  return /^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(' ') ? 'value' : 'unknown';
}

function acceptWords(option: Option, words: readonly string[]): readonly string[] {
  const { flag, takes } = option;
  if (takes === 'nothing' && words.length > 0) {
    throw argumentError(`argument ${flag}: ignored explicit argument ${pythonRepr(words[0])}`);
  }
  if (takes === 'one' && words.length === 0) throw argumentError(`argument ${flag}: expected one argument`);
  for (const word of words) {
    if (option.integer && pythonInteger(word) === undefined) {
      throw argumentError(`argument ${flag}: invalid int value: ${pythonRepr(word)}`);
    }
    if (option.choices && !option.choices.includes(word)) throw invalidChoice(flag, word, option.choices);
  }
  return words;
}
