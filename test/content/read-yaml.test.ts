import { expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '@/lib/content/read-yaml';

const Shelf = z.strictObject({
  title: z.string(),
  books: z.array(z.strictObject({ name: z.string(), pages: z.int() })),
});
const good = 'title: Shelf\nbooks:\n  - name: One\n    pages: 10\n  - name: Two\n    pages: 20\n';

test('what is right is read', () => {
  expect(readYaml('shelf.yaml', good, Shelf)).toEqual({
    title: 'Shelf',
    books: [
      { name: 'One', pages: 10 },
      { name: 'Two', pages: 20 },
    ],
  });
});

test.each([
  ['a wrong value', good.replace('20', 'many'), /^content\/shelf\.yaml:6: books\[1\]\.pages: .*expected number/],
  [
    'a key that is missing, at what misses it',
    good.replace('    pages: 10\n', ''),
    /^content\/shelf\.yaml:3: books\[0\]\.pages: /,
  ],
  ['a key that nobody knows', `${good}colour: red\n`, /^content\/shelf\.yaml:7: Unrecognized key: "colour"/],
  ['a key that stands twice', `${good}title: Again\n`, /^content\/shelf\.yaml:7: Map keys must be unique/],
  ['what is no YAML', good.replace('title: Shelf', 'title: "Shelf'), /^content\/shelf\.yaml:\d+: /],
  ['an alias', 'title: &a Shelf\nbooks: *a\n', /^content\/shelf\.yaml:1: Alias resolution is disabled/],
  ['an empty text', '', /^content\/shelf\.yaml:1: /],
])('%s is told by file and line', (_, text, message) => {
  expect(() => readYaml('shelf.yaml', text, Shelf)).toThrow(message);
});

test('everything that is wrong is told at once, and lines count from where the text begins in its file', () => {
  const text = good.replace('Shelf', '[]').replace('10', 'ten');
  expect(() => readYaml('shelf.yaml', text, Shelf, 2)).toThrow(
    /shelf\.yaml:2: title: .*\ncontent\/shelf\.yaml:5: books\[0\]\.pages: /,
  );
});

test('a text without end is not parsed', () => {
  expect(() => readYaml('shelf.yaml', '#'.repeat(200_000), Shelf)).toThrow('content/shelf.yaml:1: longer than');
});
