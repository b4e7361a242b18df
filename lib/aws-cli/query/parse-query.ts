import { pythonText } from '../python-text';
import { QueryError } from './query-error';
import type { Comparator, Node } from './syntax-tree';
import { type Token, type TokenType, tokenize } from './tokens';

/** How tightly a token holds what stands to its left; the rest hold nothing. */
const power: Partial<Record<TokenType, number>> = {
  pipe: 1,
  or: 2,
  and: 3,
  eq: 5,
  gt: 5,
  lt: 5,
  gte: 5,
  lte: 5,
  ne: 5,
  flatten: 9,
  star: 20,
  filter: 21,
  dot: 40,
  not: 45,
  lbrace: 50,
  lbracket: 55,
  lparen: 60,
};
const powerOf = (type: TokenType): number => power[type] ?? 0;
/** A token that holds less than this ends a projection. */
const projectionStop = 10;

const identity: Node = { type: 'identity' };

/** The tree of a JMESPath expression; refuses as the AWS CLI's library does, in its words. */
export function parseQuery(expression: string): Node {
  if (expression === '') throw new QueryError('Invalid JMESPath expression: cannot be empty.', true);
  return new Parser(expression, tokenize(expression)).parse();
}

/** Precedence climbing: an expression takes in what holds tighter than what called for it. */
class Parser {
  private at = 0;

  constructor(
    private readonly expression: string,
    private readonly tokens: readonly Token[],
  ) {}

  parse(): Node {
    const node = this.read(0);
    const token = this.token();
    if (token.type !== 'eof') throw this.unexpected(token, `Unexpected token: ${pythonText(token.value)}`);
    return node;
  }

  private token(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? { type: 'eof', value: '', start: this.expression.length };
  }

  private get next(): TokenType {
    return this.token().type;
  }

  private take(...expected: TokenType[]): Token {
    const token = this.token();
    if (!expected.includes(token.type)) {
      if (token.type === 'eof') throw this.incomplete(token);
      const what = expected.length === 1 ? expected[0] : `[${expected.map((type) => `'${type}'`).join(', ')}]`;
      throw this.unexpected(token, `Expecting: ${what}, got: ${token.type}`);
    }
    this.at += 1;
    return token;
  }

  private read(least: number): Node {
    let left = this.readFirst();
    while (least < powerOf(this.next)) left = this.readAfter(left);
    return left;
  }

  /** What can begin an expression. */
  private readFirst(): Node {
    const token = this.token();
    this.at += 1;
    switch (token.type) {
      case 'literal':
        return { type: 'literal', value: token.value };
      case 'unquoted_identifier':
        return { type: 'field', name: String(token.value) };
      case 'quoted_identifier': {
        const after = this.token();
        if (after.type === 'lparen') {
          throw this.unexpected({ ...after, start: 0 }, 'Quoted identifier not allowed for function names.');
        }
        return { type: 'field', name: String(token.value) };
      }
      case 'star':
        return {
          type: 'valueProjection',
          left: identity,
          right: this.next === 'rbracket' ? identity : this.projected(powerOf('star')),
        };
      case 'filter':
        return this.filter(identity);
      case 'lbrace':
        return this.hash();
      case 'lparen': {
        const inner = this.read(0);
        this.take('rparen');
        return inner;
      }
      case 'flatten':
        return this.flatten(identity);
      case 'not':
        return { type: 'not', child: this.read(powerOf('not')) };
      case 'lbracket':
        if (this.next === 'number' || this.next === 'colon') return this.index(identity);
        if (this.next === 'star' && this.token(1).type === 'rbracket') return this.project(identity);
        return this.list();
      case 'current':
        return identity;
      case 'expref':
        return { type: 'reference', child: this.read(0) };
      case 'eof':
        throw this.incomplete(token);
      default:
        throw this.unexpected(token, 'invalid token');
    }
  }

  /** What can follow an expression. */
  private readAfter(left: Node): Node {
    const token = this.token();
    this.at += 1;
    switch (token.type) {
      case 'dot':
        if (this.next !== 'star') return { type: 'then', by: 'dot', left, right: this.afterDot(powerOf('dot')) };
        this.at += 1;
        return { type: 'valueProjection', left, right: this.projected(powerOf('dot')) };
      case 'pipe':
        return { type: 'then', by: 'pipe', left, right: this.read(powerOf('pipe')) };
      case 'or':
      case 'and':
        return { type: token.type, left, right: this.read(powerOf(token.type)) };
      case 'eq':
      case 'ne':
      case 'lt':
      case 'lte':
      case 'gt':
      case 'gte':
        return this.comparison(token.type, left);
      case 'lparen':
        return this.call(left);
      case 'filter':
        return this.filter(left);
      case 'flatten':
        return this.flatten(left);
      case 'lbracket':
        if (this.next === 'number' || this.next === 'colon') return this.index(left);
        return this.project(left);
      default:
        throw this.unexpected(token, 'invalid token');
    }
  }

