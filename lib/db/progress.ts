import 'server-only';
import { z } from 'zod';
import { database } from './database';
import { Prisma } from './generated/sqlite/client';

/** What a person has done, by slug; the size of it follows from how much there is to do, never from how often it was done. */
export type Done = {
  lessons: { slug: string; finishedAt?: Date; answered: number }[];
  /**
   * `passed`: tasks held at the head of the attempt where most are; the sandbox has none. `finishedAt` is the first finish,
   * `finishedAttempt` the id of the attempt with the newest.
   */
  labs: { slug: string; passed: number; finishedAt?: Date; finishedAttempt?: string }[];
  /** `best` is of grades that may be seen, from 0 to 1. */
  quizzes: { slug: string; attempts: number; open: boolean; best?: number }[];
  /** Released work of classes, the newest first. */
  marks: { quizSlug: string; className: string; points: number; maxPoints: number; unmarked: number }[];
};

/** An aggregate has no type of its own on SQLite: numbers and times come as the driver has them. */
const Time = z.coerce.date().optional();
const time = (value: unknown) => Time.parse(value ?? undefined);
const Ticked = z.array(z.string());

/** Everything a person's progress is made of, in three statements. */
export async function findDone(userId: string, now: Date): Promise<Done> {
  const [lessons, labs, quizzes] = await Promise.all([findLessons(userId), findLabs(userId), findQuizzes(userId, now)]);
  return { lessons, labs, ...quizzes };
}

async function findLessons(userId: string): Promise<Done['lessons']> {
  const { direct } = await database();
  const rows = await direct(Prisma.sql`
    SELECT "slug", MIN("finishedAt") AS "finishedAt", SUM("answered") AS "answered" FROM (
      SELECT "slug", "finishedAt", 0 AS "answered" FROM "LessonProgress" WHERE "userId" = ${userId}
      UNION ALL
      SELECT "slug", NULL, 1 FROM "LessonAnswer" WHERE "userId" = ${userId}
    ) AS "rows" GROUP BY "slug"`);
  return rows.map(({ slug, finishedAt, answered }) => ({
    slug: String(slug),
    ...at(finishedAt),
    answered: Number(answered),
  }));
}

async function findLabs(userId: string): Promise<Done['labs']> {
  const { direct } = await database();
  // One row for each set of tasks that some attempt stands at.
  const rows = await direct(Prisma.sql`
    SELECT a."labSlug" AS "slug", MIN(a."finishedAt") AS "finishedAt", s."ticked", (
      SELECT f."id" FROM "LabAttempt" f
      WHERE f."userId" = ${userId} AND f."labSlug" = a."labSlug" AND f."finishedAt" IS NOT NULL
      ORDER BY f."finishedAt" DESC, f."id" LIMIT 1
    ) AS "finishedAttempt"
    FROM "LabAttempt" a LEFT JOIN "LabStep" s ON s."attemptId" = a."id" AND s."seq" = a."head"
    WHERE a."userId" = ${userId} GROUP BY a."labSlug", s."ticked"`);
  const labs = new Map<string, Done['labs'][number]>();
  for (const { slug: labSlug, finishedAt, ticked, finishedAttempt } of rows) {
    const slug = String(labSlug);
    const before = labs.get(slug);
    const passed = ticked === null ? 0 : Ticked.parse(JSON.parse(String(ticked))).length;
    const finish = earlier(before?.finishedAt, time(finishedAt));
    labs.set(slug, {
      slug,
      passed: Math.max(passed, before?.passed ?? 0),
      ...(finish && { finishedAt: finish, finishedAttempt: String(finishedAttempt) }),
    });
  }
  return [...labs.values()];
}

/**
 * Practice of a quiz is one row, work for a class one each. A grade may be seen when the class's marks are released; in
 * practice, unless a class where the person learns still has the same quiz open: it must not give its own key away.
 */
async function findQuizzes(userId: string, now: Date): Promise<Pick<Done, 'quizzes' | 'marks'>> {
  const { direct } = await database();
  const rows = await direct(Prisma.sql`
    SELECT a."quizSlug" AS "slug", a."assignmentId", c."name" AS "className", s."dueAt", s."releasedAt",
      COUNT(*) AS "attempts", COUNT(a."submittedAt") AS "submitted", MAX(a."points" / NULLIF(a."maxPoints", 0)) AS "share",
      MAX(a."points") AS "points", MAX(a."maxPoints") AS "maxPoints", MAX(a."unmarked") AS "unmarked",
      CASE WHEN EXISTS (
        SELECT 1 FROM "Enrolment" e JOIN "Assignment" w ON w."classId" = e."classId"
        WHERE e."userId" = ${userId} AND e."role" = 'learner' AND w."quizSlug" = a."quizSlug" AND w."releasedAt" IS NULL
      ) THEN 1 ELSE 0 END AS "withheld"
    FROM "QuizAttempt" a
    LEFT JOIN "Assignment" s ON s."id" = a."assignmentId" LEFT JOIN "Class" c ON c."id" = s."classId"
    WHERE a."userId" = ${userId}
    GROUP BY a."quizSlug", a."assignmentId", c."name", s."dueAt", s."releasedAt"
    ORDER BY s."releasedAt" DESC, a."assignmentId"`);

  const quizzes = new Map<string, Done['quizzes'][number]>();
  const marks: Done['marks'] = [];
  for (const row of rows) {
    const [attempts, submitted] = [Number(row.attempts), Number(row.submitted)];
    const isWork = row.assignmentId !== null;
    // Past its time nothing can be added to an attempt, though nobody has closed it yet.
    const [dueAt, slug] = [time(row.dueAt), String(row.slug)];
    const isOver = row.releasedAt !== null || (dueAt !== undefined && dueAt <= now);
    const isSeen = submitted > 0 && (isWork ? row.releasedAt !== null : Number(row.withheld) === 0);
    const before = quizzes.get(slug);
    const best = isSeen ? Math.max(Number(row.share), before?.best ?? 0) : before?.best;
    quizzes.set(slug, {
      slug,
      attempts: attempts + (before?.attempts ?? 0),
      open: (submitted < attempts && !(isWork && isOver)) || (before?.open ?? false),
      ...(best !== undefined && { best }),
    });
    if (isWork && isSeen) {
      const [points, maxPoints, unmarked] = [Number(row.points), Number(row.maxPoints), Number(row.unmarked)];
      marks.push({ quizSlug: slug, className: String(row.className ?? ''), points, maxPoints, unmarked });
    }
  }
  return { quizzes: [...quizzes.values()], marks };
}

const at = (value: unknown) => {
  const finishedAt = time(value);
  return finishedAt && { finishedAt };
};

const earlier = (a: Date | undefined, b: Date | undefined) => (a && b ? (a < b ? a : b) : (a ?? b));
