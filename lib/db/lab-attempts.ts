import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { announceMove } from './attempt-moves';
import type { DirectTransaction, RawTransaction } from './connect';
import { database, dateOf } from './database';
import { KeyTaken, NoSuchStep } from './errors';
import { gathered } from './gathered';
import { Prisma } from './generated/sqlite/client';
import type { LabAttemptModel } from './generated/sqlite/models';
import { type Remember, refuseTwin, remember } from './idempotency';

/** One person's go at a lab. `head` is the step that holds now, 0 the start; `lastSeq` the newest step's number, never used again; `bytes` what all steps take. */
export type LabAttempt = Omit<LabAttemptModel, 'hints'> & { hints: Hints };

/** How many hints of each task were shown. */
export type Hints = Record<string, number>;

export type StepVia = 'shell' | 'form' | 'ec2' | 'sdk' | 'fault' | 'start';

/** World and shell as JSON texts; their schemas belong to `engine` and `shell`. */
export type State = { world: string; shell: string };

/** A step to append; its number and parent are given by the append. JSON texts are the caller's: `calls`, `shell`. */
export type NewStep = {
  /** Time in the simulated account. */
  at: Date;
  actor: string;
  via: StepVia;
  text: string;
  calls: string;
  /** The engine's sequence number before the step. */
  sequence: number;
  /** The shell's state after it; null when it is the parent's. */
  shell: string | null;
  /** Ids of the tasks held so far on this path. */
  ticked: string[];
  engine: string;
};

/** A step of the log. Its shell state is left out: it is large, and only the nearest one is ever needed. */
export type LabStep = Omit<NewStep, 'shell'> & { seq: number; parent: number; recordedAt: Date; repeats: number };

/** The write lost: `head` is where the attempt stands now, undefined when this person has no such attempt. Nothing was changed. */
export type Lost = { ok: false; head: number | undefined };

type Move = { attemptId: string; userId: string; expectedHead: number };

const Hints = z.record(z.string(), z.number());
const Ticked = z.array(z.string());
const Heads = z.array(z.object({ head: z.number() }));

/** Starts an attempt, with the state that its lab starts from. The content version must be stored already. */
export async function create(start: {
  userId: string;
  labSlug: string;
  contentHash: string;
  seed: string;
  engine: string;
  snapshot: State;
  idempotency?: Remember<LabAttempt>;
}): Promise<LabAttempt> {
  const { prisma } = await database();
  const { snapshot, idempotency, ...header } = start;
  const now = new Date();
  const id = randomUUID();
  return prisma.$transaction(async (tx) => {
    const attempt = toAttempt(await tx.labAttempt.create({ data: { ...header, id, createdAt: now, updatedAt: now } }));
    await insertSnapshot(tx, id, 0, header.engine, snapshot);
    if (idempotency) await remember(tx, header.userId, idempotency, attempt);
    return attempt;
  });
}

/** The attempt without its log, in one statement; undefined when it is not this person's. */
export async function findAttempt(id: string, userId: string): Promise<LabAttempt | undefined> {
  const { direct } = await database();
  const [row] = await direct(Prisma.sql`SELECT * FROM "LabAttempt" WHERE "id" = ${id} AND "userId" = ${userId}`);
  return row && attemptOfRow(row);
}

