import { expect, test } from 'vitest';
import { findLessonState } from '@/lib/db/lessons';
import { addBookmark, bookmarksIn, findNote, listNotes, removeBookmark, saveNote } from '@/lib/db/notes';
import { createGuest } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';

const slug = 'first';

async function begin(open: Open) {
  const database = await open();
  return { ...database, userId: (await createGuest()).id };
}

/** What a person keeps of lessons. */
export function notesSuite(open: Open): void {
  test('a bookmark is kept once, and removed; both are one statement', async () => {
    const { userId } = await begin(open);
    const place = { userId, slug, anchor: 'a' };
    const { statements } = await countStatements(() => addBookmark({ ...place, atMost: 9 }));
    expect(statements).toHaveLength(1);
    await addBookmark({ ...place, atMost: 9 });
    await addBookmark({ ...place, anchor: '', atMost: 9 });
    await addBookmark({ ...place, slug: 'second', atMost: 9 });
    expect(await bookmarksIn(place)).toEqual(['', 'a']);
    expect((await countStatements(() => removeBookmark(place))).statements).toHaveLength(1);
    await removeBookmark(place);
    expect(await bookmarksIn(place)).toEqual(['']);
  });

  test('past the limit no bookmark is added, and those that are there stay', async () => {
    const { userId } = await begin(open);
    const other = await createGuest();
    await addBookmark({ userId: other.id, slug, anchor: 'theirs', atMost: 2 });
    for (const anchor of ['a', 'b', 'c', 'a']) await addBookmark({ userId, slug, anchor, atMost: 2 });
    expect(await bookmarksIn({ userId, slug })).toEqual(['a', 'b']);
  });

  test('a note is stored over the version that was seen, and over no other', async () => {
    const { userId } = await begin(open);
    const note = { userId, slug };
    expect(await findNote(note)).toBeUndefined();
    expect(await saveNote({ ...note, text: 'too soon', version: 1 }), 'none yet').toBeUndefined();
    const { result, statements } = await countStatements(() => saveNote({ ...note, text: 'one', version: 0 }));
    expect(statements).toHaveLength(1);
    expect(result).toEqual({ text: 'one', version: 1, savedAt: expect.any(Date) });
    expect(await findNote(note)).toEqual(result);
    expect(await saveNote({ ...note, text: 'another', version: 0 })).toBeUndefined();
    expect(await saveNote({ ...note, text: 'two', version: 1 })).toMatchObject({ version: 2 });
    expect(await saveNote({ ...note, text: 'late', version: 1 })).toBeUndefined();
    expect(await findNote(note)).toMatchObject({ text: 'two', version: 2 });
    expect(await saveNote({ ...note, text: '', version: 2 })).toMatchObject({ text: '', version: 3 });
    expect(await saveNote({ ...note, text: 'of a page from before', version: 1 })).toBeUndefined();
    expect(await saveNote({ ...note, text: 'anew', version: 3 })).toMatchObject({ version: 4 });
  });

  test.each([0, 1])('twenty at once on version %i: exactly one wins', async (version) => {
    const { userId } = await begin(open);
    const note = { userId, slug };
    if (version > 0) await saveNote({ ...note, text: 'first', version: 0 });
    const saved = await Promise.all(
      Array.from({ length: 20 }, (_, index) => saveNote({ ...note, text: `${index}`, version })),
    );
    const won = saved.filter((one) => one !== undefined);
    expect(won).toHaveLength(1);
    expect(await findNote(note)).toEqual(won[0]);
  });

  test('a lesson’s view has both, of this lesson and this person, in its one statement', async () => {
    const { userId } = await begin(open);
    const other = await createGuest();
    for (const whose of [
      { userId, slug },
      { userId, slug: 'second' },
      { userId: other.id, slug },
    ]) {
      await addBookmark({ ...whose, anchor: `${whose.slug}-${whose.userId === userId}`, atMost: 9 });
      await saveNote({ ...whose, text: `${whose.slug} ${whose.userId === userId}`, version: 0 });
    }
    const { result, statements } = await countStatements(() => findLessonState({ userId, slug }));
    expect(statements).toHaveLength(1);
    expect(result).toEqual({
      finishedAt: undefined,
      answers: [],
      bookmarks: ['first-true'],
      note: { text: 'first true', version: 1, savedAt: expect.any(Date) },
    });
  });

  test('the list is of one person, in two statements however long it is, and has no empty notes', async () => {
    const { userId } = await begin(open);
    const other = await createGuest();
    await saveNote({ userId: other.id, slug, text: 'theirs', version: 0 });
    await addBookmark({ userId: other.id, slug, anchor: 'theirs', atMost: 9 });
    for (const each of ['b', 'a', 'c']) {
      await saveNote({ userId, slug: each, text: `on ${each}`, version: 0 });
      await addBookmark({ userId, slug: each, anchor: '', atMost: 9 });
    }
    await saveNote({ userId, slug: 'c', text: '', version: 1 });
    const { result, statements } = await countStatements(() => listNotes(userId));
    expect(statements).toHaveLength(2);
    expect(result.bookmarks.map((bookmark) => bookmark.slug)).toEqual(['a', 'b', 'c']);
    expect(result.notes.map(({ text }) => text)).toEqual(['on a', 'on b']);
  });
}