  private comparison(sign: Comparator, left: Node): Node {
    return { type: 'comparator', sign, left, right: this.read(powerOf(sign)) };
  }

  private afterDot(least: number): Node {
    const token = this.token();
    if (['quoted_identifier', 'unquoted_identifier', 'star'].includes(token.type)) return this.read(least);
    this.at += 1;
    if (token.type === 'lbracket') return this.list();
    if (token.type === 'lbrace') return this.hash();
    const allowed = "['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace']";
    throw this.unexpected(token, `Expecting: ${allowed}, got: ${token.type}`);
  }

  /** What is done with each member of a projection. */
  private projected(least: number): Node {
    if (powerOf(this.next) < projectionStop) return identity;
    if (this.next === 'lbracket' || this.next === 'filter') return this.read(least);
    if (this.next !== 'dot') throw this.unexpected(this.token(), 'syntax error');
    this.at += 1;
    return this.afterDot(least);
  }

  private project(left: Node): Node {
    this.take('star');
    this.take('rbracket');
    return { type: 'projection', left, right: this.projected(powerOf('star')) };
  }

  private filter(left: Node): Node {
    const condition = this.read(0);
    this.take('rbracket');
    const right = this.next === 'flatten' ? identity : this.projected(powerOf('filter'));
    return { type: 'filterProjection', left, right, condition };
  }

  private flatten(left: Node): Node {
    return { type: 'projection', left: { type: 'flatten', child: left }, right: this.projected(powerOf('flatten')) };
  }

  private index(left: Node): Node {
    const right = this.next === 'colon' || this.token(1).type === 'colon' ? this.slice() : this.position();
    const node: Node = { type: 'then', by: 'index', left, right };
    // The CLI's library takes a slice after an index for a plain step, so that nothing is projected from it.
    const afterIndex = left.type === 'then' && left.by === 'index';
    if (right.type !== 'slice' || afterIndex) return node;
    return { type: 'projection', left: node, right: this.projected(powerOf('star')) };
  }

  private position(): Node {
    const { value } = this.token();
    this.at += 1;
    this.take('rbracket');
    return { type: 'index', index: Number(value) };
  }

  private slice(): Node {
    const parts: (number | undefined)[] = [undefined, undefined, undefined];
    let part = 0;
    while (this.next !== 'rbracket' && part < 3) {
      const token = this.token();
      if (token.type === 'colon') {
        part += 1;
        if (part === 3) throw this.unexpected(token, 'syntax error');
      } else if (token.type === 'number') parts[part] = Number(token.value);
      else throw this.unexpected(token, 'syntax error');
      this.at += 1;
    }
    this.take('rbracket');
    return { type: 'slice', start: parts[0], stop: parts[1], step: parts[2] };
  }

  private call(left: Node): Node {
    if (left.type !== 'field') {
      const token = this.token(-2);
      throw this.unexpected(token, `Invalid function name '${pythonText(token.value)}'`);
    }
    const args: Node[] = [];
    while (this.next !== 'rparen') {
      args.push(this.read(0));
      if (this.next === 'comma') this.at += 1;
    }
    this.take('rparen');
    return { type: 'call', name: left.name, args };
  }

  private list(): Node {
    const members: Node[] = [];
    for (;;) {
      members.push(this.read(0));
      if (this.next === 'rbracket') break;
      this.take('comma');
    }
    this.at += 1;
    return { type: 'list', members };
  }

  private hash(): Node {
    const members: { key: string; value: Node }[] = [];
    for (;;) {
      const key = String(this.take('quoted_identifier', 'unquoted_identifier').value);
      this.take('colon');
      members.push({ key, value: this.read(0) });
      if (this.next === 'rbrace') break;
      if (this.next === 'comma') this.at += 1;
    }
    this.at += 1;
    return { type: 'hash', members };
  }

  private incomplete(token: Token): QueryError {
    return new QueryError(`Invalid jmespath expression: Incomplete expression:\n${this.underline(token.start)}`, true);
  }

  private unexpected({ type, value, start }: Token, message: string): QueryError {
    const where = `Parse error at column ${start}, token "${pythonText(value)}" (${type.toUpperCase()}), for expression:`;
    return new QueryError(`${message}: ${where}\n${this.underline(start)}`, true);
  }

  private underline(position: number): string {
    return `"${this.expression}"\n${' '.repeat(position + 1)}^`;
  }
}
