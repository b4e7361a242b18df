/** What can be found, in the order in which results are shown. */
export const searchKinds = ['lesson', 'lab', 'term', 'quiz', 'case', 'claim', 'experiment'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A place that a search leads to. A file of them is sent to everyone: it has no field for a key, a check or a solution. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** A path of this site, with an anchor where the place is a part of a page. */
  readonly href: string;
  readonly title: string;
  /** What it is a part of: the title of a lesson. */
  readonly of?: string;
  /** Plain words; an excerpt of them is shown. */
  readonly text: string;
  /** More words that it is found by, never shown: other spellings, and what one is to find out by an experiment. */
  readonly also?: string;
}
