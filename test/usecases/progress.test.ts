import { beforeAll, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { appendStep } from '@/lib/db/lab-attempts';
import { createGuest } from '@/lib/db/users';
import { ProgressView } from '@/lib/progress/views';
import { startAttempt } from '@/lib/usecases/lab-attempts';
import { progress } from '@/lib/usecases/progress';
import { countStatements, freshDatabase } from '../db/databases';
import { step } from '../db/suites/attempts';
import { newAccount, newQuizAttempt, readLesson } from '../db/suites/whole-person';

const slugs = {
  lesson: 'what-an-elastic-network-interface-is',
  lab: 'one-interface-two-instances',
  quiz: 'interfaces-and-attachments',
};

beforeAll(async () => {
  await freshDatabase();
  await store(await labVersions());
});

test('nobody stands at the beginning of everything, and the database is not asked', async () => {
  const { result, statements } = await countStatements(() => progress(undefined));
  expect(statements).toEqual([]);
  expect(ProgressView.parse(result)).toEqual(result);
  for (const [kind, slug] of Object.entries(slugs))
    expect(result.objectives.flatMap(({ items }) => items)).toContainEqual(expect.objectContaining({ kind, slug }));
  expect(result).toEqual(await progress(await createGuest()));
});

test('lesson, lab and quiz count for their objectives, in four statements whatever was done', async () => {
  const { prisma } = await freshDatabase();
  await store(await labVersions());
  const user = await newAccount();
  const before = await progress(user);
  await readLesson(prisma, user.id, slugs.lesson, new Date(), new Date());
  await newQuizAttempt(prisma, user.id, { quizSlug: slugs.quiz, points: 6 });
  const { id } = await startAttempt(user, { slug: slugs.lab }, () => undefined);
  const ticked = ['one', 'two'];
  await appendStep({ attemptId: id, userId: user.id, expectedHead: 0, step: step({ ticked }) });

  const { result, statements } = await countStatements(() => progress(user));
  expect(statements).toHaveLength(4);
  expect(result.lessons.find(({ slug }) => slug === slugs.lesson)?.finishedAt).toBeDefined();
  const lab = result.labs.find(({ slug }) => slug === slugs.lab);
  expect(lab).toMatchObject({ tasksPassed: 2 });
  expect(result.quizzes.find(({ slug }) => slug === slugs.quiz)).toMatchObject({ attempts: 1, best: 0.6 });
  const shares = new Map([
    [slugs.lesson, 1],
    [slugs.lab, 2 / (lab?.tasksTotal ?? 0)],
    [slugs.quiz, 0.6],
  ]);
  for (const { items, done, id: objective } of result.objectives) {
    const mean = items.reduce((sum, { slug }) => sum + (shares.get(slug) ?? 0), 0) / items.length;
    expect(done, objective).toBeCloseTo(mean);
  }
  expect(before.objectives.every(({ done }) => done === 0)).toBe(true);
});
