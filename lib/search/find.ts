import MiniSearch from 'minisearch';
import { type SearchEntry, type SearchKind, searchKinds } from './entry';

export interface Hit {
  readonly entry: SearchEntry;
  /** Words of the entry that were meant, in small letters. */
  readonly words: ReadonlySet<string>;
}

export interface Found {
  /** Kinds that have hits, the best hit of each first. */
  readonly groups: readonly { readonly kind: SearchKind; readonly hits: readonly Hit[] }[];
  readonly count: number;
  /** Nothing has all the words: each hit has some of them. */
  readonly partly: boolean;
}
export type Find = (query: string) => Found;

/** Makes a search of entries: by beginnings of words, and by words with a letter wrong. */
export function searchIn(entries: readonly SearchEntry[]): Find {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ['title', 'text', 'also'],
    searchOptions: {
      boost: { title: 4 },
      prefix: (word) => word.length > 1,
      // A number with another digit is another number.
      fuzzy: (word) => (word.length > 4 && !/\d/.test(word) ? 0.2 : false),
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  const search = (query: string, combineWith: 'AND' | 'OR'): Hit[] =>
    index.search(query, { combineWith }).flatMap(({ id, terms }) => {
      const entry = entries[id];
      return entry ? [{ entry, words: new Set(terms) }] : [];
    });
  return (query) => {
    const whole = search(query, 'AND');
    const hits = whole.length > 0 ? whole : search(query, 'OR');
    const groups = searchKinds.map((kind) => ({ kind, hits: hits.filter(({ entry }) => entry.kind === kind) }));
    return {
      groups: groups.filter((group) => group.hits.length > 0),
      count: hits.length,
      partly: whole.length === 0 && hits.length > 0,
    };
  };
}
