import 'server-only';
import { database, dateOf } from './database';
import { Prisma } from './generated/sqlite/client';

/** A place in a lesson; an empty anchor is the lesson itself. */
export type Bookmark = { slug: string; anchor: string };

/** What a person wrote for themselves about a lesson. Emptied it has a version still; versions begin at 1. */
export type Note = { text: string; version: number; savedAt: Date };

type Whose = { userId: string; slug: string };

/** Keeps a bookmark, unless the person has `atMost` already; made before, it stays as it is. */
export async function addBookmark(place: Whose & { anchor: string; atMost: number }): Promise<void> {
  const { prisma } = await database();
  const { userId, slug, anchor, atMost } = place;
  await prisma.$executeRaw`
    INSERT INTO "LessonBookmark" ("userId", "slug", "anchor", "createdAt")
    SELECT ${userId}, ${slug}, ${anchor}, ${new Date()}
    WHERE (SELECT COUNT(*) FROM "LessonBookmark" WHERE "userId" = ${userId}) < ${atMost}
    ON CONFLICT ("userId", "slug", "anchor") DO NOTHING`;
}

export async function removeBookmark({ userId, slug, anchor }: Whose & { anchor: string }): Promise<void> {
  const { prisma } = await database();
  await prisma.lessonBookmark.deleteMany({ where: { userId, slug, anchor } });
}

/** Anchors of a person's bookmarks in one lesson. */
export async function bookmarksIn({ userId, slug }: Whose): Promise<string[]> {
  const { prisma } = await database();
  const rows = await prisma.lessonBookmark.findMany({ where: { userId, slug }, orderBy: { anchor: 'asc' } });
  return rows.map(({ anchor }) => anchor);
}

/** All of a person's bookmarks and notes, but for notes that are empty, by lesson. Two statements. */
export async function listNotes(
  userId: string,
): Promise<{ bookmarks: Bookmark[]; notes: (Note & { slug: string })[] }> {
  const { prisma } = await database();
  const [bookmarks, notes] = await Promise.all([
    prisma.lessonBookmark.findMany({
      where: { userId },
      select: { slug: true, anchor: true },
      orderBy: [{ slug: 'asc' }, { anchor: 'asc' }],
    }),
    prisma.lessonNote.findMany({
      where: { userId, text: { not: '' } },
      omit: { userId: true },
      orderBy: { slug: 'asc' },
    }),
  ]);
  return { bookmarks, notes };
}

export async function findNote({ userId, slug }: Whose): Promise<Note | undefined> {
  const { prisma } = await database();
  const row = await prisma.lessonNote.findUnique({
    where: { userId_slug: { userId, slug } },
    omit: { userId: true, slug: true },
  });
  return row ?? undefined;
}

/**
 * Keeps a note in place of the version that its writer saw (0: none yet), in one statement: of any number at once on one version
 * exactly one wins.
 * @returns the note as it is stored; undefined when there is another version, or none where one was seen
 */
export async function saveNote(note: Whose & { text: string; version: number }): Promise<Note | undefined> {
  const { direct } = await database();
  const { userId, slug, text, version } = note;
  const now = new Date();
  const [row] =
    version === 0
      ? await direct(Prisma.sql`
          INSERT INTO "LessonNote" ("userId", "slug", "text", "version", "savedAt")
          VALUES (${userId}, ${slug}, ${text}, 1, ${now})
          ON CONFLICT ("userId", "slug") DO NOTHING RETURNING "version", "savedAt"`)
      : await direct(Prisma.sql`
          UPDATE "LessonNote" SET "text" = ${text}, "version" = "version" + 1, "savedAt" = ${now}
          WHERE "userId" = ${userId} AND "slug" = ${slug} AND "version" = ${version} RETURNING "version", "savedAt"`);
  return row && { text, version: Number(row.version), savedAt: dateOf(row.savedAt) };
}
