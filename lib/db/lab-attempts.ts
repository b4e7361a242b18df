import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { database } from './database';
import { NoSuchStep } from './errors';
import { Prisma } from './generated/sqlite/client';
import type { LabAttemptModel, LabStepModel } from './generated/sqlite/models';
import { type Remember, refuseTwin, remember } from './idempotency';

/** One person's go at a lab. `head` is the step that holds now, 0 the start; `lastSeq` the newest step's number, never used again. */
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

/** An attempt's log, with what is needed to go on from its head. */
export type LabLog = {
  head: number;
  /** The whole tree, in order of seq; undone branches too. */
  steps: LabStep[];
  /** The seqs from the first step to the head (or `at`). Empty at the start. */
  path: number[];
  /** The newest usable snapshot on the path, or the start state: replay the path's steps after `seq` onto it. */
  snapshot: { seq: number; engine: string; world: string };
  /** The shell's state at the head. */
  shell: string;
};

/** The write lost: `head` is where the attempt stands now, undefined when this person has no such attempt. Nothing was changed. */
export type Lost = { ok: false; head: number | undefined };

type Move = { attemptId: string; userId: string; expectedHead: number };

const Hints = z.record(z.string(), z.number());
const Ticked = z.array(z.string());

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
  const { prisma } = await database();
  const row = await prisma.labAttempt.findUnique({ where: { id, userId } });
  return row ? toAttempt(row) : undefined;
}

/** For the EC2 endpoint, whose caller is known by a signature only: check it with what this gives before doing anything. */
export async function findKeyHolder(id: string): Promise<{ userId: string; keyVersion: number } | undefined> {
  const { prisma } = await database();
  return (
    (await prisma.labAttempt.findUnique({ where: { id }, select: { userId: true, keyVersion: true } })) ?? undefined
  );
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
export async function appendStep(
  append: Move & {
    expectedLastSeq?: number;
    step: NewStep;
    snapshot?: State;
    finished?: boolean;
    idempotency?: Remember<number>;
  },
): Promise<{ ok: true; seq: number } | Lost> {
  const { attemptId, userId, expectedHead, expectedLastSeq, step, snapshot, finished, idempotency } = append;
  const { prisma } = await database();
  const now = new Date();
  return prisma.$transaction(async (tx) => {
    const [moved] = await tx.$queryRaw<{ seq: number }[]>`
      UPDATE "LabAttempt" SET "head" = "lastSeq" + 1, "lastSeq" = "lastSeq" + 1, "updatedAt" = ${now}
      WHERE "id" = ${attemptId} AND "userId" = ${userId} AND "head" = ${expectedHead}
      ${expectedLastSeq === undefined ? Prisma.empty : Prisma.sql`AND "lastSeq" = ${expectedLastSeq}`}
      RETURNING "lastSeq" AS "seq"`;
    if (!moved) return lost(tx, append);
    const { seq } = moved;
    await tx.$executeRaw`
      INSERT INTO "LabStep" ("attemptId", "seq", "parent", "at", "recordedAt", "actor", "via", "text", "calls", "sequence",
        "shell", "ticked", "repeats", "engine")
      VALUES (${attemptId}, ${seq}, ${expectedHead}, ${step.at}, ${now}, ${step.actor}, ${step.via}, ${step.text},
        ${step.calls}, ${step.sequence}, ${step.shell}, ${JSON.stringify(step.ticked)}, 0, ${step.engine})`;
    if (finished)
      await tx.labAttempt.updateMany({
        where: { id: attemptId, finishedAt: null },
        data: { finishedAt: now, finishedSeq: seq },
      });
    if (snapshot) await insertSnapshot(tx, attemptId, seq, step.engine, snapshot);
    if (idempotency) await remember(tx, userId, idempotency, seq);
    return { ok: true, seq };
  });
}

/** Counts a refusal that came again on the step that it repeats, which must be this attempt's head. */
export async function countRepeat(
  repeat: Move & { seq: number; idempotency?: Remember<number> },
): Promise<{ ok: true; repeats: number } | Lost> {
  const { attemptId, userId, expectedHead, seq, idempotency } = repeat;
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.labAttempt.updateMany({
      where: { id: attemptId, userId, head: expectedHead },
      data: { updatedAt: new Date() },
    });
    if (count === 0) return lost(tx, repeat);
    const [row] = await tx.$queryRaw<{ repeats: number }[]>`
      UPDATE "LabStep" SET "repeats" = "repeats" + 1
      WHERE "attemptId" = ${attemptId} AND "seq" = ${seq} RETURNING "repeats"`;
    if (!row) throw new NoSuchStep();
    if (idempotency) await remember(tx, userId, idempotency, row.repeats);
    return { ok: true, repeats: row.repeats };
  });
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
  to: number;
  idempotency?: Remember<number>;
}): Promise<{ ok: true; head: number } | Lost> {
  const { attemptId, userId, expectedHead, to, idempotency } = move;
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.labAttempt.updateMany({
      where: { id: attemptId, userId, ...(expectedHead !== undefined && { head: expectedHead }) },
      data: { head: to, updatedAt: new Date() },
    });
    if (count === 0) return lost(tx, move);
    // Throwing undoes the move.
    if (to !== 0 && (await tx.labStep.count({ where: { attemptId, seq: to } })) === 0) throw new NoSuchStep();
    if (idempotency) await remember(tx, userId, idempotency, to);
    return { ok: true, head: to };
  });
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

