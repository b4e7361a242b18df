/** A text is no shorthand; the sentence is the one of the AWS CLI. */
export class ShorthandError extends Error {
  override readonly name = 'ShorthandError';
}

export type ShorthandValue = string | ShorthandValue[] | { [key: string]: ShorthandValue };

/** As for JSON: AWS's parameters nest less than ten deep. */
const deepest = 100;

/**
 * The structure that a shorthand text such as `Key=a,Values=b,c,Tags=[{Key=d,Value="e, f"}]` stands for; every value
 * is still a text. Keys such as `__proto__` are data like any other. Refuses as ShorthandError. Cost: linear.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function parseShorthand(text: string): { [key: string]: ShorthandValue } {
  return new Shorthand(text).structure();
}

class Shorthand {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  structure(): { [key: string]: ShorthandValue } {
    const members = new Map<string, ShorthandValue>();
    let start = 0;
    for (;;) {
      const key = this.key();
      this.expect('=', true);
      const value = this.memberValue();
      if (members.has(key)) throw this.twice(key, start);
      members.set(key, value);
      if (this.at >= this.text.length) return Object.fromEntries(members);
      this.blanks();
      this.expect(',');
      start = this.at;
      this.blanks();
    }
  }

  private key(): string {
    const start = this.at;
    while (/[A-Za-z0-9_.#/:-]/.test(this.current)) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private memberValue(): ShorthandValue {
    if (this.current === '') return '';
    if (this.current === '[' || this.current === '{') return this.nested();
    return this.separated();
  }

  /** One value, or several with commas between them up to the next `key=`. */
  private separated(): ShorthandValue {
    const first = this.firstValue();
    this.blanks();
    if (this.current !== ',') return first;
    this.expect(',', true);
    const values = [first];
    for (;;) {
      const value = this.nextValue();
      if (value === undefined && this.at >= this.text.length) throw this.expected('<second>', '<none>');
      if (value !== undefined) {
        this.blanks();
        if (this.at >= this.text.length) {
          values.push(value);
          break;
        }
        if (this.current === ',') {
          this.expect(',', true);
          values.push(value);
          continue;
        }
      }
      // What follows is the next key: go back to the comma before it.
      this.at = this.text.lastIndexOf(',', this.at);
      break;
    }
    return values.length === 1 ? first : values;
  }

  private nested(): ShorthandValue {
    this.depth += 1;
    if (this.depth > deepest) throw new ShorthandError(`Nested more than ${deepest} levels deep`);
    const value = this.current === '[' ? this.list() : this.braces();
    this.depth -= 1;
    return value;
  }

  private list(): ShorthandValue[] {
    this.expect('[', true);
    const values: ShorthandValue[] = [];
    while (this.current !== ']') {
      values.push(this.nestedValue());
      this.separator(']');
    }
    this.expect(']');
    return values;
  }

  private braces(): ShorthandValue {
    this.expect('{', true);
    const members = new Map<string, ShorthandValue>();
    while (this.current !== '}') {
      const key = this.key();
      this.expect('=', true);
      members.set(key, this.nestedValue());
      this.separator('}');
    }
    this.expect('}');
    return Object.fromEntries(members);
  }

  private nestedValue(): ShorthandValue {
    return this.current === '[' || this.current === '{' ? this.nested() : this.firstValue();
  }

  private separator(close: ']' | '}'): void {
    this.blanks();
    if (this.current === close) return;
    this.expect(',');
    this.blanks();
  }

  private firstValue(): string {
    if (this.current !== "'" && this.current !== '"') return this.bare(this.canFollowFirst) ?? '';
    const value = this.quoted();
    if (value !== undefined) return value;
    throw this.expected(this.current === '"' ? '<double quoted>' : '<singled quoted>', '<none>');
  }

  private nextValue(): string | undefined {
    return this.current === "'" || this.current === '"' ? this.quoted() : this.bare(this.canFollowNext);
  }

  /** The text between quotes; undefined, and nothing read, when they are not closed. */
  private quoted(): string | undefined {
    const quote = this.current;
    let end = this.at + 1;
    let escaped = -1;
    while (end < this.text.length && this.text[end] !== quote) {
      if (this.text.startsWith(`\\${quote}`, end)) {
        escaped = end + 1;
        end += 2;
      } else end += 1;
    }
    // Without another end, the last quote that was to be part of the text ends it.
    if (end >= this.text.length) end = escaped;
    if (end < 0) return undefined;
    const inside = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return inside.replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\');
  }

  private bare(canFollow: (character: string) => boolean): string | undefined {
    const start = this.at;
    for (;;) {
      const character = this.character();
      if (this.text.startsWith('\\,', this.at)) this.at += 2;
      else if (this.at === start ? canStart(character) : canFollow(character)) this.at += character.length;
      else break;
    }
    if (this.at === start) return undefined;
    return this.text.slice(start, this.at).replaceAll('\\,', ',').trimEnd();
  }

  private readonly canFollowFirst = (character: string): boolean => isPlain(character) && !/[\]}]/.test(character);
  private readonly canFollowNext = (character: string): boolean => isPlain(character) && character !== '=';

  private get current(): string {
    return this.text.charAt(this.at);
  }

  private character(): string {
    return String.fromCodePoint(...(this.at < this.text.length ? [this.text.codePointAt(this.at) ?? 0] : []));
  }

  private blanks(): void {
    while (this.current !== '' && ' \t\n\r\v\f'.includes(this.current)) this.at += 1;
  }

  private expect(character: string, blanksAround = false): void {
    if (blanksAround) this.blanks();
    if (this.current !== character) throw this.expected(character, this.character() || 'EOF');
    this.at += 1;
    if (blanksAround) this.blanks();
  }

  private expected(what: string, received: string): ShorthandError {
    return new ShorthandError(`Expected: '${what}', received: '${received}' for input:\n${this.marked(this.at)}`);
  }

  private twice(key: string, at: number): ShorthandError {
    const reason = 'This is often because there is a preceding "," instead of a space.';
    const message = `Second instance of key "${key}" encountered for input:\n${this.marked(at)}`;
    return new ShorthandError(`${message}\n${reason}`);
  }

  /** The text with a mark under the place, on the line it is in. */
  private marked(at: number): string {
    const lineEnd = this.text.indexOf('\n', at);
    const end = lineEnd < 0 ? this.text.length : lineEnd;
    const column = [...this.text.slice(this.text.lastIndexOf('\n', at - 1) + 1, at)].length;
    return `${this.text.slice(0, end)}\n${' '.repeat(column)}^${this.text.slice(end)}`;
  }
}

// A bare value may hold anything but quotes, commas and control characters; the CLI stops at U+FFFF.
const isPlain = (character: string): boolean =>
  character !== '' &&
  character <= '\uffff' &&
  character.length === 1 &&
  !/["',]/.test(character) &&
  isVisible(character);
const isVisible = (character: string): boolean => character > ' ' || /\s/.test(character);
const canStart = (character: string): boolean => isPlain(character) && !/[\s=[{]/.test(character);
