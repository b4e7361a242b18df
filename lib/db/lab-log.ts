import 'server-only';
import { z } from 'zod';
import { database, dateOf } from './database';
import { NoSuchStep } from './errors';
import { Prisma } from './generated/sqlite/client';
import type { LabStep, State, StepVia } from './lab-attempts';

/** What is needed to go on from a step: the nearest snapshot on its path, the steps since, and the shell. */
export type LabPath = {
  /** The step asked for; undefined at the start. */
  step: LabStep | undefined;
  /** Its `seq` is 0 when it is the start state. */
  snapshot: { seq: number; engine: string; world: string };
  /** Those after the snapshot, in order; the last is the step asked for. */
  since: LabStep[];
  /** The shell's state after the step asked for. */
  shell: string;
};

const Time = z.unknown().transform(dateOf);
const Texts = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));
/** Only `appendStep` writes steps, and it takes no other. */
const Via = z.string().transform((via) => via as StepVia);

const StepRow = z.object({
  seq: z.number(),
  parent: z.number(),
  at: Time,
  recordedAt: Time,
  actor: z.string(),
  via: Via,
  text: z.string(),
  calls: z.string(),
  sequence: z.number(),
  ticked: Texts,
  repeats: z.number(),
  engine: z.string(),
});

/**
 * What is needed to go on from step `at`, or from the start state, 0, in one statement that reads the path back to the nearest
 * snapshot and no further: its cost does not grow with the log. Undefined when this person has no such attempt; throws
 * `NoSuchStep`. A snapshot of another engine is taken too: an open attempt goes on from its stored world.
 */
export async function loadPath(id: string, userId: string, at: number): Promise<LabPath | undefined> {
  const { direct } = await database();
  // Every world and shell but the two that are needed is left unread: they are large.
  const rows = await direct(Prisma.sql`
    WITH RECURSIVE "path"("seq") AS (
      SELECT CAST(${at} AS INTEGER) FROM "LabAttempt" a WHERE a."id" = ${id} AND a."userId" = ${userId}
      UNION ALL
      SELECT s."parent" FROM "path" p JOIN "LabStep" s ON s."attemptId" = ${id} AND s."seq" = p."seq"
      WHERE NOT EXISTS (SELECT 1 FROM "LabSnapshot" n WHERE n."attemptId" = ${id} AND n."seq" = p."seq")
    )
    SELECT p."seq", s."parent", s."at", s."recordedAt", s."actor", s."via", s."text", s."calls", s."sequence",
      s."ticked", s."repeats", s."engine", n."engine" AS "snapshotEngine", n."world", n."shell" AS "snapshotShell",
      CASE WHEN s."seq" = (
        SELECT MAX(l."seq") FROM "path" q JOIN "LabStep" l ON l."attemptId" = ${id} AND l."seq" = q."seq"
        WHERE l."shell" IS NOT NULL
      ) THEN s."shell" END AS "stepShell"
    FROM "path" p
    LEFT JOIN "LabStep" s ON s."attemptId" = ${id} AND s."seq" = p."seq"
    LEFT JOIN "LabSnapshot" n ON n."attemptId" = ${id} AND n."seq" = p."seq"
    ORDER BY p."seq"`);
  const [first, ...since] = rows;
  if (!first) return undefined;
  const { seq, snapshotEngine, world, snapshotShell } = first;
  if (world === null) {
    if (seq === at) throw new NoSuchStep();
    throw new Error(`Attempt ${id} has lost its start state.`);
  }
  const steps = since.map((row) => StepRow.parse(row));
  const changed = since.find(({ stepShell }) => stepShell !== null);
  return {
    step: steps.at(-1) ?? (at === 0 ? undefined : StepRow.parse(first)),
    snapshot: { seq: Number(seq), engine: String(snapshotEngine), world: String(world) },
    since: steps,
    shell: String(changed ? changed.stepShell : snapshotShell),
  };
}

/** A step as a list shows it. */
export type ListedStep = Pick<LabStep, 'seq' | 'parent' | 'at' | 'via' | 'text' | 'calls' | 'repeats'>;

const ListedRow = StepRow.pick({
  seq: true,
  parent: true,
  at: true,
  via: true,
  text: true,
  calls: true,
  repeats: true,
});

/**
 * The tree of steps up to number `last`, undone branches too, in order of seq and in one statement. Empty when this person has
 * no such attempt. Cost: what the log holds.
 */
export async function listSteps(id: string, userId: string, last: number): Promise<ListedStep[]> {
  const { direct } = await database();
  const rows = await direct(Prisma.sql`
    SELECT s."seq", s."parent", s."at", s."via", s."text", s."calls", s."repeats"
    FROM "LabStep" s JOIN "LabAttempt" a ON a."id" = s."attemptId"
    WHERE a."id" = ${id} AND a."userId" = ${userId} AND s."seq" <= ${last} ORDER BY s."seq"`);
  return rows.map((row) => ListedRow.parse(row));
}

/** Keeps a snapshot of a step that had none. One that is there stays. */
export async function keepSnapshot(id: string, seq: number, engine: string, state: State): Promise<void> {
  const { direct } = await database();
  await direct(Prisma.sql`
    INSERT INTO "LabSnapshot" ("attemptId", "seq", "engine", "world", "shell")
    VALUES (${id}, ${seq}, ${engine}, ${state.world}, ${state.shell}) ON CONFLICT ("attemptId", "seq") DO NOTHING`);
}