/** Revokes the attempt's EC2 credentials. @returns the new version, undefined when this person has no such attempt */
export async function raiseKeyVersion(id: string, userId: string): Promise<number | undefined> {
  const { prisma } = await database();
  const [row] = await prisma.labAttempt.updateManyAndReturn({
    where: { id, userId },
    data: { keyVersion: { increment: 1 } },
    select: { keyVersion: true },
  });
  return row?.keyVersion;
}

/**
 * The log, with what is needed to go on from the head, or from step `at`, in two statements. Undefined when this person has no
 * such attempt; throws `NoSuchStep`. `usable`: whether a snapshot of that engine's version can be gone on from; the start state
 * is taken whatever this says.
 */
export async function loadLog(
  id: string,
  userId: string,
  options: { usable?: (engine: string) => boolean; at?: number } = {},
): Promise<LabLog | undefined> {
  const { usable = () => true } = options;
  const { prisma } = await database();
  type Row = Omit<LabStepModel, 'shell' | 'attemptId'> & {
    head: number;
    hasShell: unknown;
    snapshotEngine: string | null;
  };
  // One statement, so that head and steps are of one moment. The last two columns tell what is there without reading it.
  const rows = await prisma.$queryRaw<(Row | (Record<keyof Row, null> & { head: number }))[]>`
    SELECT a."head", s."seq", s."parent", s."at", s."recordedAt", s."actor", s."via", s."text", s."calls", s."sequence",
      s."ticked", s."repeats", s."engine", s."shell" IS NOT NULL AS "hasShell", n."engine" AS "snapshotEngine"
    FROM "LabAttempt" a
    LEFT JOIN "LabStep" s ON s."attemptId" = a."id"
    LEFT JOIN "LabSnapshot" n ON n."attemptId" = s."attemptId" AND n."seq" = s."seq"
    WHERE a."id" = ${id} AND a."userId" = ${userId} ORDER BY s."seq"`;
  const head = options.at ?? rows[0]?.head;
  if (head === undefined || rows.length === 0) return undefined;

  const bySeq = new Map(rows.flatMap((row) => (row.seq === null ? [] : [[row.seq, row]])));
  if (head !== 0 && !bySeq.has(head)) throw new NoSuchStep();
  const path: number[] = [];
  for (let step = bySeq.get(head); step; step = bySeq.get(step.parent)) path.push(step.seq);
  path.reverse();
  const onPath = path.flatMap((seq) => bySeq.get(seq) ?? []);
  const snapshotSeq = onPath.findLast((row) => row.snapshotEngine !== null && usable(row.snapshotEngine))?.seq ?? 0;
  const shellSeq = onPath.findLast((row) => Boolean(row.hasShell))?.seq ?? 0;

  const [state] = await prisma.$queryRaw<(State & { engine: string; stepShell: string | null })[]>`
    SELECT "engine", "world", "shell",
      (SELECT "shell" FROM "LabStep" WHERE "attemptId" = ${id} AND "seq" = ${shellSeq}) AS "stepShell"
    FROM "LabSnapshot" WHERE "attemptId" = ${id} AND "seq" = ${snapshotSeq}`;
  if (!state) throw new Error(`Attempt ${id} has lost its snapshot ${snapshotSeq}.`);
  return {
    head,
    steps: [...bySeq.values()].map(toStep),
    path,
    snapshot: { seq: snapshotSeq, engine: state.engine, world: state.world },
    shell: state.stepShell ?? state.shell,
  };
}

async function lost(
  tx: Prisma.TransactionClient,
  move: { attemptId: string; userId: string; idempotency?: { key: string } },
): Promise<Lost> {
  await refuseTwin(tx, move.userId, move.idempotency);
  const row = await tx.labAttempt.findUnique({
    where: { id: move.attemptId, userId: move.userId },
    select: { head: true },
  });
  return { ok: false, head: row?.head };
}

async function insertSnapshot(
  tx: Prisma.TransactionClient,
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

function toStep(row: Omit<LabStepModel, 'shell' | 'attemptId'>): LabStep {
  const { seq, parent, at, recordedAt, actor, text, calls, sequence, repeats, engine } = row;
  const ticked = Ticked.parse(JSON.parse(row.ticked));
  // Only appendStep writes steps, and it takes no other via.
  return {
    seq,
    parent,
    at,
    recordedAt,
    actor,
    via: row.via as StepVia,
    text,
    calls,
    sequence,
    ticked,
    repeats,
    engine,
  };
}
