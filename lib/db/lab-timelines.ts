import 'server-only';
import { announceMove } from './attempt-moves';
import type { DirectTransaction } from './connect';
import { database } from './database';
import { NoSuchTimeline, TimelineNameTaken, TooManyTimelines } from './errors';
import { Prisma } from './generated/sqlite/client';
import { type Remember, refuseTwin, remember } from './idempotency';
import { attemptOfRow, type LabAttempt, type Lost } from './lab-attempts';

/** A named head in an attempt's tree of steps. */
export type Timeline = {
  /** 0 is the one that the attempt began with; never used twice in an attempt. */
  number: number;
  name: string;
  /** Where it stands. */
  head: number;
  /** The step it was forked at; 0 of the first. */
  forkedAt: number;
};

/** An attempt with its timelines, in order of number; `main` alone when it was never forked. */
export type ForkedAttempt = { header: LabAttempt; timelines: Timeline[] };

/** The timelines of an attempt after a write, in order of number, and the one that it stands on. */
export type Timelines = { timeline: number; timelines: Timeline[] };

export type TimelinesWritten = ({ ok: true } & Timelines) | Lost;

/** Of an attempt, the first one counted. */
export const mostTimelines = 50;
const first: Timeline = { number: 0, name: 'main', head: 0, forkedAt: 0 };

/** The attempt without its log, and its timelines, in one statement; undefined when it is not this person's. */
export async function findForked(id: string, userId: string): Promise<ForkedAttempt | undefined> {
  const { direct } = await database();
  const rows = await direct(Prisma.sql`
    SELECT a.*, t."number", t."name", t."head" AS "timelineHead", t."forkedAt"
    FROM "LabAttempt" a LEFT JOIN "LabTimeline" t ON t."attemptId" = a."id"
    WHERE a."id" = ${id} AND a."userId" = ${userId} ORDER BY t."number"`);
  const [any] = rows;
  if (!any) return undefined;
  const { number: _number, name: _name, timelineHead: _head, forkedAt: _forkedAt, ...attempt } = any;
  const header = attemptOfRow(attempt);
  const kept = rows.filter(({ number }) => number !== null);
  return { header, timelines: standing(kept.map(timelineOfRow), header) };
}

/** What is stored of an attempt's timelines, with what only the attempt says. */
function standing(stored: readonly Timeline[], { head, timeline }: Pick<LabAttempt, 'head' | 'timeline'>): Timeline[] {
  const all = stored.length > 0 ? stored : [first];
  return all.map((one) => (one.number === timeline ? { ...one, head } : one));
}

const timelineOfRow = ({ number, name, timelineHead, forkedAt }: Record<string, unknown>): Timeline => ({
  number: Number(number),
  name: String(name),
  head: Number(timelineHead),
  forkedAt: Number(forkedAt),
});

/** A write on an attempt's timelines. It loses unless the attempt stands where it was read. */
export type TimelineWrite = {
  attemptId: string;
  userId: string;
  expectedHead: number;
  expectedTimeline: number;
  idempotency?: Remember<Timelines>;
};

/**
 * Begins a timeline at a step of the attempt and stands there; the one that is left keeps its head. That the step exists the
 * caller has seen: steps are never deleted. Throws `TimelineNameTaken`, `TooManyTimelines`, and `KeyTaken` when it lost to its twin.
 */
export function forkTimeline(fork: TimelineWrite & { name: string; at: number }): Promise<TimelinesWritten> {
  const { attemptId, name, at } = fork;
  return onTimelines(fork, async (tx, timelines) => {
    requireFree(name, timelines);
    if (timelines.length >= mostTimelines) throw new TooManyTimelines();
    const number = Math.max(...timelines.map((one) => one.number)) + 1;
    const made = { number, name, head: at, forkedAt: at };
    await insert(tx, attemptId, made);
    await stand(tx, fork, made);
    return { timeline: number, timelines: [...timelines, made] };
  });
}

/**
 * Stands where another timeline does; the one that is left keeps its head. Throws `NoSuchTimeline` and `KeyTaken`.
 * @param expectedTo where the other one was seen to stand; it loses when that is not so
 */
export function switchTimeline(to: TimelineWrite & { number: number; expectedTo: number }): Promise<TimelinesWritten> {
  return onTimelines(to, async (tx, timelines) => {
    const target = timelineOf(to.number, timelines);
    if (target.head !== to.expectedTo) return undefined;
    await stand(tx, to, target);
    return { timeline: target.number, timelines };
  });
}

