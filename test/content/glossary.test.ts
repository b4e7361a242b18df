import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadGlossary } from '@/lib/content/glossary';
import { loadLessons } from '@/lib/content/lessons';
import { readYaml } from '@/lib/content/read-yaml';
import { awsPages } from '@/lib/lessons/aws-pages';
import { anchorOf, findTerm, GlossaryFile, spellingsOf, termsIn } from '@/lib/lessons/glossary';
import type { Lesson } from '@/lib/lessons/lesson';
import { partsOf } from '@/lib/lessons/parts';
import { placeOf } from './place-of';

const entries = await loadGlossary();
const lessons = await loadLessons();

/** The title of a lesson and the words of its text: no attributes, no sources. */
const wordsOf = ({ title, body }: Lesson): string =>
  `${title} ${body.split('<Sources>')[0]}`
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

const said = (text: string, spelling: string): boolean =>
  new RegExp(`\\b${spelling.toLowerCase().replace(/[.*+?^$()|[\]\\/]/g, '\\$&')}(e?s)?\\b`).test(text);

describe('the glossary', () => {
  test('has sixty words or so, in the order of the alphabet', () => {
    expect(entries.length).toBeGreaterThanOrEqual(55);
    const terms = entries.map(({ term }) => term);
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
    for (const { means } of entries) expect(means.split(/(?<=\.)\s/).length, means).toBeLessThanOrEqual(3);
  });

  test('names lessons that are there, and each teaches the word', () => {
    const silent = entries.filter((entry) => {
      const lesson = lessons.get(entry.lesson);
      return !lesson || !spellingsOf(entry).some((spelling) => said(wordsOf(lesson), spelling));
    });
    expect(
      silent.map(
        ({ term, lesson }) =>
          `${placeOf('glossary.yaml', `term: ${term}\n`)}: ${term}: the lesson '${lesson}' does not say it`,
      ),
    ).toEqual([]);
  });

  test('rests on pages of AWS that have a title', () => {
    const without = entries.map(({ source }) => source).filter((source) => !awsPages.has(source));
    expect(
      without.map(
        (source) => `${placeOf('glossary.yaml', source)}: ${source} has no title in lib/lessons/aws-pages.ts`,
      ),
    ).toEqual([]);
  });

  test('finds a word in any spelling that a text has', () => {
    const found = (word: string) => findTerm(entries, word)?.term;
    expect(found('elastic network\n  interfaces')).toBe('Elastic network interface');
    expect(found('ENI')).toBe('Elastic network interface');
    expect(found('Elastic IP addresses')).toBe('Elastic IP address');
    expect(found('flow logs')).toBe('VPC Flow Logs');
    expect(found('interfaces of glass')).toBeUndefined();
    expect(found('')).toBeUndefined();
    for (const entry of entries) {
      for (const spelling of spellingsOf(entry)) expect(findTerm(entries, spelling), spelling).toBe(entry);
      expect(anchorOf(entry)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    expect(anchorOf({ term: 'Source/destination check' })).toBe('source-destination-check');
  });
});

describe.each([...lessons.values()].map((lesson) => [lesson.slug, lesson] as const))('lesson %s', (slug, { body }) => {
  const at = (word: string) => placeOf(`lessons/${slug}/lesson.mdx`, new RegExp(`<Term[^<]*${word}[^<]*<`));
  test('its terms are in the glossary, each marked once', () => {
    const words = termsIn(body);
    expect(words.length, 'a term has its word and nothing else in it').toBe(
      partsOf(body).filter(({ name }) => name === 'Term').length,
    );
    const unknown = words.filter((word) => !findTerm(entries, word));
    expect(unknown.map((word) => `${at(word)}: '${word}' is not in content/glossary.yaml`)).toEqual([]);
    const found = words.map((word) => findTerm(entries, word)?.term);
    const again = words.filter((_word, index) => found.indexOf(found[index]) < index);
    expect(again.map((word) => `${at(word)}: '${word}' is marked a second time`)).toEqual([]);
    expect(body.match(/^#.*<Term/m), 'no term in a heading').toBeNull();
  });
});

const text = readFileSync('content/glossary.yaml', 'utf8');

describe('glossary.yaml', () => {
  test.each([
    ['a misspelt key', text.replace('means:', 'mean:'), /mean/],
    [
      'a word twice',
      text.replace('- term: Association', '- term: Allocation'),
      /glossary\.yaml:7: \[1\]: 'Allocation' is said twice/,
    ],
    ['a spelling of two words', text.replace('[allocate, ', '[attach, '), /'attach' is said twice/],
    ['too long a meaning', text.replace('means: ', `means: ${'x'.repeat(240)}`), /means/],
    ['a meaning without its end', text.replace(/means: (.*)\.\n/, 'means: $1\n'), /means/],
    [
      'a source that is not AWS’s',
      text.replace('source: https://docs.aws', 'source: https://docs.aws.example'),
      /source/,
    ],
  ])('%s is refused', (_, changed, message) => {
    expect(changed).not.toBe(text);
    expect(() => readYaml('glossary.yaml', changed, GlossaryFile)).toThrow(message);
  });

  test('terms of a text are found as they are written', () => {
    expect(termsIn('A <Term>subnet</Term> and **<Term of="VPC">a net\nof yours</Term>**.')).toEqual(['subnet', 'VPC']);
  });
});
