import { type Provenance, plain } from './read-docstrings';
import {
  argumentsAt,
  endOfBracket,
  expressionAt,
  inside,
  parametersOf,
  type Scope,
  type SourceFunction,
  textsOf,
} from './read-expression';

export interface Refusal {
  /** Its name in the code. */
  readonly name: string;
  /** Its name with that of the object around it, `attachmentErrors.primary`: its place on the page of its resource. */
  readonly anchor: string;
  /** AWS's code; several where the code depends on the call. */
  readonly codes: readonly string[];
  /** AWS's words, with `{name}` for what varies; several where they depend on the call, none where all of them do. */
  readonly messages: readonly string[];
  readonly provenance: Provenance;
  /** Where it was seen or stands, or what is assumed. */
  readonly source: string;
}

/** Where refusals are made, as `addressErrors.both`: the arguments of each call, as source text, and what names mean there. */
export type Calls = ReadonlyMap<string, readonly { readonly given: readonly string[]; readonly scope: Scope }[]>;

/** The refusals of an `errors.ts`, each with its docstring. `makers` are those of `aws-error.ts`, by name. */
export function readRefusals(
  source: string,
  makers: ReadonlyMap<string, SourceFunction> = new Map(),
  calls: Calls = new Map(),
): Refusal[] {
  const scope = scopeOf(source, makers);
  return entries(source, scope).flatMap(({ object, name, comment, maker }) => {
    const words = callsOf(calls, `${object}.${name}`, maker).map((given) => wordsOf(maker.body, inside(maker, given)));
    const codes = unique(words.flatMap((one) => one?.codes ?? []));
    const messages = uncut(unique(words.flatMap((one) => one?.messages ?? []))).filter(
      (message) => !/^\{\w+\}$/.test(message),
    );
    if (codes.length === 0) return [];
    const said = /^(Observed|Documented|Assumed): ([\s\S]*)$/.exec(plain(comment));
    const provenance = (said?.[1]?.toLowerCase() ?? 'assumed') as Provenance;
    return [{ name, anchor: `${object}.${name}`, codes, messages, provenance, source: said?.[2] ?? plain(comment) }];
  });
}

/** What makes refusals for others, such as `errors.parameterValue`. */
export const readMakers = (source: string): Map<string, SourceFunction> =>
  new Map(entries(source, scopeOf(source)).map(({ name, maker }) => [name, maker]));

/** Constants and functions that stand beside the objects of a file, over those that it is given. */
function scopeOf(source: string, makers: ReadonlyMap<string, SourceFunction> = new Map()): Scope {
  const values = new Map<string, readonly string[]>();
  const functions = new Map(makers);
  const scope = { values, functions };
  for (const [, name = '', text = ''] of source.matchAll(/^const (\w+) =\s+(['"`][\s\S]*?);$/gm))
    values.set(name, textsOf(text, scope));
  for (const match of source.matchAll(/^const (\w+) = (?=\()/gm)) {
    const made = functionAt(source, match.index + match[0].length, scope);
    if (made) functions.set(match[1] ?? '', made);
  }
  return scope;
}

/** The calls in files that make refusals, but for those of `aws-error.ts`, whose words depend on the caller. */
export function readCalls(sources: Iterable<string>): Calls {
  const calls = new Map<string, { given: readonly string[]; scope: Scope }[]>();
  for (const source of sources) {
    const scope = scopeOf(source);
    for (const match of source.matchAll(/\b(\w+Errors\.\w+)\(/g)) {
      const given = argumentsAt(source, match.index + match[0].length - 1);
      calls.set(match[1] ?? '', [...(calls.get(match[1] ?? '') ?? []), { given, scope }]);
    }
  }
  return calls;
}

/** More ways to be called than these are shown as one, with the name of what varies. */
const mostCalls = 4;

/** What a maker is given where it is called: texts that stand there, and nothing for what varies. */
function callsOf(calls: Calls, name: string, { parameters }: SourceFunction): (readonly string[] | undefined)[][] {
  const found = (calls.get(name) ?? []).map(({ given, scope }) =>
    parameters.map(({ placeholder, otherwise }, index) => {
      const source = given[index];
      if (source === undefined) return otherwise === undefined ? [placeholder] : undefined;
      const texts = textsOf(source, scope);
      return texts.some((text) => /[{}]/.test(text)) || (!/^['"`]/.test(source) && !scope.values.has(source))
        ? [placeholder]
        : texts;
    }),
  );
  const distinct = [...new Map(found.map((given) => [JSON.stringify(given), given])).values()];
  return distinct.length > 0 && distinct.length <= mostCalls
    ? distinct
    : [parameters.map(({ placeholder }) => [placeholder])];
}

interface Entry {
  readonly object: string;
  readonly name: string;
  readonly comment: string;
  readonly maker: SourceFunction;
}

/** An entry begins two spaces in, with its docstring above it. */
function entries(source: string, scope: Scope): Entry[] {
  const objects = [...source.matchAll(/^export const (\w+)/gm)];
  return [...source.matchAll(/^ {2}(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {2})?(\w+): (?=\()/gm)].flatMap((start) => {
    const maker = functionAt(source, start.index + start[0].length, scope);
    const object = objects.filter(({ index }) => index < start.index).at(-1)?.[1] ?? '';
    return maker ? [{ object, name: start[2] ?? '', comment: start[1] ?? '', maker }] : [];
  });
}

/** The function whose brackets open at `open`, if one does. */
function functionAt(source: string, open: number, scope: Scope): SourceFunction | undefined {
  const close = endOfBracket(source, open);
  const arrow = /^(?:: \w+)? =>\s*/.exec(source.slice(close));
  if (!arrow) return undefined;
  const body = expressionAt(source, close + arrow[0].length);
  return { parameters: parametersOf(source.slice(open + 1, close - 1)), body, scope };
}

/** Codes and texts of what a body makes: an AwsError of its own, or what one of the makers makes. */
function wordsOf(body: string, scope: Scope): Pick<Refusal, 'codes' | 'messages'> | undefined {
  const own = /new AwsError(?=\()/.exec(body);
  if (own) {
    const [code = '', message = ''] = argumentsAt(body, own.index + own[0].length);
    return { codes: textsOf(code, scope), messages: textsOf(message, scope) };
  }
  const call = /^(?:errors\.)?(\w+)(?=\()/.exec(body);
  const maker = scope.functions.get(call?.[1] ?? '');
  if (!call || !maker) return undefined;
  const given = argumentsAt(body, call[0].length).map((one) => textsOf(one, scope));
  return wordsOf(maker.body, inside(maker, given));
}

/** Without those that differ from another one only in that what varies is cut short. */
const uncut = (messages: readonly string[]): readonly string[] =>
  messages.filter((message) => !message.includes('}…') || !messages.includes(message.replaceAll('}…', '}')));

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
