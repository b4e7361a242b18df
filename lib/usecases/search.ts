import 'server-only';
import { loadLedger } from '@/lib/content/claims';
import { loadExperiments } from '@/lib/content/experiments';
import { loadGlossary } from '@/lib/content/glossary';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { loadQuizzes } from '@/lib/content/quizzes';
import { claimPath } from '@/lib/lessons/claim';
import { anchorOf } from '@/lib/lessons/glossary';
import type { Lesson } from '@/lib/lessons/lesson';
import type { SearchEntry } from '@/lib/search/entry';
import { plainText } from '@/lib/search/plain-text';
import { sectionsOf } from '@/lib/search/sections';

/** Everything of content that can be found, the same for everyone. Of a quiz its title, of a case its two sides: no key, no verdict. */
export async function listSearchEntries(): Promise<SearchEntry[]> {
  const [lessons, labs, quizzes] = await Promise.all([loadLessons(), loadLabs(), loadQuizzes()]);
  return [
    ...[...lessons.values()].flatMap(lessonEntries),
    ...[...labs.values()].map(
      ({ slug, title, summary, brief }): SearchEntry => ({
        kind: 'lab',
        href: `/labs/${slug}`,
        title,
        text: `${summary} ${plainText(brief)}`,
      }),
    ),
    ...(await termEntries()),
    ...[...quizzes.values()].map(
      ({ slug, title }): SearchEntry => ({ kind: 'quiz', href: `/quizzes/${slug}`, title, text: '' }),
    ),
    ...(await ledgerEntries()),
    ...(await experimentEntries()),
  ];
}

/** A lesson with what it begins with, then each of its sections. */
const lessonEntries = ({ slug, title, summary, body }: Lesson): SearchEntry[] =>
  sectionsOf(body).map(({ heading, text, outcome }) => ({
    kind: 'lesson',
    href: heading ? `/lessons/${slug}#${heading.anchor}` : `/lessons/${slug}`,
    ...(heading ? { title: heading.words, of: title, text } : { title, text: `${summary} ${text}` }),
    ...(outcome && { also: outcome }),
  }));

const termEntries = async (): Promise<SearchEntry[]> =>
  (await loadGlossary()).map((entry) => ({
    kind: 'term',
    href: `/glossary#${anchorOf(entry)}`,
    title: entry.short === undefined ? entry.term : `${entry.term} (${entry.short})`,
    text: entry.means,
    ...(entry.also.length > 0 && { also: entry.also.join(' ') }),
  }));

async function ledgerEntries(): Promise<SearchEntry[]> {
  const { parts, cases, gaps } = await loadLedger();
  return [
    ...cases.map(({ id, title, sides }): SearchEntry => {
      const of = `Case ${id.slice(1)}`;
      const text = plainText(sides.map(({ says }) => says).join(' '));
      return { kind: 'case', href: `/sources/${id}`, title, of, text, also: of };
    }),
    ...parts.flatMap((part) =>
      part.claims.map(({ n, says, correction }): SearchEntry => {
        const of = `Claim ${n}`;
        return {
          kind: 'claim',
          href: claimPath(part.id, n),
          title: plainText(says),
          of,
          text: plainText(correction ?? ''),
          also: of,
        };
      }),
    ),
    ...gaps.map(
      ({ id, says }): SearchEntry => ({
        kind: 'claim',
        href: `/sources/claims#${id}`,
        title: plainText(says),
        of: 'What no document says',
        text: '',
      }),
    ),
  ];
}

const experimentEntries = async (): Promise<SearchEntry[]> =>
  [...(await loadExperiments())].map(([id, { title, say }]) => ({
    kind: 'experiment',
    href: `/sources/experiments/${id}`,
    title,
    text: plainText(say),
  }));
