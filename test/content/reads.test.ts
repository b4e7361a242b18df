import { expect, test } from 'vitest';
import { loadLedger } from '@/lib/content/claims';
import { loadExperiments } from '@/lib/content/experiments';
import { loadGlossary } from '@/lib/content/glossary';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { loadMisconceptions } from '@/lib/content/misconceptions';
import { loadQuizzes } from '@/lib/content/quizzes';
import { readAll } from '@/lib/content/read-all';

/** Here, since other tests of content stop at the first kind that cannot be read. */
test.each([
  ['labs', loadLabs],
  ['lessons', loadLessons],
  ['quizzes', loadQuizzes],
  ['experiments', loadExperiments],
  ['claims', loadLedger],
  ['glossary', loadGlossary],
  ['misconceptions', loadMisconceptions],
] as const)('every file of the %s is read', async (_, load) => {
  expect(await load()).toBeDefined();
});

test('of several readings that fail, each is told', async () => {
  const fail = (message: string) => Promise.reject(new Error(message));
  expect(await readAll([Promise.resolve(1), Promise.resolve(2)])).toEqual([1, 2]);
  await expect(readAll([Promise.resolve(1), fail('a.yaml:1: A'), fail('b.yaml:2: B')])).rejects.toThrow(
    /^a\.yaml:1: A\nb\.yaml:2: B$/,
  );
  await expect(readAll([fail('alone')])).rejects.toThrow(/^alone$/);
});
