import 'server-only';
import { database } from './database';

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
  const { prisma } = await database();
  const [progress, answers] = await Promise.all([
    prisma.lessonProgress.findUnique({ where: { userId_slug: { userId, slug } }, select: { finishedAt: true } }),
    prisma.lessonAnswer.findMany({
      where: { userId, slug },
      orderBy: { questionId: 'asc' },
      select: { questionId: true, contentHash: true, answer: true, score: true },
    }),
  ]);
  return { finishedAt: progress?.finishedAt ?? undefined, answers };
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
