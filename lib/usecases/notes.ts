import 'server-only';
import { z } from 'zod';
import { refuse, UserError } from '@/lib/auth/user-error';
import { findLesson, loadLessons } from '@/lib/content/lessons';
import * as notes from '@/lib/db/notes';
import type { User } from '@/lib/db/users';
import type { LessonBookmarks, LessonNote, LessonNotes } from '@/lib/lessons/views';
import { sectionsOf } from '@/lib/search/sections';

/** More than the course has sections; what content dropped counts until it is removed. */
const bookmarksAtMost = 2_000;
const longestNote = 10_000;

const Slug = z.string().max(100);

export const SetBookmark = z.strictObject({
  slug: Slug,
  anchor: z.string().max(200).describe('That of a heading; "" for the lesson itself.'),
  bookmarked: z.boolean(),
});
export const SaveNote = z.strictObject({
  slug: Slug,
  text: z.string().max(longestNote, `A note has room for ${longestNote} characters.`),
  version: z.int().min(0).describe('The one that you saw; 0 when there was no note.'),
});

/** A note as pages and programs see it. */
export const noteView = ({ text, version, savedAt }: notes.Note): LessonNote => ({
  text,
  version,
  savedAt: savedAt.toISOString(),
});

/**
 * Bookmark a lesson or a section of it, or take that back. What the course no longer has can be removed and not made.
 * @returns the bookmarks in the lesson as they are now
 */
export async function setBookmark(
  user: User,
  { slug, anchor, bookmarked }: z.output<typeof SetBookmark>,
): Promise<LessonBookmarks> {
  const place = { userId: user.id, slug };
  if (bookmarked) {
    await requirePlace(slug, anchor);
    await notes.addBookmark({ ...place, anchor, atMost: bookmarksAtMost });
  } else await notes.removeBookmark({ ...place, anchor });
  const bookmarks = await notes.bookmarksIn(place);
  if (bookmarked && !bookmarks.includes(anchor))
    refuse('InvalidInput', `There is room for ${bookmarksAtMost} bookmarks. Remove one first.`);
  return { slug, bookmarks };
}

async function requirePlace(slug: string, anchor: string): Promise<void> {
  const lesson = (await findLesson(slug)) ?? refuse('NotFound', `There is no lesson '${slug}'.`);
  if (anchor !== '' && !sectionsOf(lesson.body).some(({ heading }) => heading?.anchor === anchor))
    refuse('NotFound', 'This lesson has no such section.');
}

/**
 * Save what somebody wrote for themselves about a lesson, over the version that they saw; an empty text deletes it. A version that
 * is not the newest is refused with the newest, unless that has the same text: then it was this very save.
 */
export async function saveNote(user: User, { slug, text, version }: z.output<typeof SaveNote>): Promise<LessonNote> {
  // A note that is there may be of a lesson that is not, by now.
  if (version === 0) await requirePlace(slug, '');
  const place = { userId: user.id, slug };
  const saved = await notes.saveNote({ ...place, text, version });
  if (saved) return noteView(saved);
  const current = await notes.findNote(place);
  if (current?.text === text) return noteView(current);
  throw new UserError('Conflict', 'This note was changed somewhere else meanwhile. Nothing was overwritten.', {
    // None where one was seen: somebody else is signed in by now.
    current: current ? noteView(current) : { text: '', version: 0 },
  });
}

/** All that somebody keeps of lessons, in the order of the course; last, by name, what the course no longer has. */
export async function listNotes(user: User | undefined): Promise<LessonNotes[]> {
  if (!user) return [];
  const [kept, lessons] = await Promise.all([notes.listNotes(user.id), loadLessons()]);
  const slugs = new Set([...kept.bookmarks, ...kept.notes].map(({ slug }) => slug));
  // Only these are read for their sections: a person keeps things of a few lessons, and the course has many.
  const inCourse = [...lessons.values()]
    .filter(({ slug }) => slugs.has(slug))
    .map(({ slug, title, body }) =>
      ofLesson(kept, slug, title, [
        { anchor: '', heading: title },
        ...sectionsOf(body).flatMap(({ heading }) =>
          heading ? [{ anchor: heading.anchor, heading: heading.words }] : [],
        ),
      ]),
    );
  const dropped = [...slugs]
    .filter((slug) => !lessons.has(slug))
    .sort()
    .map((slug) => ofLesson(kept, slug, undefined, []));
  return [...inCourse, ...dropped];
}

function ofLesson(
  kept: Awaited<ReturnType<typeof notes.listNotes>>,
  slug: string,
  title: string | undefined,
  places: readonly { anchor: string; heading: string }[],
): LessonNotes {
  const anchors = kept.bookmarks.filter((bookmark) => bookmark.slug === slug).map(({ anchor }) => anchor);
  const gone = anchors.filter((anchor) => !places.some((place) => place.anchor === anchor));
  const note = kept.notes.find((one) => one.slug === slug);
  return {
    slug,
    ...(title !== undefined && { title }),
    bookmarks: [...places.filter(({ anchor }) => anchors.includes(anchor)), ...gone.map((anchor) => ({ anchor }))],
    ...(note && { note: noteView(note) }),
  };
}