/** The id of a person's attempt at a lab: `preferred` if it is one of them, else the one that was gone on with last. */
export async function findNewest(userId: string, labSlug: string, preferred?: string): Promise<string | undefined> {
  const { prisma } = await database();
  const [row] = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "LabAttempt" WHERE "userId" = ${userId} AND "labSlug" = ${labSlug}
    ORDER BY CASE WHEN "id" = ${preferred ?? ''} THEN 0 ELSE 1 END, "updatedAt" DESC, "id" DESC LIMIT 1`;
  return row?.id;
}

/** For the EC2 endpoint, whose caller is known by a signature only: check it before doing anything with what this gives. */
export async function findByAccessKey(accessKeyId: string): Promise<LabAttempt | undefined> {
  const { direct } = await database();
  const [row] = await direct(Prisma.sql`SELECT * FROM "LabAttempt" WHERE "accessKeyId" = ${accessKeyId}`);
  return row && attemptOfRow(row);
}

/** An attempt as `direct` reads it, every column of its table and no other. */
export function attemptOfRow(row: Record<string, unknown>): LabAttempt {
  const { finishedAt, solutionShownAt, fromShare, createdAt, updatedAt } = row;
  return toAttempt({
    // Every call of a client asks for it: the columns of this very table are taken as they are, as Prisma does.
    ...(row as LabAttemptModel),
    finishedAt: finishedAt === null ? null : dateOf(finishedAt),
    solutionShownAt: solutionShownAt === null ? null : dateOf(solutionShownAt),
    fromShare: Boolean(fromShare),
    createdAt: dateOf(createdAt),
    updatedAt: dateOf(updatedAt),
  });
}

/** An attempt as a list shows it. */
export type LabAttemptSummary = Pick<
  LabAttempt,
  'id' | 'labSlug' | 'contentHash' | 'finishedAt' | 'createdAt' | 'updatedAt'
> & {
  /** Ids of the tasks held on the path to the head. */
  ticked: string[];
  /** Steps ever taken, undone ones too. */
  steps: number;
};

/** A person's attempts in one statement, the newest first; `before` continues a list from its last attempt's `updatedAt`. */
export async function listAttempts(
  userId: string,
  { labSlug, before, limit = 50 }: { labSlug?: string; before?: Date; limit?: number } = {},
): Promise<LabAttemptSummary[]> {
  const { prisma } = await database();
  const rows = await prisma.$queryRaw<(Omit<LabAttemptSummary, 'ticked'> & { ticked: string | null })[]>`
    SELECT a."id", a."labSlug", a."contentHash", a."finishedAt", a."createdAt", a."updatedAt", a."lastSeq" AS "steps", s."ticked"
    FROM "LabAttempt" a LEFT JOIN "LabStep" s ON s."attemptId" = a."id" AND s."seq" = a."head"
    WHERE a."userId" = ${userId}
    ${labSlug === undefined ? Prisma.empty : Prisma.sql`AND a."labSlug" = ${labSlug}`}
    ${before === undefined ? Prisma.empty : Prisma.sql`AND a."updatedAt" < ${before}`}
    ORDER BY a."updatedAt" DESC, a."id" DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, ticked: row.ticked === null ? [] : Ticked.parse(JSON.parse(row.ticked)) }));
}

/**
 * Adds a step after the head and moves the head to it, in one transaction. With `expectedLastSeq` it also loses when steps were
 * added and undone meanwhile, whose numbers this step's ids would repeat. Of any number at once on one head exactly one wins; the
 * others change nothing. A step that finishes the lab says so; the first to do it is kept, whatever is undone later.
 * Throws `KeyTaken` when it lost to its own twin.
 */
export async function appendStep(append: Append): Promise<Appended> {
  const result = await inOneCommit(append);
  if (!result.ok) return result;
  const { seq, timeline } = result;
  await announceMove({ userId: append.userId, attemptId: append.attemptId, head: seq, timeline });
  return { ok: true, seq };
}

type Append = Move & {
  expectedLastSeq?: number;
  step: NewStep;
  snapshot?: State;
  /** The step finishes the lab, at this time. */
  finishedAt?: Date;
  idempotency?: Remember<number>;
};
type Appended = { ok: true; seq: number } | Lost;
/** With the timeline that the attempt is on, which its pages are told of. */
type Inserted = { ok: true; seq: number; timeline: number } | Lost;

// Every line and every call of a client that changes something comes here, so it goes past Prisma, and those that come at once
// wait for the disk together. They are taken in one order, so that two servers cannot wait for each other.
const inOneCommit = gathered(
  async (appends: readonly Append[]) => {
    const { directTransaction } = await database();
    const inOrder = [...appends].sort((a, b) => (a.attemptId < b.attemptId ? -1 : 1));
    return directTransaction(async (tx) => {
      const results = new Map<Append, Inserted>();
      for (const append of inOrder) results.set(append, await insertStep(tx, append));
      return appends.map((append) => results.get(append) as Inserted); // The line above has given each.
    });
  },
  (error) => error instanceof KeyTaken,
);

