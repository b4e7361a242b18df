import { expect, test } from 'vitest';
import { store } from '@/lib/db/content-versions';
import { findLessonState, saveLessonAnswer, setLessonFinished } from '@/lib/db/lessons';
import { createGuest } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';

const slug = 'first';
const answer = { slug, questionId: 'q', contentHash: 'v1', answer: '"a"', score: 0 };
const nothing = { finishedAt: undefined, answers: [], bookmarks: [], note: undefined };

/** A person and two versions of a lesson. */
async function begin(open: Open) {
  const database = await open();
  const version = { kind: 'lesson', slug, document: '{}' } as const;
  await store([
    { ...version, hash: 'v1' },
    { ...version, hash: 'v2' },
  ]);
  return { ...database, userId: (await createGuest()).id };
}

/** What a person has read and answered in lessons. */
export function lessonsSuite(open: Open): void {
  test('who has done nothing stands at the beginning, and reading that writes nothing', async () => {
    const { prisma, userId } = await begin(open);
    const { result, statements } = await countStatements(() => findLessonState({ userId, slug }));
    expect(result).toEqual(nothing);
    expect(statements).toHaveLength(1);
    expect(await prisma.lessonProgress.count()).toBe(0);
  });

  test('an answer is kept with its lesson’s version, and the next one takes its place', async () => {
    const { prisma, userId } = await begin(open);
    const { statements } = await countStatements(() => saveLessonAnswer({ userId, ...answer }));
    // BEGIN and COMMIT beside them.
    expect(statements.filter((sql) => /INSERT/i.test(sql))).toHaveLength(2);
    const first = await prisma.lessonProgress.findMany();
    expect(first).toMatchObject([{ userId, slug, finishedAt: null }]);
    await saveLessonAnswer({ userId, ...answer, contentHash: 'v2', answer: '"b"', score: 0.5 });
    await saveLessonAnswer({ userId, ...answer, questionId: 'p' });
    const { userId: _, slug: __, ...kept } = { userId, ...answer };
    expect(await findLessonState({ userId, slug })).toEqual({
      ...nothing,
      answers: [
        { ...kept, questionId: 'p' },
        { ...kept, contentHash: 'v2', answer: '"b"', score: 0.5 },
      ],
    });
    expect(await prisma.lessonProgress.findMany(), 'begun when it was begun').toEqual(first);
  });

  test('an answer to a version that is not stored leaves nothing', async () => {
    const { prisma, userId } = await begin(open);
    await expect(saveLessonAnswer({ userId, ...answer, contentHash: 'none' })).rejects.toThrow();
    expect(await findLessonState({ userId, slug })).toEqual(nothing);
    expect(await prisma.lessonProgress.count()).toBe(0);
  });

  test('marked as read twice it keeps the time of the first, and can be taken back', async () => {
    const { prisma, userId } = await begin(open);
    const finished = async () => (await findLessonState({ userId, slug })).finishedAt;
    await setLessonFinished({ userId, slug, finished: true });
    expect(await finished()).toBeInstanceOf(Date);
    const past = new Date('2026-01-05T09:00:00.000Z');
    await prisma.lessonProgress.updateMany({ data: { finishedAt: past, startedAt: past } });
    await setLessonFinished({ userId, slug, finished: true });
    expect(await finished()).toEqual(past);
    await setLessonFinished({ userId, slug, finished: false });
    expect(await finished()).toBeUndefined();
    expect((await prisma.lessonProgress.findMany()).map(({ startedAt }) => startedAt)).toEqual([past]);
    await setLessonFinished({ userId, slug, finished: true });
    expect((await finished())?.getTime()).toBeGreaterThan(past.getTime());
  });

  test('an answer leaves the mark as it is, and a lesson can be marked that was never begun', async () => {
    const { userId } = await begin(open);
    await setLessonFinished({ userId, slug, finished: false });
    expect(await findLessonState({ userId, slug })).toEqual(nothing);
    await setLessonFinished({ userId, slug, finished: true });
    const { finishedAt } = await findLessonState({ userId, slug });
    await saveLessonAnswer({ userId, ...answer });
    expect(await findLessonState({ userId, slug })).toMatchObject({ finishedAt, answers: [{ questionId: 'q' }] });
  });

  test('twenty at once: one row each, and one of them is what stands', async () => {
    const { prisma, userId } = await begin(open);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? saveLessonAnswer({ userId, ...answer, answer: `"${index}"` })
          : setLessonFinished({ userId, slug, finished: true }),
      ),
    );
    expect([await prisma.lessonProgress.count(), await prisma.lessonAnswer.count()]).toEqual([1, 1]);
    const state = await findLessonState({ userId, slug });
    expect(state.finishedAt).toBeInstanceOf(Date);
    expect(Number(JSON.parse(state.answers[0]?.answer ?? '""')) % 2).toBe(0);
  });

  test('everyone sees their own', async () => {
    const { userId } = await begin(open);
    const other = await createGuest();
    await saveLessonAnswer({ userId, ...answer });
    await setLessonFinished({ userId, slug, finished: true });
    expect(await findLessonState({ userId: other.id, slug })).toEqual(nothing);
    expect(await findLessonState({ userId, slug: 'second' })).toEqual(nothing);
  });
}
