import { z } from 'zod';

const text = z.string().min(1);

/** A word of the field. Strict: a misspelt key is refused. */
export const GlossaryEntry = z.strictObject({
  /** As it stands in the list, and as its anchor is made from: never changed for a spelling. */
  term: text,
  /** What it is shortened to: `ENI`. */
  short: text.optional(),
  /** Other spellings under which texts have it. A plural in s or es needs none. */
  also: z.array(text).default([]),
  /** One or two plain sentences. */
  means: z.string().regex(/\.$/).max(240),
  /** Slug of the lesson that teaches it, which may not be written yet. */
  lesson: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** AWS's page. */
  source: z.url({ protocol: /^https$/, hostname: /^(docs\.)?aws\.amazon\.com$/ }),
});
export type GlossaryEntry = z.output<typeof GlossaryEntry>;

/** What content/glossary.yaml says. */
export const GlossaryFile = z.array(GlossaryEntry).superRefine((entries, context) => {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries())
    for (const spelling of spellingsOf(entry)) {
      if (seen.has(keyOf(spelling)))
        context.addIssue({ code: 'custom', path: [index], message: `'${spelling}' is said twice` });
      seen.add(keyOf(spelling));
    }
  const anchors = entries.map(anchorOf);
  if (new Set(anchors).size !== anchors.length)
    context.addIssue({ code: 'custom', message: 'two terms have one anchor' });
});

/** Everything that an entry is found by. */
export const spellingsOf = ({ term, short, also }: GlossaryEntry): string[] => [
  term,
  ...(short === undefined ? [] : [short]),
  ...also,
];

/** Where it stands on its page: `elastic-network-interface`. */
export const anchorOf = ({ term }: Pick<GlossaryEntry, 'term'>): string =>
  term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The entry of a word as a text has it: in any case, broken over lines, in the plural. */
export function findTerm(entries: readonly GlossaryEntry[], word: string): GlossaryEntry | undefined {
  const wanted = keyOf(word);
  const keys = [wanted, wanted.replace(/s$/, ''), wanted.replace(/es$/, '')];
  for (const key of keys) {
    const found = entries.find((entry) => spellingsOf(entry).some((spelling) => keyOf(spelling) === key));
    if (found) return found;
  }
  return undefined;
}

/** The words that a lesson's MDX marks as terms, in its order: `of`, else what is shown. */
export const termsIn = (body: string): string[] =>
  [...body.matchAll(/<Term(?:\s+of="([^"]*)")?\s*>([^<]*)<\/Term>/g)].map(([, of, shown = '']) => of ?? shown);

const keyOf = (word: string): string => word.trim().replace(/\s+/g, ' ').toLowerCase();
