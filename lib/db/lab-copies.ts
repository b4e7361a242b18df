import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from './database';
import { Prisma } from './generated/sqlite/client';
import { type Remember, remember } from './idempotency';
import type { LabAttempt, NewStep, State } from './lab-attempts';

/** A step of a copied log; its number and parent are the copy's. */
export type CopiedStep = Omit<NewStep, 'shell'> & { seq: number; parent: number; repeats: number };

export type CopiedSnapshot = State & { seq: number; engine: string };

export type Copy = {
  /** Whose it will be, and what it is an attempt at. */
  header: Pick<LabAttempt, 'userId' | 'labSlug' | 'contentHash' | 'seed' | 'engine' | 'lastSeq'>;
  /** In order; the last is the head. */
  steps: CopiedStep[];
  /** Of the start, 0, and of steps. */
  snapshots: CopiedSnapshot[];
  idempotency?: Remember<string>;
};

/** Rows of one statement: each of a step has a dozen values, and a database takes some thousand in all. */
const rowsAtOnce = 200;

const bytesOf = (...texts: string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** What the copy takes, as `LabAttempt.bytes` counts it: its steps and their snapshots. */
export const copiedBytes = ({ steps, snapshots }: Pick<Copy, 'steps' | 'snapshots'>): number =>
  steps.reduce((sum, { text, calls }) => sum + bytesOf(text, calls), 0) +
  snapshots.reduce((sum, { seq, world, shell }) => sum + (seq === 0 ? 0 : bytesOf(world, shell)), 0);

/**
 * Stores an attempt that begins with the log of somebody else's, in one transaction past Prisma, which takes a hundred times as
 * long over thousands of rows while everybody else waits. A finish of it will not be recorded. Throws `KeyTaken`.
 * @returns its id
 */
export async function createCopy(copy: Copy): Promise<string> {
  const { header, steps, snapshots, idempotency } = copy;
  const { userId, labSlug, contentHash, seed, engine, lastSeq } = header;
  const { directTransaction } = await database();
  const id = randomUUID();
  const now = new Date();
  await directTransaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "LabAttempt" ("id", "userId", "labSlug", "contentHash", "seed", "engine", "head", "lastSeq", "bytes", "fromShare",
        "createdAt", "updatedAt")
      VALUES (${id}, ${userId}, ${labSlug}, ${contentHash}, ${seed}, ${engine}, ${steps.length}, ${lastSeq}, ${copiedBytes(copy)},
        TRUE, ${now}, ${now})`;
    for (const some of slices(steps)) {
      const rows = some.map(
        (
          step,
        ) => Prisma.sql`(${id}, ${step.seq}, ${step.parent}, ${step.at}, ${now}, ${step.actor}, ${step.via}, ${step.text},
          ${step.calls}, ${step.sequence}, ${JSON.stringify(step.ticked)}, ${step.repeats}, ${step.engine})`,
      );
      await tx.$executeRaw`
        INSERT INTO "LabStep" ("attemptId", "seq", "parent", "at", "recordedAt", "actor", "via", "text", "calls", "sequence",
          "ticked", "repeats", "engine")
        VALUES ${Prisma.join(rows)}`;
    }
    for (const { seq, engine: version, world, shell } of snapshots) {
      await tx.$executeRaw`
        INSERT INTO "LabSnapshot" ("attemptId", "seq", "engine", "world", "shell")
        VALUES (${id}, ${seq}, ${version}, ${world}, ${shell})`;
    }
    if (idempotency) await remember(tx, userId, idempotency, id);
  });
  return id;
}

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
}
