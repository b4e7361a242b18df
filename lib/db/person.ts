import 'server-only';
import { database } from './database';
import type { ClassRole } from './membership';
import { listSeen } from './misconceptions';

/** The roles that a person has in classes, each once, in one statement. */
export async function rolesOf(userId: string): Promise<ClassRole[]> {
  const { prisma } = await database();
  const rows = await prisma.$queryRaw<{ role: ClassRole }[]>`
    SELECT "role" FROM "Enrolment" WHERE "userId" = ${userId} GROUP BY "role"`;
  return rows.map(({ role }) => role);
}

/** What a column of JSON holds. */
const data = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text));

/**
 * All that is stored on a person, but for what proves who they are (password, ids of sessions, tokens) and what is a copy of the rest
 * (snapshots of accounts, answers kept for repeated requests). Of a quiz whose marks they may not see yet there are their answers only.
 */
export async function findAll(userId: string) {
  const { prisma } = await database();
  const where = { userId };
  const account = {
    id: true,
    kind: true,
    role: true,
    mayMakeClasses: true,
    name: true,
    email: true,
    theme: true,
    createdAt: true,
    lastSeenAt: true,
  } as const;
  return {
    account: await prisma.user.findUniqueOrThrow({ where: { id: userId }, select: account }),
    sessions: await prisma.session.findMany({
      where,
      select: { createdAt: true, lastSeenAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    tokens: await prisma.apiToken.findMany({
      where,
      select: { name: true, createdAt: true, lastUsedAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    labAttempts: await findLabAttempts(userId),
    lessons: await findLessons(userId),
    misconceptions: await listSeen(userId),
    quizAttempts: await findQuizAttempts(userId),
    classes: await findClasses(userId),
    marksGiven: await findMarksGiven(userId),
    log: await findLog(userId),
  };
}

async function findLabAttempts(userId: string) {
  const { prisma } = await database();
  const attempts = await prisma.labAttempt.findMany({
    where: { userId },
    omit: { userId: true, keyVersion: true, accessKeyId: true },
    include: {
      steps: { omit: { attemptId: true, actor: true, shell: true }, orderBy: { seq: 'asc' } },
      shares: { omit: { attemptId: true }, orderBy: { seq: 'asc' } },
      timelines: { omit: { attemptId: true }, orderBy: { number: 'asc' } },
    },
    orderBy: { createdAt: 'asc' },
  });
  // A step's shell is what lasted from all lines before it: only the newest says more than the texts of the lines.
  const shells = await prisma.$queryRaw<{ attemptId: string; shell: string }[]>`
    SELECT s."attemptId", s."shell" FROM "LabStep" s JOIN "LabAttempt" a ON a."id" = s."attemptId"
    WHERE a."userId" = ${userId} AND s."seq" = (
      SELECT MAX(n."seq") FROM "LabStep" n WHERE n."attemptId" = s."attemptId" AND n."shell" IS NOT NULL)`;
  const shellOf = new Map(shells.map(({ attemptId, shell }) => [attemptId, shell]));
  return attempts.map(({ steps, hints, seed, ...attempt }) => ({
    ...attempt,
    ...(!attempt.fromShare && { seed }),
    hints: data(hints),
    shell: data(shellOf.get(attempt.id) ?? null),
    steps: steps.map(({ calls, ticked, ...step }) => ({ ...step, calls: data(calls), ticked: data(ticked) })),
  }));
}

async function findLessons(userId: string) {
  const { prisma } = await database();
  const own = { where: { userId }, omit: { userId: true } } as const;
  const [progress, answers, bookmarks, notes] = await Promise.all([
    prisma.lessonProgress.findMany({ ...own, orderBy: { startedAt: 'asc' } }),
    prisma.lessonAnswer.findMany({ ...own, orderBy: { answeredAt: 'asc' } }),
    prisma.lessonBookmark.findMany({ ...own, orderBy: { createdAt: 'asc' } }),
    prisma.lessonNote.findMany({ ...own, orderBy: { savedAt: 'asc' } }),
  ]);
  return {
    progress,
    answers: answers.map(({ answer, ...rest }) => ({ ...rest, answer: data(answer) })),
    bookmarks,
    notes,
  };
}

async function findQuizAttempts(userId: string) {
  const { prisma } = await database();
  const attempts = await prisma.quizAttempt.findMany({
    where: { userId },
    omit: { userId: true },
    include: {
      assignment: { select: { releasedAt: true, class: { select: { id: true, name: true } } } },
      answers: {
        omit: { attemptId: true },
        include: { marks: { omit: { answerId: true }, orderBy: { version: 'asc' } } },
        orderBy: { questionId: 'asc' },
      },
    },
    orderBy: { createdAt: 'asc' },
  });
  const closed = await prisma.assignment.findMany({
    where: { releasedAt: null, class: { enrolments: { some: { userId, role: 'learner' } } } },
    select: { quizSlug: true },
  });
  const withheldInPractice = new Set(closed.map(({ quizSlug }) => quizSlug));
  return attempts.map(({ assignment, answers, points, maxPoints, unmarked, ...attempt }) => {
    const withheld = assignment ? assignment.releasedAt === null : withheldInPractice.has(attempt.quizSlug);
    return {
      ...attempt,
      ...(assignment && { class: assignment.class }),
      withheld,
      ...(!withheld && { points, maxPoints, unmarked }),
      answers: answers.map(({ answer, marks, points: given, markVersion, ...rest }) => ({
        ...rest,
        answer: data(answer),
        ...(!withheld && {
          points: given,
          markVersion,
          // Who marked it is another's to tell.
          marks: marks.map(({ rubric, markedBy, ...mark }) => ({
            ...mark,
            rubric: data(rubric),
            by: markedBy === 'engine' ? 'engine' : markedBy === userId ? 'self' : 'grader',
          })),
        }),
      })),
    };
  });
}

async function findClasses(userId: string) {
  const { prisma } = await database();
  const enrolments = await prisma.enrolment.findMany({
    where: { userId },
    include: { class: { select: { name: true } } },
    omit: { userId: true },
    orderBy: { joinedAt: 'asc' },
  });
  return enrolments.map(({ class: { name }, ...rest }) => ({ ...rest, name }));
}

/** Marks of others' answers, without whose they are. */
async function findMarksGiven(userId: string) {
  const { prisma } = await database();
  const marks = await prisma.mark.findMany({
    where: { markedBy: userId, answer: { attempt: { userId: { not: userId } } } },
    omit: { markedBy: true },
    orderBy: { markedAt: 'asc' },
  });
  return marks.map(({ rubric, ...mark }) => ({ ...mark, rubric: data(rubric) }));
}

/** What the audit log says of the person: what they did, what was done to them. Others in it have no name here. */
async function findLog(userId: string) {
  const { prisma } = await database();
  const events = await prisma.auditEvent.findMany({
    where: {
      OR: [
        { actorId: userId },
        { subject: `user:${userId}` },
        { before: { contains: userId } },
        { after: { contains: userId } },
      ],
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return events.map(({ id: _, actorId, before, after, ...event }) => ({
    ...event,
    by: actorId === userId ? 'self' : actorId === null ? 'command' : 'another',
    before: data(before),
    after: data(after),
  }));
}
