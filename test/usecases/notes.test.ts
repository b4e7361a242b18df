import { afterAll, beforeEach, expect, test } from 'vitest';
import { loadLessons } from '@/lib/content/lessons';
import type { Database } from '@/lib/db/connect';
import { closeDatabase } from '@/lib/db/database';
import { addBookmark, saveNote as storeNote } from '@/lib/db/notes';
import { createGuest, type User } from '@/lib/db/users';
import { headingAnchor } from '@/lib/lessons/headings';
import { LessonBookmarks, LessonNote, LessonNotes } from '@/lib/lessons/views';
import { getLessonProgress } from '@/lib/usecases/lessons';
import { listNotes, SaveNote, saveNote, setBookmark } from '@/lib/usecases/notes';
import { exportPerson } from '@/lib/usecases/person';
import { freshDatabase } from '../db/databases';

const slug = 'what-an-elastic-network-interface-is';
const next = 'primary-and-secondary-interfaces';
let prisma: Database['prisma'];
let ada: User;
let eve: User;

beforeEach(async () => {
  prisma = (await freshDatabase()).prisma;
  [ada, eve] = [await createGuest(), await createGuest()];
});
afterAll(closeDatabase);

test('every heading of every lesson can be bookmarked, and what is none cannot', async () => {
  const lessons = [...(await loadLessons()).values()];
  for (const { slug, body } of lessons) {
    const headings = [...body.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
    const anchors = headings.filter((heading) => heading !== 'Sources').map(headingAnchor);
    expect(new Set(anchors).size, slug).toBe(anchors.length);
    for (const anchor of ['', ...anchors]) await setBookmark(ada, { slug, anchor, bookmarked: true });
    const kept = LessonBookmarks.parse(await setBookmark(ada, { slug, anchor: '', bookmarked: true }));
    expect(kept.bookmarks).toEqual(['', ...anchors.sort()]);
    for (const anchor of ['sources', 'nothing', '__proto__', 'Where-it-lies'])
      await expect(setBookmark(ada, { slug, anchor, bookmarked: true }), anchor).rejects.toMatchObject({
        code: 'NotFound',
      });
  }
  await expect(setBookmark(ada, { slug: 'nothing', anchor: '', bookmarked: true })).rejects.toMatchObject({
    code: 'NotFound',
  });
  expect(
    (await listNotes(ada)).map((lesson) => lesson.slug),
    'in the order of the course',
  ).toEqual(lessons.map((lesson) => lesson.slug));
});

test('a bookmark can be taken back, and is its maker’s alone', async () => {
  await setBookmark(ada, { slug, anchor: 'where-it-lies', bookmarked: true });
  expect(await setBookmark(eve, { slug, anchor: 'where-it-lies', bookmarked: false })).toEqual({ slug, bookmarks: [] });
  expect((await getLessonProgress(ada, { slug })).bookmarks).toEqual(['where-it-lies']);
  expect((await getLessonProgress(eve, { slug })).bookmarks).toEqual([]);
  expect(await setBookmark(ada, { slug, anchor: 'where-it-lies', bookmarked: false })).toEqual({ slug, bookmarks: [] });
  expect(await listNotes(ada)).toEqual([]);
});

test('there is room for 2,000 bookmarks', async () => {
  const made = Array.from({ length: 2_000 }, (_, index) => ({ userId: ada.id, slug: 'dropped', anchor: `${index}` }));
  await prisma.lessonBookmark.createMany({ data: made });
  await expect(setBookmark(ada, { slug, anchor: '', bookmarked: true })).rejects.toMatchObject({
    code: 'InvalidInput',
    message: 'There is room for 2000 bookmarks. Remove one first.',
  });
  await setBookmark(ada, { slug: 'dropped', anchor: '7', bookmarked: false });
  expect(await setBookmark(ada, { slug, anchor: '', bookmarked: true })).toEqual({ slug, bookmarks: [''] });
});

test('a note is saved over the version that was seen; a newer one is never overwritten, and told', async () => {
  const first = LessonNote.parse(await saveNote(ada, { slug, text: 'one', version: 0 }));
  expect(first).toMatchObject({ text: 'one', version: 1 });
  expect(await saveNote(ada, { slug, text: 'one', version: 0 }), 'sent twice').toEqual(first);
  const second = await saveNote(ada, { slug, text: 'two', version: 1 });
  for (const version of [0, 1, 3])
    await expect(saveNote(ada, { slug, text: 'of another tab', version })).rejects.toMatchObject({
      code: 'Conflict',
      details: { current: second },
    });
  expect((await getLessonProgress(ada, { slug })).note).toEqual(second);
  expect(await saveNote(ada, { slug, text: 'both', version: 2 })).toMatchObject({ version: 3 });
});

test('another’s note is nowhere to be seen, and cannot be written on', async () => {
  await saveNote(ada, { slug, text: 'private', version: 0 });
  expect((await getLessonProgress(eve, { slug })).note).toBeUndefined();
  expect(await listNotes(eve)).toEqual([]);
  expect(await listNotes(undefined)).toEqual([]);
  expect(JSON.stringify(await exportPerson(eve))).not.toContain('private');
  await expect(saveNote(eve, { slug, text: 'x', version: 1 })).rejects.toMatchObject({
    code: 'Conflict',
    details: { current: { text: '', version: 0 } },
  });
  await saveNote(eve, { slug, text: 'her own', version: 0 });
  expect((await exportPerson(ada)).lessons.notes).toMatchObject([{ slug, text: 'private', version: 1 }]);
});

test('a note has room for 10,000 characters, and is of a lesson that there is', async () => {
  const note = (text: string) => SaveNote.safeParse({ slug, text, version: 0 });
  expect(note('x'.repeat(10_000)).success).toBe(true);
  expect(note('x'.repeat(10_001)).error?.issues[0]?.message).toBe('A note has room for 10000 characters.');
  await expect(saveNote(ada, { slug: 'nothing', text: 'x', version: 0 })).rejects.toMatchObject({ code: 'NotFound' });
});

test('what the course no longer has is listed last, and can be removed', async () => {
  const kept = { userId: ada.id, atMost: 9 };
  await addBookmark({ ...kept, slug, anchor: 'a-section-that-was' });
  await addBookmark({ ...kept, slug, anchor: 'where-it-lies' });
  await addBookmark({ ...kept, slug: 'a-lesson-that-was', anchor: 'one-of-its-sections' });
  await storeNote({ userId: ada.id, slug: 'a-lesson-that-was', text: 'old words', version: 0 });
  await saveNote(ada, { slug: next, text: 'on the second', version: 0 });
  const lessons = await loadLessons();
  const all = LessonNotes.array().parse(await listNotes(ada));
  const savedAt = expect.any(String);
  expect(all).toEqual([
    {
      slug,
      title: lessons.get(slug)?.title,
      bookmarks: [{ anchor: 'where-it-lies', heading: 'Where it lies' }, { anchor: 'a-section-that-was' }],
    },
    {
      slug: next,
      title: lessons.get(next)?.title,
      bookmarks: [],
      note: { text: 'on the second', version: 1, savedAt },
    },
    {
      slug: 'a-lesson-that-was',
      bookmarks: [{ anchor: 'one-of-its-sections' }],
      note: { text: 'old words', version: 1, savedAt },
    },
  ]);
  await setBookmark(ada, { slug, anchor: 'a-section-that-was', bookmarked: false });
  await setBookmark(ada, { slug: 'a-lesson-that-was', anchor: 'one-of-its-sections', bookmarked: false });
  const gone = await saveNote(ada, { slug: 'a-lesson-that-was', text: '', version: 1 });
  expect((await listNotes(ada)).map((lesson) => lesson.slug)).toEqual([slug, next]);
  await saveNote(ada, { slug: 'a-lesson-that-was', text: 'old words', version: gone.version });
  expect(await listNotes(ada)).toHaveLength(3);
});