async function insertStep(tx: DirectTransaction, append: Append): Promise<Inserted> {
  const { attemptId, userId, expectedHead, expectedLastSeq, step, snapshot, finishedAt, idempotency } = append;
  const now = new Date();
  const [moved] = await tx.$queryRaw`
    UPDATE "LabAttempt" SET "head" = "lastSeq" + 1, "lastSeq" = "lastSeq" + 1, "bytes" = "bytes" + ${bytesOf(append)},
      "updatedAt" = ${now}
    WHERE "id" = ${attemptId} AND "userId" = ${userId} AND "head" = ${expectedHead}
    ${expectedLastSeq === undefined ? Prisma.empty : Prisma.sql`AND "lastSeq" = ${expectedLastSeq}`}
    RETURNING "lastSeq" AS "seq", "timeline"`;
  if (!moved) return lost(tx, append);
  const seq = Number(moved.seq);
  await tx.$executeRaw`
    INSERT INTO "LabStep" ("attemptId", "seq", "parent", "at", "recordedAt", "actor", "via", "text", "calls", "sequence",
      "shell", "ticked", "repeats", "engine")
    VALUES (${attemptId}, ${seq}, ${expectedHead}, ${step.at}, ${now}, ${step.actor}, ${step.via}, ${step.text},
      ${step.calls}, ${step.sequence}, ${step.shell}, ${JSON.stringify(step.ticked)}, 0, ${step.engine})`;
  if (finishedAt)
    await tx.$executeRaw`
      UPDATE "LabAttempt" SET "finishedAt" = ${finishedAt}, "finishedSeq" = ${seq}
      WHERE "id" = ${attemptId} AND "finishedAt" IS NULL AND "solutionShownAt" IS NULL AND NOT "fromShare"`;
  if (snapshot) await insertSnapshot(tx, attemptId, seq, step.engine, snapshot);
  if (idempotency) await remember(tx, userId, idempotency, seq);
  return { ok: true, seq, timeline: Number(moved.timeline) };
}

const bytesOf = ({ step, snapshot }: Append): number =>
  [step.text, step.calls, step.shell ?? '', snapshot?.world ?? '', snapshot?.shell ?? '']
    .map((text) => Buffer.byteLength(text))
    .reduce((sum, bytes) => sum + bytes);

/** Counts a refusal that came again on the step that it repeats, which must be this attempt's head. */
export async function countRepeat(
  repeat: Move & { seq: number; idempotency?: Remember<number> },
): Promise<{ ok: true; repeats: number } | Lost> {
  const { attemptId, userId, expectedHead, seq, idempotency } = repeat;
  const { prisma } = await database();
  const result = await prisma.$transaction<{ ok: true; repeats: number; timeline: number } | Lost>(async (tx) => {
    const [attempt] = await tx.labAttempt.updateManyAndReturn({
      where: { id: attemptId, userId, head: expectedHead },
      data: { updatedAt: new Date() },
      select: { timeline: true },
    });
    if (!attempt) return lost(tx, repeat);
    const [row] = await tx.$queryRaw<{ repeats: number }[]>`
      UPDATE "LabStep" SET "repeats" = "repeats" + 1
      WHERE "attemptId" = ${attemptId} AND "seq" = ${seq} RETURNING "repeats"`;
    if (!row) throw new NoSuchStep();
    if (idempotency) await remember(tx, userId, idempotency, row.repeats);
    return { ok: true, repeats: row.repeats, ...attempt };
  });
  if (!result.ok) return result;
  await announceMove({ userId, attemptId, head: seq, timeline: result.timeline });
  return { ok: true, repeats: result.repeats };
}

/**
 * Moves the head to a step, or to 0, the start: undo, redo, reset, another branch. Nothing is deleted, and a finish stays.
 * Throws `NoSuchStep`, and `KeyTaken` when it lost to its own twin.
 */
