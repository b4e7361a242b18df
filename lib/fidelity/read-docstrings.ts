/** What the engine's sources say of themselves in docstrings. */

export type Provenance = 'observed' | 'documented' | 'assumed';

export interface OperationNotes {
  /** AWS's name. */
  readonly name: string;
  readonly summary: string;
  /** Where what it does is known from. */
  readonly sources: readonly { readonly provenance: Provenance; readonly text: string }[];
  readonly assumed?: string;
  readonly notModelled?: string;
  readonly differs?: string;
}

/** What the docstring of anything else says is assumed, or known to differ from AWS. */
export interface Note {
  readonly file: string;
  /** What the docstring is of, as the code calls it; empty where it stands alone. */
  readonly name: string;
  readonly text: string;
}

const docstring = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\//g;

/** The operations that a file declares, each with its docstring. */
export function readOperations(source: string): OperationNotes[] {
  const declared = new RegExp(`${docstring.source}\\s*export const \\w+ = operation\\(\\{\\s*name: '(\\w+)'`, 'g');
  return [...source.matchAll(declared)].map(([, comment = '', name = '']) => {
    const { summary, ...rest } = said(comment);
    return { name, summary: summary.replace(new RegExp(`^${name}: `), ''), ...rest };
  });
}

/** Every docstring of a file, with the name of what it is of; of a file's own, or of a type's member, that may be empty. */
export const readDocstrings = (source: string): OperationNotes[] =>
  [...source.matchAll(docstring)].map((match) => ({
    name: nameAfter(source.slice(match.index + match[0].length)),
    ...said(match[1] ?? ''),
  }));

function said(comment: string): Omit<OperationNotes, 'name'> {
  const parts = sections(plain(comment));
  const assumed = parts.get('Assumed');
  const notModelled = parts.get('Not modelled');
  const differs = parts.get('Differs');
  return {
    summary: parts.get('') ?? '',
    sources: sourcesOf(parts.get('Source') ?? ''),
    ...(assumed && { assumed }),
    ...(notModelled && { notModelled }),
    ...(differs && { differs }),
  };
}

const nameAfter = (after: string): string =>
  /^\s*(?:export |const |function |interface |type |readonly )*(\w+)/.exec(after)?.[1] ?? '';

/** What the other docstrings of a file assume or know to differ. */
export function readNotes(file: string, source: string): Note[] {
  return [...source.matchAll(docstring)].flatMap((match) => {
    const after = source.slice(match.index + match[0].length);
    if (/^\s*export const \w+ = operation\(/.test(after)) return [];
    const parts = sections(plain(match[1] ?? ''));
    const said = [
      parts.get(''),
      ...['Assumed', 'Differs', 'Not modelled'].map(
        (heading) => parts.has(heading) && `${heading}: ${parts.get(heading)}`,
      ),
    ];
    const text = said.filter(Boolean).join(' ');
    return /Assumed: |Differs: |Not modelled: /.test(text) ? [{ file, name: nameAfter(after), text }] : [];
  });
}

/** A comment without its stars, in one line, and without the rows of what is known of AWS: the tests that hold them are listed. */
export const plain = (comment: string): string =>
  comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .replace(/test\/transcripts\/ground-truth\.yaml, (?:part )?[\w-]+/g, '')
    .trim();

/** One by one: what users met was observed, the rest is AWS's documentation. */
const sourcesOf = (text: string): OperationNotes['sources'] =>
  text
    .split(/; /)
    .map((one) => one.replace(/[.;\s]+$/, ''))
    .filter(Boolean)
    .map((one) => ({ provenance: /github\.com|users/.test(one) ? 'observed' : 'documented', text: one }));

/** A docstring by its headings; what stands before the first one is under ''. */
function sections(text: string): Map<string, string> {
  const parts = text.split(/(?:^|(?<=[.!?)\w]) )(Sources?|Not modelled|Differs|Assumed|Cost): /);
  const found = new Map<string, string>([['', parts[0] ?? '']]);
  for (let index = 1; index < parts.length; index += 2) {
    const heading = (parts[index] ?? '').replace('Sources', 'Source');
    found.set(heading, [found.get(heading), parts[index + 1]].filter(Boolean).join(' '));
  }
  return found;
}