/** Gives a timeline another name. Throws `NoSuchTimeline`, `TimelineNameTaken` and `KeyTaken`. */
export function renameTimeline(rename: TimelineWrite & { number: number; name: string }): Promise<TimelinesWritten> {
  const { attemptId, number, name, expectedTimeline } = rename;
  return onTimelines(rename, async (tx, timelines) => {
    timelineOf(number, timelines);
    const others = timelines.filter((one) => one.number !== number);
    requireFree(name, others);
    await tx.$executeRaw`
      UPDATE "LabTimeline" SET "name" = ${name} WHERE "attemptId" = ${attemptId} AND "number" = ${number}`;
    const renamed = timelines.map((one) => (one.number === number ? { ...one, name } : one));
    return { timeline: expectedTimeline, timelines: renamed };
  });
}

/**
 * Does `work` with the attempt's timelines in one transaction, in which nobody else moves the attempt or changes them, and tells
 * its pages. It loses when `work` answers undefined; when that throws, nothing was changed.
 */
async function onTimelines(
  write: TimelineWrite,
  work: (tx: DirectTransaction, timelines: Timeline[]) => Promise<Timelines | undefined>,
): Promise<TimelinesWritten> {
  const { attemptId, userId, expectedHead: head, expectedTimeline: timeline, idempotency } = write;
  const { directTransaction } = await database();
  const result = await directTransaction<TimelinesWritten>(async (tx) => {
    // The row's lock keeps others out until the end.
    const [mine] = await tx.$queryRaw`
      UPDATE "LabAttempt" SET "updatedAt" = ${new Date()}
      WHERE "id" = ${attemptId} AND "userId" = ${userId} AND "head" = ${head} AND "timeline" = ${timeline}
      RETURNING "head"`;
    if (!mine) return lost(tx, write);
    const rows = await tx.$queryRaw`
      SELECT "number", "name", "head" AS "timelineHead", "forkedAt" FROM "LabTimeline"
      WHERE "attemptId" = ${attemptId} ORDER BY "number"`;
    const timelines = standing(rows.map(timelineOfRow), { head, timeline });
    if (rows.length === 0) for (const one of timelines) await insert(tx, attemptId, one);
    const after = await work(tx, timelines);
    if (!after) return lost(tx, write);
    if (idempotency) await remember(tx, userId, idempotency, after);
    return { ok: true, ...after };
  });
  const now = result.ok && result.timelines.find(({ number }) => number === result.timeline);
  if (now) await announceMove({ userId, attemptId, head: now.head, timeline: now.number });
  return result;
}

function timelineOf(number: number, timelines: readonly Timeline[]): Timeline {
  const found = timelines.find((one) => one.number === number);
  if (!found) throw new NoSuchTimeline();
  return found;
}

function requireFree(name: string, timelines: readonly Timeline[]): void {
  if (timelines.some((one) => one.name === name)) throw new TimelineNameTaken();
}

async function insert(tx: DirectTransaction, attemptId: string, { number, name, head, forkedAt }: Timeline) {
  await tx.$executeRaw`
    INSERT INTO "LabTimeline" ("attemptId", "number", "name", "head", "forkedAt", "createdAt")
    VALUES (${attemptId}, ${number}, ${name}, ${head}, ${forkedAt}, ${new Date()})`;
}

/** Writes down where the attempt's timeline stands, and moves the attempt to another. */
async function stand(
  tx: DirectTransaction,
  { attemptId, expectedHead, expectedTimeline }: TimelineWrite,
  to: Timeline,
) {
  await tx.$executeRaw`
    UPDATE "LabTimeline" SET "head" = ${expectedHead}
    WHERE "attemptId" = ${attemptId} AND "number" = ${expectedTimeline}`;
  await tx.$executeRaw`
    UPDATE "LabAttempt" SET "head" = ${to.head}, "timeline" = ${to.number} WHERE "id" = ${attemptId}`;
}

async function lost(tx: DirectTransaction, { attemptId, userId, idempotency }: TimelineWrite): Promise<Lost> {
  await refuseTwin(tx, userId, idempotency);
  const [row] = await tx.$queryRaw`
    SELECT "head" FROM "LabAttempt" WHERE "id" = ${attemptId} AND "userId" = ${userId}`;
  return { ok: false, head: row ? Number(row.head) : undefined };
}
