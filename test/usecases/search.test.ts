import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLedger } from '@/lib/content/claims';
import { loadExperiments } from '@/lib/content/experiments';
import { loadGlossary } from '@/lib/content/glossary';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { loadQuizzes } from '@/lib/content/quizzes';
import { experimentsIn } from '@/lib/lessons/parts';
import { plainText } from '@/lib/search/plain-text';
import { sectionsOf } from '@/lib/search/sections';
import { listSearchEntries } from '@/lib/usecases/search';

const entries = await listSearchEntries();
const lessons = [...(await loadLessons()).values()];
const labs = [...(await loadLabs()).values()];
const quizzes = [...(await loadQuizzes()).values()];
const experiments = await loadExperiments();
const ledger = await loadLedger();
const titles = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ title }) => title);

describe('what can be found', () => {
  test('is every lesson and each of its headings, by its anchor', () => {
    for (const { slug, title, summary, body } of lessons) {
      const [whole, ...parts] = entries.filter(({ href }) => href.split('#')[0] === `/lessons/${slug}`);
      expect(whole).toMatchObject({ kind: 'lesson', href: `/lessons/${slug}`, title });
      expect(whole?.text).toContain(summary);
      const headings = [...body.matchAll(/^## (.*)$/gm)]
        .map(([, words = '']) => words)
        .filter((words) => words !== 'Sources');
      expect(parts.map((part) => part.title)).toEqual(headings);
      for (const part of parts)
        expect([part.of, part.href.split('#')[1]]).toEqual([title, expect.stringMatching(/^[a-z0-9-]+$/)]);
    }
  });

  test('is every lab with its brief, every quiz by its name, every word, case, claim, gap and experiment', async () => {
    expect(titles('lab')).toEqual(labs.map(({ title }) => title));
    for (const { slug, summary, brief } of labs) {
      const { text } = entries.find(({ href }) => href === `/labs/${slug}`) ?? expect.fail(slug);
      expect(text).toBe(`${summary} ${plainText(brief)}`);
    }
    expect(titles('quiz')).toEqual(quizzes.map(({ title }) => title));
    expect(titles('term')).toHaveLength((await loadGlossary()).length);
    expect(titles('case')).toEqual(ledger.cases.map(({ title }) => title));
    expect(titles('claim')).toHaveLength(ledger.parts.flatMap(({ claims }) => claims).length + ledger.gaps.length);
    expect(titles('experiment')).toHaveLength(experiments.size);
  });

  test('has each place once, and small enough to come at once', () => {
    const places = entries.map(({ href }) => href);
    expect(places.filter((href, index) => places.indexOf(href) !== index)).toEqual([]);
    expect(JSON.stringify(entries).length).toBeLessThan(400_000);
  });

  test('has anchors in a lesson’s page that nothing else there has', () => {
    for (const { slug, body, questions } of lessons) {
      const anchors = sectionsOf(body).flatMap(({ heading }) => (heading ? [heading.anchor] : []));
      const ids = [
        ...anchors,
        ...questions.map(({ id }) => id),
        ...experimentsIn(body),
        'main',
        'end',
        'end-head',
        'sources',
      ];
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        slug,
      ).toEqual([]);
    }
  });
});

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n');
const words = (text: string): string => plainText(text).toLowerCase();

describe('what cannot be found', () => {
  const index = words(textsOf(entries).join(' ¶ '));
  /** Sentences of theirs that stand in the index; a short one, such as `10.0.1.0/24`, may stand anywhere. */
  const found = (secrets: readonly string[]): string[] => {
    const long = secrets.map(words).filter((text) => text.length >= 40);
    expect(long.length, 'there is something to look for').toBeGreaterThan(10);
    return long.filter((text) => index.includes(text));
  };

  test('is anything of a quiz but its name', () => {
    for (const entry of entries.filter(({ kind }) => kind === 'quiz')) {
      expect(Object.keys(entry).sort()).toEqual(['href', 'kind', 'text', 'title']);
      expect(entry.text).toBe('');
    }
    expect(found(textsOf(quizzes.map(({ questions }) => questions.map(({ sources, ...rest }) => rest))))).toEqual([]);
  });

  test('is a question of a lesson, or its key', () => {
    expect(found(textsOf(lessons.map(({ questions }) => questions.map(({ sources, ...rest }) => rest))))).toEqual([]);
  });

  test('is a check, a hint, a task or a line of a script of a lab', () => {
    expect(found(labs.flatMap(({ tasks }) => textsOf(tasks)))).toEqual([]);
    const scripts = readdirSync('content/labs', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.sh'),
    );
    expect(found(scripts.flatMap((name) => linesOf(join('content/labs', name))))).toEqual([]);
  });

  test('is what an experiment is to show, or the verdict on a case', () => {
    expect(found(textsOf([...experiments.values()].map(({ predict, steps }) => ({ predict, steps }))))).toEqual([]);
    expect(found(ledger.cases.map(({ verdict }) => verdict))).toEqual([]);
  });

  test('has fields for nothing else', () => {
    const fields = new Set(entries.flatMap((entry) => Object.keys(entry)));
    expect([...fields].sort()).toEqual(['also', 'href', 'kind', 'of', 'text', 'title']);
  });
});
