import 'server-only';
import { database, dateOf } from './database';
import { Prisma } from './generated/sqlite/client';

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

/** How far a person is in a lesson; `finishedAt` undefined until it is marked as read. */
export type LessonState = { finishedAt: Date | undefined; answers: LessonAnswer[] };

export async function findLessonState({ userId, slug }: Whose): Promise<LessonState> {
  const { direct } = await database();
  // The lesson's own row, and one for each answer: one statement, since every view of a lesson asks for it.
  const rows = await direct(Prisma.sql`
    SELECT NULL AS "questionId", NULL AS "contentHash", NULL AS "answer", NULL AS "score", "finishedAt"
    FROM "LessonProgress" WHERE "userId" = ${userId} AND "slug" = ${slug}
    UNION ALL
    SELECT "questionId", "contentHash", "answer", "score", NULL
    FROM "LessonAnswer" WHERE "userId" = ${userId} AND "slug" = ${slug} ORDER BY 1`);
  const finished = rows.find(({ finishedAt }) => finishedAt !== null)?.finishedAt;
  const answers = rows.flatMap(({ questionId, contentHash, answer, score }) =>
    questionId === null
      ? []
      : [
          {
            questionId: String(questionId),
            contentHash: String(contentHash),
            answer: String(answer),
            score: Number(score),
          },
        ],
  );
  return { finishedAt: finished === undefined ? undefined : dateOf(finished), answers };
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
