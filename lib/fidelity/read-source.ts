/** What the engine's sources say of themselves: the docstrings of operations and of refusals, and AWS's words. */

export type Provenance = 'observed' | 'documented' | 'assumed';

export interface Refusal {
  /** Its name in the code. */
  readonly name: string;
  /** AWS's code; several where the code depends on the call. */
  readonly codes: readonly string[];
  /** AWS's text, with `{name}` for what varies; empty where the text comes from elsewhere. */
  readonly message: string;
  readonly provenance: Provenance;
  /** Where it was seen or stands, or what is assumed. */
  readonly source: string;
}

export interface OperationNotes {
  /** AWS's name. */
  readonly name: string;
  readonly summary: string;
  readonly sources: readonly string[];
  readonly notModelled?: string;
  readonly differs?: string;
}

/** The operations that a file declares, each with its docstring. */
export function readOperations(source: string): OperationNotes[] {
  const declared = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const \w+ = operation\(\{\s*name: '(\w+)'/g;
  return [...source.matchAll(declared)].map(([, comment = '', name = '']) => {
    const parts = sections(plain(comment));
    return {
      name,
      summary: (parts.get('') ?? '').replace(new RegExp(`^${name}: `), ''),
      sources: [...(parts.get('Source') ?? '').matchAll(/https?:\/\/[^\s;,]+|our notes on AWS’s answers[^;]*/g)].map(
        ([text]) => text.replace(/[.\s]+$/, ''),
      ),
      ...(parts.has('Not modelled') && { notModelled: parts.get('Not modelled') ?? '' }),
      ...(parts.has('Differs') && { differs: parts.get('Differs') ?? '' }),
    };
  });
}

/** What makes a refusal for others, such as `errors.parameterValue`: its words, and its parameters in their order. */
export interface Maker extends Pick<Refusal, 'codes' | 'message'> {
  readonly parameters: readonly string[];
}

/** The refusals of an `errors.ts`, each with its docstring. `common` are the makers of `aws-error.ts`, by name. */
export function readRefusals(source: string, common: ReadonlyMap<string, Maker> = new Map()): (Refusal & Maker)[] {
  const makers = new Map(common);
  // Makers of the file's own stand beside the object.
  for (const [, name = '', given = '', body = ''] of source.matchAll(
    /^const (\w+) = \(([^)]*)\)[^=]*=>([\s\S]*?);$/gm,
  )) {
    const words = wordsOf(body, makers);
    if (words) makers.set(name, { ...words, parameters: parametersOf(given) });
  }
  // An entry begins two spaces in, with its docstring above it, and ends where the next one or the object does.
  const starts = [...source.matchAll(/^ {2}(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {2})?(\w+): (?=[(\w])/gm)];
  return starts.flatMap((start, index) => {
    const [head, comment = '', name = ''] = start;
    const rest = source.slice(start.index + head.length, starts[index + 1]?.index);
    const arrow = rest.indexOf('=>');
    const words = wordsOf(rest.slice(arrow, /^\}/m.exec(rest)?.index), makers);
    if (!words) return [];
    const said = /^(Observed|Documented|Assumed): ([\s\S]*)$/.exec(plain(comment));
    const provenance = (said?.[1]?.toLowerCase() ?? 'assumed') as Provenance;
    const parameters = parametersOf(/^\(([\s\S]*?)\)/.exec(rest)?.[1] ?? '');
    return [{ name, ...words, parameters, provenance, source: said?.[2] ?? plain(comment) }];
  });
}

const parametersOf = (text: string): string[] => [...text.matchAll(/(\w+)\??:/g)].map(([, name = '']) => name);

/** Code and text of what a refusal's body makes: an AwsError of its own, or what one of the makers makes. */
function wordsOf(body: string, makers: ReadonlyMap<string, Maker>): Pick<Refusal, 'codes' | 'message'> | undefined {
  const own = /new AwsError\(/.exec(body);
  if (own) {
    const [code = '', message = ''] = argumentsAfter(body, own.index + own[0].length);
    const codes = [...code.matchAll(/'([\w.]+)'/g)].map(([, text = '']) => text);
    return { codes: codes.length > 0 ? codes : [textOf(code)], message: textOf(message) };
  }
  for (const call of body.matchAll(/\b(?:errors\.)?(\w+)\(/g)) {
    const maker = makers.get(call[1] ?? '');
    if (!maker) continue;
    const given = argumentsAfter(body, call.index + call[0].length).map(textOf);
    const fill = (text: string) =>
      maker.parameters.reduce((filled, one, index) => filled.replaceAll(`{${one}}`, given[index] ?? `{${one}}`), text);
    return { codes: maker.codes.map(fill), message: fill(maker.message) };
  }
  return undefined;
}

/** The arguments of a call whose bracket opens before `from`, as source text. */
function argumentsAfter(source: string, from: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let quote = '';
  let start = from;
  for (let index = from; index < source.length; index += 1) {
    const char = source.charAt(index);
    if (quote) {
      if (char === '\\') index += 1;
      else if (char === quote) quote = '';
    } else if (char === "'" || char === '"' || char === '`') quote = char;
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char) && depth > 0) depth -= 1;
    else if ((char === ',' && depth === 0) || char === ')') {
      const text = source.slice(start, index).trim();
      if (text) found.push(text);
      if (char === ')') return found;
      start = index + 1;
    }
  }
  return found;
}

/** A string of source text as it reads, with `{name}` for what varies. */
function textOf(source: string): string {
  const quoted = [...source.matchAll(/'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`/g)];
  if (quoted.length === 0) return `{${/(\w+)\W*$/.exec(source)?.[1] ?? source}}`;
  return quoted
    .map(([, a, b, c]) => (a ?? b ?? c ?? '').replace(/\$\{[^}]*?(\w+)[^\w}]*\}/g, '{$1}').replace(/\\(.)/g, '$1'))
    .join(' / ');
}

/** A comment without its stars, in one line; it is read by people who have not seen our notes on AWS's answers. */
const plain = (comment: string): string =>
  comment
    .replace(/eni-ground-truth/g, 'our notes on AWS’s answers,')
    .replace(/,,/g, ',')
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A docstring by its headings; what stands before the first one is under ''. */
function sections(text: string): Map<string, string> {
  const parts = text.split(/(?:^|(?<=[.!?)\w]) )(Source|Not modelled|Differs|Assumed): /);
  const found = new Map<string, string>([['', parts[0] ?? '']]);
  for (let index = 1; index < parts.length; index += 2) {
    const heading = parts[index] ?? '';
    found.set(heading, [found.get(heading), parts[index + 1]].filter(Boolean).join(' '));
  }
  return found;
}
