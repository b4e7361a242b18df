import { describe, expect, test } from 'vitest';
import type { SearchEntry } from '@/lib/search/entry';
import { excerpt, marked } from '@/lib/search/excerpt';
import { searchIn } from '@/lib/search/find';
import { plainText } from '@/lib/search/plain-text';
import { sectionsOf } from '@/lib/search/sections';

const entries: SearchEntry[] = [
  {
    kind: 'lesson',
    href: '/lessons/a',
    title: 'Moving a card',
    text: 'Detach it from one instance, attach it to another.',
  },
  {
    kind: 'lesson',
    href: '/lessons/a#zones',
    title: 'Zones',
    of: 'Moving a card',
    text: 'It stays in its Availability Zone.',
  },
  { kind: 'lab', href: '/labs/b', title: 'The wrong zone', text: 'An interface that will not attach.' },
  { kind: 'term', href: '/glossary#eni', title: 'Elastic network interface (ENI)', text: 'A card.', also: 'NIC' },
  { kind: 'claim', href: '/sources/claims#claim-15', title: 'At most 15 of them', text: '', of: 'Claim 15' },
];
const find = searchIn(entries);
const hrefs = (query: string) => find(query).groups.flatMap(({ hits }) => hits.map(({ entry }) => entry.href));

describe('a search', () => {
  test('finds words by their beginnings, in any case and order', () => {
    expect(hrefs('DETACH')).toEqual(['/lessons/a']);
    expect(hrefs('another deta')).toEqual(['/lessons/a']);
    expect(hrefs('eni')).toEqual(['/glossary#eni']);
  });

  test('finds a word with a letter wrong, but no number with another digit', () => {
    expect(hrefs('intreface')).toEqual(['/labs/b', '/glossary#eni']);
    expect(hrefs('15')).toEqual(['/sources/claims#claim-15']);
    expect(hrefs('16')).toEqual([]);
  });

  test('finds by other spellings, which it does not show', () => {
    const [group] = find('nic').groups;
    expect(group?.hits[0]?.entry.href).toBe('/glossary#eni');
  });

  test('puts kinds in one order, and the better hit first', () => {
    const { groups, count, partly } = find('zone');
    expect(groups.map(({ kind }) => kind)).toEqual(['lesson', 'lab']);
    expect([count, partly]).toEqual([2, false]);
  });

  test('settles for some of the words where nothing has all, and says so', () => {
    expect(find('zone nowhere')).toMatchObject({ count: 2, partly: true });
    expect(find('zone wrong')).toMatchObject({ count: 1, partly: false });
  });

  test('finds nothing for what is no word', () => {
    for (const query of ['', ' ', '/', '…', 'xyzzy', '<b>'])
      expect(find(query), query).toEqual({ groups: [], count: 0, partly: false });
  });

  test('says which words of the text were meant', () => {
    const hit = find('availabilty').groups[0]?.hits[0];
    expect([...(hit?.words ?? [])]).toEqual(['availability']);
  });
});

describe('an excerpt', () => {
  const text = `${'Words before it. '.repeat(30)}Here is the hop and the gateway. ${'Words after it. '.repeat(30)}`;

  test('is cut around where most of the words stand, between words', () => {
    const cut = excerpt(text, new Set(['hop', 'gateway']));
    expect(cut).toContain('Here is the hop and the gateway.');
    expect(cut).toMatch(/^… \w+[ .].* …$/);
    expect(cut.length).toBeLessThan(220);
  });

  test('is the beginning where none of them stands, and the whole of a short text', () => {
    expect(excerpt(text, new Set(['elsewhere']))).toMatch(/^Words before it\. .* …$/);
    expect(excerpt('Short, with a hop.', new Set(['hop']))).toBe('Short, with a hop.');
    expect(excerpt('', new Set(['hop']))).toBe('');
    expect(excerpt('x'.repeat(500), new Set()).length).toBeLessThan(220);
  });

  test('marks whole words in any case, and leaves the text as it is', () => {
    const pieces = marked('Hop, hops and a HOP’s end', new Set(['hop']));
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['Hop', 'HOP']);
    expect(pieces.map((piece) => piece.text).join('')).toBe('Hop, hops and a HOP’s end');
    expect(marked('', new Set())).toEqual([]);
  });
});

describe('the words of MDX', () => {
  test('have no marks, elements or addresses', () => {
    expect(
      plainText(
        '## A *card*\n\nSee **this** `aws_x *` and [the lab](/labs/x).<Cite n="1"\n/> _So_ a_b.\n\n- <Term of="x">One</Term>\n1. Two',
      ),
    ).toBe('A card See this aws_x * and the lab. So a_b. One Two');
    expect(plainText('| A | B |\n| --- | --- |\n| `c` | d |')).toBe('A B c d');
  });

  test('are parted by headings, without sources, and what an experiment comes to is apart', () => {
    const body =
      'First.\n\n## Two “legs”\n\nText.\n\n<Experiment id="x" />\n\n<Outcome>\n  No **wall**.\n</Outcome>\n\nRest.\n\n## Sources\n\n<Sources>S</Sources>';
    expect(sectionsOf(body)).toEqual([
      { text: 'First.', outcome: '' },
      { heading: { words: 'Two “legs”', anchor: 'two-legs' }, text: 'Text. Rest.', outcome: 'No wall.' },
    ]);
  });
});
