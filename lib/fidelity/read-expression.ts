/** What names and functions stand for where an expression is read. */
export interface Scope {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly functions: ReadonlyMap<string, SourceFunction>;
}

/** A function of a source file, `(id: string) => …`, and the names around it. */
export interface SourceFunction {
  readonly parameters: readonly Parameter[];
  readonly body: string;
  readonly scope: Scope;
}

export interface Parameter {
  readonly name: string;
  /** What stands in a text for it: `{id}`, `{from or to}`. */
  readonly placeholder: string;
  /** The expression that it is where a call leaves it out. */
  readonly otherwise?: string;
}

/** Every text that an expression of source may give, with `{name}` for what varies. */
export function textsOf(source: string, scope: Scope): readonly string[] {
  const text = source.trim();
  if (text.startsWith('(') && endOfBracket(text, 0) === text.length) return textsOf(text.slice(1, -1), scope);
  const question = find(text, 0, (at) => text[at] === '?' && !/[?.]/.test(text[at + 1] ?? '') && text[at - 1] !== '?');
  if (question >= 0) {
    const colon = find(text, question + 1, (at) => text[at] === ':');
    return unique([...textsOf(text.slice(question + 1, colon), scope), ...textsOf(text.slice(colon + 1), scope)]);
  }
  const either = find(text, 0, (at) => text.startsWith('??', at));
  if (either >= 0) return unique([...textsOf(text.slice(0, either), scope), ...textsOf(text.slice(either + 2), scope)]);
  const summands = split(text, '+');
  if (summands.length > 1) return joined(summands.map((one) => textsOf(one, scope)));
  if (/^['"`]/.test(text)) return literal(text, scope);
  return named(text, scope);
}

/** The arguments of a call whose bracket is at `open`, as source text. */
export const argumentsAt = (source: string, open: number): string[] =>
  split(source.slice(open + 1, endOfBracket(source, open) - 1), ',');

/** The expression that begins at `from`, to the comma, semicolon or bracket that ends it. */
export const expressionAt = (source: string, from: number): string => {
  const end = find(source, from, (at) => ',;)]}'.includes(source.charAt(at)));
  return source.slice(from, end < 0 ? undefined : end);
};

/** What a function's body sees: the names around it, and its parameters as a call gives them. */
export function inside(
  { parameters, scope }: SourceFunction,
  given: readonly (readonly string[] | undefined)[],
): Scope {
  const values = new Map(scope.values);
  parameters.forEach(({ name, placeholder, otherwise }, index) => {
    values.set(name, given[index] ?? (otherwise === undefined ? [placeholder] : textsOf(otherwise, scope)));
  });
  return { values, functions: scope.functions };
}

/** The parameters that stand in a function's brackets. */
export const parametersOf = (text: string): Parameter[] =>
  split(text, ',').map((part) => {
    const [, name = '', type = '', otherwise] = /^(\w+)\??(?:\s*:\s*([^=]*))?(?:\s*=\s*([\s\S]*))?$/.exec(part) ?? [];
    const choices = [...type.matchAll(/'([^']*)'/g)].map(([, choice]) => choice);
    return {
      name,
      placeholder: `{${choices.length > 1 ? choices.join(' or ') : name}}`,
      ...(otherwise !== undefined && { otherwise }),
    };
  });

/** Where the bracket that opens at `open` has closed. */
export function endOfBracket(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    const char = source.charAt(at);
    if ('\'"`'.includes(char)) at = endOfText(source, at) - 1;
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return source.length;
}

/** Where the text that begins at `start` has ended; a template may have templates in it. */
function endOfText(source: string, start: number): number {
  const quote = source.charAt(start);
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === quote) return at + 1;
    else if (quote === '`' && source.startsWith('${', at)) at = endOfBracket(source, at + 1) - 1;
  }
  return source.length;
}

/** The first place outside texts and brackets that is what is looked for, or -1. */
function find(source: string, from: number, matches: (at: number) => boolean): number {
  for (let at = from; at < source.length; at += 1) {
    const char = source.charAt(at);
    if ('\'"`'.includes(char)) at = endOfText(source, at) - 1;
    else if ('([{'.includes(char)) at = endOfBracket(source, at) - 1;
    else if (matches(at)) return at;
  }
  return -1;
}

function split(source: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (;;) {
    const at = find(source, start, (index) => source[index] === separator);
    parts.push(source.slice(start, at < 0 ? undefined : at).trim());
    if (at < 0) return parts.filter(Boolean);
    start = at + 1;
  }
}

function literal(text: string, scope: Scope): readonly string[] {
  const end = text.length - 1;
  if (!text.startsWith('`')) return [unescaped(text.slice(1, end))];
  const parts: (readonly string[])[] = [];
  let start = 1;
  for (let at = 1; at < end; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith('${', at)) {
      const close = endOfBracket(text, at + 1);
      parts.push([unescaped(text.slice(start, at))], textsOf(text.slice(at + 2, close - 1), scope));
      start = close;
      at = close - 1;
    }
  }
  return joined([...parts, [unescaped(text.slice(start, end))]]);
}

/** What has a name: a parameter, a constant, a function's result; of a list `{ids}`, of its first one `{id}`. */
function named(text: string, scope: Scope): readonly string[] {
  const known = scope.values.get(text);
  if (known) return known;
  if (/^\w+(\??\.\w+)*\.length$/.test(text)) return ['{count}'];
  const [, listed] = /^(\w+)\[0\]$/.exec(text) ?? [];
  if (listed) return [`{${listed.replace(/s$/, '')}}`];
  const [, called] = /^(\w+)\(/.exec(text) ?? [];
  if (called) {
    const given = argumentsAt(text, called.length).map((one) => textsOf(one, scope));
    const known = scope.functions.get(called);
    return known ? textsOf(known.body, inside(known, given)) : (given[0] ?? [`{${called}}`]);
  }
  const [, object] = /^(\w+)\??\.\w+\(/.exec(text) ?? [];
  if (object) return textsOf(object, scope);
  const [, name] = /(\w+)$/.exec(text) ?? [];
  return [`{${/^[\w.]+$/.test(text) && name ? name : 'value'}}`];
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

/** Every way to put the parts one after the other. */
const joined = (parts: readonly (readonly string[])[]): readonly string[] =>
  unique(parts.reduce<readonly string[]>((all, some) => all.flatMap((a) => some.map((b) => a + b)), ['']));

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