export async function moveHead(move: {
  attemptId: string;
  userId: string;
  /** When given, the move loses unless the head is there. */
  expectedHead?: number;
  /** When given, the move loses unless the attempt is on that timeline. */
  expectedTimeline?: number;
  to: number;
  idempotency?: Remember<number>;
}): Promise<{ ok: true; head: number } | Lost> {
  const { attemptId, userId, expectedHead, expectedTimeline, to, idempotency } = move;
  const { prisma } = await database();
  const result = await prisma.$transaction<{ ok: true; timeline: number } | Lost>(async (tx) => {
    const [attempt] = await tx.labAttempt.updateManyAndReturn({
      where: {
        id: attemptId,
        userId,
        ...(expectedHead !== undefined && { head: expectedHead }),
        ...(expectedTimeline !== undefined && { timeline: expectedTimeline }),
        ...(to !== 0 && { steps: { some: { seq: to } } }),
      },
      data: { head: to, updatedAt: new Date() },
      select: { timeline: true },
    });
    if (!attempt) {
      const result = await lost(tx, move);
      if (result.head === undefined || to === 0) return result;
      if ((await tx.labStep.count({ where: { attemptId, seq: to } })) === 0) throw new NoSuchStep();
      return result;
    }
    if (idempotency) await remember(tx, userId, idempotency, to);
    return { ok: true, ...attempt };
  });
  if (!result.ok) return result;
  await announceMove({ userId, attemptId, head: to, timeline: result.timeline });
  return { ok: true, head: to };
}

/** Keeps how many hints of each task were shown. False when this person has no such attempt. Throws `KeyTaken`. */
export async function setHints(
  id: string,
  userId: string,
  hints: Hints,
  idempotency?: Remember<undefined>,
): Promise<boolean> {
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.labAttempt.updateMany({ where: { id, userId }, data: { hints: JSON.stringify(hints) } });
    if (count > 0 && idempotency) await remember(tx, userId, idempotency, undefined);
    return count > 0;
  });
}

/** Keeps when the solution was first shown. False when this person has no such attempt. Throws `KeyTaken`. */
export async function showSolution(id: string, userId: string, idempotency?: Remember<undefined>): Promise<boolean> {
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE "LabAttempt" SET "solutionShownAt" = COALESCE("solutionShownAt", ${new Date()})
      WHERE "id" = ${id} AND "userId" = ${userId}`;
    if (count > 0 && idempotency) await remember(tx, userId, idempotency, undefined);
    return count > 0;
  });
}

/**
 * Gives the attempt an access key unless it has one. Undefined when this person has no such attempt.
 * @param candidate the id to take where there is none yet
 */
export async function giveAccessKey(
  id: string,
  userId: string,
  candidate: string,
): Promise<(Pick<LabAttempt, 'keyVersion' | 'contentHash'> & { accessKeyId: string }) | undefined> {
  const { prisma } = await database();
  const [row] = await prisma.$queryRaw<{ accessKeyId: string; keyVersion: number; contentHash: string }[]>`
    UPDATE "LabAttempt" SET "accessKeyId" = COALESCE("accessKeyId", ${candidate})
    WHERE "id" = ${id} AND "userId" = ${userId}
    RETURNING "accessKeyId", "keyVersion", "contentHash"`;
  return row;
}

/**
 * Revokes the attempt's EC2 credentials: no request finds it by them any more, and new ones have another secret.
 * False when this person has no such attempt. Throws `KeyTaken`.
 */
export async function revokeAccessKey(id: string, userId: string, idempotency?: Remember<undefined>): Promise<boolean> {
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.labAttempt.updateMany({
      where: { id, userId },
      data: { keyVersion: { increment: 1 }, accessKeyId: null },
    });
    if (count > 0 && idempotency) await remember(tx, userId, idempotency, undefined);
    return count > 0;
  });
}

async function lost(
  tx: Pick<RawTransaction, '$queryRaw'>,
  move: { attemptId: string; userId: string; idempotency?: { key: string } },
): Promise<Lost> {
  await refuseTwin(tx, move.userId, move.idempotency);
  const rows = await tx.$queryRaw`
    SELECT "head" FROM "LabAttempt" WHERE "id" = ${move.attemptId} AND "userId" = ${move.userId}`;
  return { ok: false, head: Heads.parse(rows)[0]?.head };
}

async function insertSnapshot(
  tx: Pick<RawTransaction, '$executeRaw'>,
  attemptId: string,
  seq: number,
  engine: string,
  state: State,
) {
  await tx.$executeRaw`
    INSERT INTO "LabSnapshot" ("attemptId", "seq", "engine", "world", "shell")
    VALUES (${attemptId}, ${seq}, ${engine}, ${state.world}, ${state.shell})`;
}

function toAttempt(row: LabAttemptModel): LabAttempt {
  return { ...row, hints: Hints.parse(JSON.parse(row.hints)) };
}
