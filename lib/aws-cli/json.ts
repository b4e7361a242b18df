/** A text is no JSON; the sentence is the one of Python's decoder, as the AWS CLI shows it. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** AWS's parameters nest less than ten deep; the bound keeps every walk over a value within the stack. */
const deepest = 100;

/**
 * The value of a JSON text. Keys such as `__proto__` are data like any other. Refuses, as JsonError, what is no JSON
 * and what nests deeper than 100. Cost: linear.
 */
export function parseJson(text: string): unknown {
  if (depthOf(text) > deepest) throw new JsonError(`Nested more than ${deepest} levels deep: line 1 column 1 (char 0)`);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonError(new Finder(text).find());
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > most) most = depth;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return most;
}

/** Walks a text that is no JSON up to its first fault, to say what was expected there. */
class Finder {
  private at = 0;

  constructor(private readonly text: string) {}

  find(): string {
    try {
      this.blanks();
      this.value();
      this.blanks();
      this.fault('Extra data', this.at);
    } catch (error) {
      if (error instanceof JsonError) return error.message;
      throw error;
    }
  }

  private fault(message: string, position: number): never {
    const before = this.text.slice(0, position);
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    throw new JsonError(`${message}: line ${line} column ${column} (char ${[...before].length})`);
  }

  private blanks(): void {
    while (' \t\n\r'.includes(this.text.charAt(this.at) || '-')) this.at += 1;
  }

  private value(): void {
    const character = this.text.charAt(this.at);
    if (character === '"') this.string();
    else if (character === '{') this.members('}');
    else if (character === '[') this.members(']');
    else this.plain();
  }

  private plain(): void {
    const plain = /null|true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
    plain.lastIndex = this.at;
    const found = plain.exec(this.text);
    if (!found) this.fault('Expecting value', this.at);
    this.at += found[0].length;
  }

  /** An object or a list, from its bracket to the closing one. */
  private members(close: '}' | ']'): void {
    this.at += 1;
    this.blanks();
    if (this.text.charAt(this.at) === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      if (close === '}') {
        if (this.text.charAt(this.at) !== '"') this.fault('Expecting property name enclosed in double quotes', this.at);
        this.string();
        this.blanks();
        if (this.text.charAt(this.at) !== ':') this.fault("Expecting ':' delimiter", this.at);
        this.at += 1;
        this.blanks();
      }
      this.value();
      this.blanks();
      const next = this.text.charAt(this.at);
      if (next !== close && next !== ',') this.fault("Expecting ',' delimiter", this.at);
      this.at += 1;
      if (next === close) return;
      this.blanks();
    }
  }

  private string(): void {
    const start = this.at;
    this.at += 1;
    for (;;) {
      const character = this.text.charAt(this.at);
      if (character === '') this.fault('Unterminated string starting at', start);
      if (character < ' ') this.fault('Invalid control character at', this.at);
      this.at += 1;
      if (character === '"') return;
      if (character === '\\') this.escape(start);
    }
  }

  private escape(start: number): void {
    const character = this.text.charAt(this.at);
    if (character === '') this.fault('Unterminated string starting at', start);
    if (character === 'u') {
      // Python's decoder also wants a character after the digits.
      if (!/^[0-9a-fA-F]{4}./su.test(this.text.slice(this.at + 1, this.at + 7))) {
        this.fault('Invalid \\uXXXX escape', this.at);
      }
      this.at += 5;
    } else if ('"\\/bfnrt'.includes(character)) this.at += 1;
    else this.fault('Invalid \\escape', this.at - 1);
  }
}
