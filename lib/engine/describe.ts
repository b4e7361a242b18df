import { errors } from './aws-error';
import { mix } from './ids';
import type { Row } from './table';
import type { Tag } from './tags';

/** What a filter compares: one text, several (any may match), or nothing. */
export type FilterValue = string | number | boolean | readonly string[] | undefined;
/** The documented filters of a describe call by name; `tag:<key>` and `tag-key` come with `tagFilters`. */
export type Filters<R> = { readonly [name: string]: (row: R) => FilterValue };

export interface DescribeInput {
  Filters?: { Name?: string | undefined; Values?: string[] | undefined }[] | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface Page<R> {
  readonly rows: R[];
  /** Present when there is more; an output member of the same name. */
  readonly NextToken?: string;
}

/** What can be listed, and by what it can be asked for. */
interface Listing<R> {
  list: () => readonly R[];
  filters: Filters<R>;
  /** Absent where AWS documents no filter by tag. */
  tags?: (row: R) => readonly Tag[];
  least?: number;
  most?: number;
}

/**
 * The rows that a describe call answers, in order of creation.
 * `ids` are those asked for by id (one unknown id refuses the whole call: `get` throws); all rows otherwise.
 * Filters: any of the values, all of the filters, `*` and `?` wild, case-sensitive. Pages of `MaxResults`, 5 to 1000.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html;
 * test/transcripts/ground-truth.yaml, part 2.
 */
export function describeRows<R extends Row>(
  input: DescribeInput,
  options: Listing<R> & {
    ids: readonly string[] | undefined;
    /** The id list's wire name, for AWS's refusal of ids together with MaxResults. */
    idsParameter: string;
    get: (id: string) => R;
    /** Where AWS names all unknown ids in one refusal. */
    getAll?: (ids: readonly string[]) => R[];
  },
): Page<R> {
  const { getAll = (ids) => ids.map(options.get) } = options;
  const asked = [...new Set(options.ids)];
  if (asked.length === 0) return listRows(input, options);
  if (input.MaxResults !== undefined) throw errors.idsWithMaxResults(options.idsParameter);
  return listRows(input, { ...options, list: () => getAll(asked).sort((a, b) => a.creation - b.creation) });
}

/**
 * The rows of a call that takes no ids, filtered and paged as those of `describeRows`. The call's form is checked before
 * `list` looks for what the rows belong to.
 */
export function listRows<R extends Row>(
  input: DescribeInput,
  { list, filters, tags, least = 5, most = 1000 }: Listing<R>,
): Page<R> {
  const { MaxResults } = input;
  if (MaxResults !== undefined && (MaxResults < least || MaxResults > most)) {
    throw errors.maxResults(MaxResults, least, most);
  }
  const matches = compile(input.Filters ?? [], filters, tags);
  const after = input.NextToken === undefined ? -1 : readToken(input.NextToken);
  const page: R[] = [];
  for (const row of list()) {
    if (row.creation <= after || !matches(row)) continue;
    const last = page.at(-1);
    if (page.length === MaxResults && last) return { rows: page, NextToken: writeToken(last.creation) };
    page.push(row);
  }
  return { rows: page };
}

/** Most values in the filters of one call. Source: errors-overview.html, FilterLimitExceeded; AWS's answers. */
const mostValues = 200;

function compile<R>(
  given: NonNullable<DescribeInput['Filters']>,
  filters: Filters<R>,
  tags: ((row: R) => readonly Tag[]) | undefined,
): (row: R) => boolean {
  const values = given.reduce((sum, { Values = [] }) => sum + Values.length, 0);
  if (values > mostValues) throw errors.filterLimit(mostValues);
  const tests = given.map(({ Name = '', Values = [] }) => {
    const patterns = Values.map(wildcard);
    const filterValue = filterNamed(Name, filters, tags);
    const matches = (candidate: string) => patterns.some((pattern) => pattern(candidate));
    return (row: R) => {
      const value = filterValue(row);
      if (value === undefined) return false;
      return typeof value === 'object' ? value.some(matches) : matches(String(value));
    };
  });
  return (row) => tests.every((test) => test(row));
}

function filterNamed<R>(
  name: string,
  filters: Filters<R>,
  tags: ((row: R) => readonly Tag[]) | undefined,
): Filters<R>[string] {
  if (tags && name.startsWith('tag:')) {
    const key = name.slice('tag:'.length);
    return (row) => tags(row).find((tag) => tag.Key === key)?.Value;
  }
  if (tags && name === 'tag-key') return (row) => tags(row).map((tag) => tag.Key);
  const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!filter) throw errors.invalidFilter(name);
  return filter;
}

/** A filter value as a test: `*` any text, `?` any one character, a backslash takes the next one literally. */
function wildcard(pattern: string): (text: string) => boolean {
  if (!/[*?\\]/.test(pattern)) return (text) => text === pattern;
  const tokens: { wild: '' | '*' | '?'; char: string }[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern.charAt(index);
    if (char === '\\' && index + 1 < pattern.length) {
      index += 1;
      tokens.push({ wild: '', char: pattern.charAt(index) });
    } else tokens.push({ wild: char === '*' || char === '?' ? char : '', char });
  }
  return (text) => matchTokens(tokens, text);
}

/** Greedy match that goes back to the last `*` only, so its cost is at most length × length and never exponential. */
function matchTokens(tokens: readonly { wild: string; char: string }[], text: string): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current?.wild === '*') {
      star = token;
      starAt = at;
      token += 1;
    } else if (current && (current.wild === '?' || current.char === text[at])) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      token = star + 1;
      starAt += 1;
      at = starAt;
    } else return false;
  }
  while (tokens[token]?.wild === '*') token += 1;
  return token === tokens.length;
}

// A token names the last record shown, so a page goes on in the right place whatever was made or deleted in between.
const writeToken = (creation: number): string => `${creation.toString(36)}.${mix('token', creation).toString(36)}`;

function readToken(token: string): number {
  const creation = Number.parseInt(token.split('.')[0] ?? '', 36);
  if (!Number.isSafeInteger(creation) || writeToken(creation) !== token) throw errors.nextToken();
  return creation;
}
