import { JsonError, parseJson } from '../json';
import { QueryError } from './query-error';

export type TokenType =
  | 'and'
  | 'colon'
  | 'comma'
  | 'current'
  | 'dot'
  | 'eof'
  | 'eq'
  | 'expref'
  | 'filter'
  | 'flatten'
  | 'gt'
  | 'gte'
  | 'lbrace'
  | 'lbracket'
  | 'literal'
  | 'lparen'
  | 'lt'
  | 'lte'
  | 'ne'
  | 'not'
  | 'number'
  | 'or'
  | 'pipe'
  | 'quoted_identifier'
  | 'rbrace'
  | 'rbracket'
  | 'rparen'
  | 'star'
  | 'unquoted_identifier';

export interface Token {
  readonly type: TokenType;
  /** The text for identifiers and signs, the parsed value for literals and numbers. */
  readonly value: unknown;
  readonly start: number;
}

/**
 * Most tokens of one expression: reading and running it nests at most so deep. The longest expressions in AWS's
 * documentation have about fifty.
 */
const mostTokens = 1_000;

const single: Readonly<Record<string, TokenType>> = {
  '.': 'dot',
  '*': 'star',
  ']': 'rbracket',
  ',': 'comma',
  ':': 'colon',
  '@': 'current',
  '(': 'lparen',
  ')': 'rparen',
  '{': 'lbrace',
  '}': 'rbrace',
};

/** Signs that may have a second character, the longer first. */
const signs: readonly (readonly [string, TokenType])[] = [
  ['[?', 'filter'],
  ['[]', 'flatten'],
  ['[', 'lbracket'],
  ['||', 'or'],
  ['|', 'pipe'],
  ['&&', 'and'],
  ['&', 'expref'],
  ['<=', 'lte'],
  ['<', 'lt'],
  ['>=', 'gte'],
  ['>', 'gt'],
  ['!=', 'ne'],
  ['!', 'not'],
  ['==', 'eq'],
];

/** Cut a JMESPath expression into tokens. Grammar: https://jmespath.org/specification.html */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    const character = expression.charAt(at);
    if (' \t\n\r'.includes(character)) {
      at += 1;
      continue;
    }
    const { token, end } = readToken(expression, at);
    tokens.push(token);
    at = end;
    if (tokens.length > mostTokens) {
      throw new QueryError(`This simulator reads expressions of at most ${mostTokens} signs and names.`, true);
    }
  }
  tokens.push({ type: 'eof', value: '', start: expression.length });
  return tokens;
}

interface Read {
  readonly token: Token;
  readonly end: number;
}

function readToken(expression: string, start: number): Read {
  const character = expression.charAt(start);
  const type = Object.hasOwn(single, character) ? single[character] : undefined;
  if (type) return { token: { type, value: character, start }, end: start + 1 };
  if (/[A-Za-z_]/.test(character)) {
    const value = match(/[A-Za-z0-9_]*/y, expression, start);
    return { token: { type: 'unquoted_identifier', value, start }, end: start + value.length };
  }
  if (/[0-9-]/.test(character)) {
    const digits = match(/-?[0-9]*/y, expression, start);
    if (digits === '-') throw badToken(expression, start, "Unknown token '-'");
    return { token: { type: 'number', value: Number(digits), start }, end: start + digits.length };
  }
  if (character === "'" || character === '"' || character === '`') return readQuoted(expression, start, character);
  for (const [sign, signType] of signs) {
    if (expression.startsWith(sign, start)) {
      return { token: { type: signType, value: sign, start }, end: start + sign.length };
    }
  }
  throw badToken(expression, start, character === '=' ? "Unknown token '='" : `Unknown token ${character}`);
}

function match(pattern: RegExp, text: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}

function readQuoted(expression: string, start: number, quote: string): Read {
  let end = start + 1;
  while (expression.charAt(end) !== quote) {
    if (end >= expression.length) throw badToken(expression, start, `Unclosed ${quote} delimiter`);
    end += expression.charAt(end) === '\\' ? 2 : 1;
  }
  const inside = expression.slice(start + 1, end);
  const read = (type: TokenType, value: unknown): Read => ({ token: { type, value, start }, end: end + 1 });
  if (quote === "'") return read('literal', inside.replaceAll("\\'", "'"));
  const bad = (message: string) => badToken(expression, start, message);
  if (quote === '"') {
    return read(
      'quoted_identifier',
      readJson(`"${inside}"`, (message) => {
        throw bad(message.split(':')[0] ?? message);
      }),
    );
  }
  const text = inside.replaceAll('\\`', '`');
  // A literal that is no JSON is meant as a text; the CLI still takes it so.
  const asText = () =>
    readJson(`"${text.trimStart()}"`, () => {
      throw bad(`Bad token ${text}`);
    });
  return read('literal', readJson(text, asText));
}

function readJson(text: string, otherwise: (message: string) => unknown): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return otherwise(error.message);
    throw error;
  }
}

const badToken = (expression: string, position: number, message: string): QueryError =>
  new QueryError(`Bad jmespath expression: ${message}:\n${expression}\n${' '.repeat(position)}^`, true);
