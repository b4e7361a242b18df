import 'server-only';
import { database, dateOf } from './database';
import { Prisma } from './generated/sqlite/client';
import type { Note } from './notes';

/** The newest answer to a question of a lesson. `answer` is JSON text, its schema belongs to `quizzes`. */
export type LessonAnswer = {
  questionId: string;
  /** The version of the lesson that it was given to; stored already. */
  contentHash: string;
  answer: string;
  /** 0 to 1. */
  score: number;
};

type Whose = { userId: string; slug: string };

/**
 * How far a person is in a lesson, and what they keep of it; `finishedAt` undefined until it is marked as read, `note` until there is
 * one. `bookmarks` are anchors.
 */
export type LessonState = {
  finishedAt: Date | undefined;
  answers: LessonAnswer[];
  bookmarks: string[];
  note: Note | undefined;
};

export async function findLessonState({ userId, slug }: Whose): Promise<LessonState> {
  const { direct } = await database();
  // One statement, since every view of a lesson asks for it: the lesson's own row, and one for each thing kept of it.
  const rows = await direct(Prisma.sql`
    SELECT 'lesson' AS "kind", NULL AS "name", NULL AS "contentHash", NULL AS "text", NULL AS "number", "finishedAt" AS "at"
    FROM "LessonProgress" WHERE "userId" = ${userId} AND "slug" = ${slug}
    UNION ALL
    SELECT 'answer', "questionId", "contentHash", "answer", "score", NULL
    FROM "LessonAnswer" WHERE "userId" = ${userId} AND "slug" = ${slug}
    UNION ALL
    SELECT 'bookmark', "anchor", NULL, NULL, NULL, NULL
    FROM "LessonBookmark" WHERE "userId" = ${userId} AND "slug" = ${slug}
    UNION ALL
    SELECT 'note', NULL, NULL, "text", "version", "savedAt"
    FROM "LessonNote" WHERE "userId" = ${userId} AND "slug" = ${slug} ORDER BY 1, 2`);
  const state: LessonState = { finishedAt: undefined, answers: [], bookmarks: [], note: undefined };
  for (const { kind, name, contentHash, text, number, at } of rows) {
    if (kind === 'bookmark') state.bookmarks.push(String(name));
    else if (kind === 'note') state.note = { text: String(text), version: Number(number), savedAt: dateOf(at) };
    else if (kind === 'answer')
      state.answers.push({
        questionId: String(name),
        contentHash: String(contentHash),
        answer: String(text),
        score: Number(number),
      });
    else if (at !== null) state.finishedAt = dateOf(at);
  }
  return state;
}

/** Keeps an answer in place of the one before it, and that the lesson was begun. */
export async function saveLessonAnswer({ userId, slug, ...given }: Whose & LessonAnswer): Promise<void> {
  const { prisma } = await database();
  const { questionId, contentHash, answer, score } = given;
  const now = new Date();
  await prisma.$transaction([
    // One statement each, and no look before it: two tabs may answer at once.
    prisma.$executeRaw`
      INSERT INTO "LessonProgress" ("userId", "slug", "startedAt") VALUES (${userId}, ${slug}, ${now})
      ON CONFLICT ("userId", "slug") DO NOTHING`,
    prisma.$executeRaw`
      INSERT INTO "LessonAnswer" ("userId", "slug", "questionId", "contentHash", "answer", "score", "answeredAt")
      VALUES (${userId}, ${slug}, ${questionId}, ${contentHash}, ${answer}, ${score}, ${now})
      ON CONFLICT ("userId", "slug", "questionId") DO UPDATE SET
        "contentHash" = excluded."contentHash", "answer" = excluded."answer",
        "score" = excluded."score", "answeredAt" = excluded."answeredAt"`,
  ]);
}

/** Marks a lesson as read, or takes that back. Marked twice, it keeps the time of the first. */
export async function setLessonFinished({ userId, slug, finished }: Whose & { finished: boolean }): Promise<void> {
  const { prisma } = await database();
  const now = new Date();
  const finishedAt = finished ? now : null;
  await prisma.$executeRaw`
    INSERT INTO "LessonProgress" ("userId", "slug", "startedAt", "finishedAt")
    VALUES (${userId}, ${slug}, ${now}, ${finishedAt})
    ON CONFLICT ("userId", "slug") DO UPDATE SET "finishedAt" = CASE
      WHEN excluded."finishedAt" IS NULL THEN NULL
      ELSE COALESCE("LessonProgress"."finishedAt", excluded."finishedAt") END`;
}
