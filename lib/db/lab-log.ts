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

/** A step as a list shows it; `misconception` is the one that its person was told of there, or null. */
export type ListedStep = Pick<LabStep, 'seq' | 'parent' | 'at' | 'via' | 'text' | 'calls' | 'repeats'> & {
  misconception: string | null;
};

/** By hand: a log has thousands of them, of which a schema would look at each column. Only `appendStep` writes them. */
const listedOf = (row: Record<string, unknown>): ListedStep => ({
  seq: Number(row.seq),
  parent: Number(row.parent),
  at: dateOf(row.at),
  via: String(row.via) as StepVia,
  text: String(row.text),
  calls: String(row.calls),
  repeats: Number(row.repeats),
  misconception: row.misconception === null ? null : String(row.misconception),
});

/**
 * The tree of steps up to number `last`, undone branches too, in order of seq and in one statement. Empty when this person has
 * no such attempt. Cost: what the log holds.
 */
export async function listSteps(id: string, userId: string, last: number): Promise<ListedStep[]> {
  const { direct } = await database();
  const rows = await direct(Prisma.sql`
    SELECT s."seq", s."parent", s."at", s."via", s."text", s."calls", s."repeats", m."misconception"
    FROM "LabStep" s JOIN "LabAttempt" a ON a."id" = s."attemptId"
    LEFT JOIN (
      SELECT "seq", MIN("misconception") AS "misconception" FROM "MisconceptionSeen"
      WHERE "userId" = ${userId} AND "attemptId" = ${id} GROUP BY "seq"
    ) m ON m."seq" = s."seq"
    WHERE a."id" = ${id} AND a."userId" = ${userId} AND s."seq" <= ${last} ORDER BY s."seq"`);
  return rows.map(listedOf);
}

/** How much of a path there is. */
export type PathSize = { steps: number; characters: number };

/** The path to step `at`, whoever's it is: its steps, and the characters of their calls and of its snapshots, its start's too. */
export async function measurePath(id: string, at: number): Promise<PathSize> {
  const { direct } = await database();
  const [row] = await direct(Prisma.sql`
    ${pathBack(id, at)}
    SELECT COUNT(s."seq") AS "steps", SUM(COALESCE(LENGTH(s."calls"), 0) + COALESCE(LENGTH(n."world"), 0)) AS "characters"
    FROM "path" p
    LEFT JOIN "LabStep" s ON s."attemptId" = ${id} AND s."seq" = p."seq"
    LEFT JOIN "LabSnapshot" n ON n."attemptId" = ${id} AND n."seq" = p."seq"`);
  return { steps: Number(row?.steps), characters: Number(row?.characters) };
}

/**
 * The path to step `at` in order, whoever's it is; of one that is longer than `most` its end. What is left unread costs nothing.
 * @param most steps, and characters of their calls together
 */
export async function listPath(id: string, at: number, most?: PathSize): Promise<LabStep[]> {
  const { direct } = await database();
  const rows = await direct(Prisma.sql`
    ${pathBack(id, at, most?.steps)}, "sized" AS (
      SELECT p."seq", SUM(LENGTH(s."calls")) OVER (ORDER BY p."seq" DESC) AS "characters"
      FROM "path" p JOIN "LabStep" s ON s."attemptId" = ${id} AND s."seq" = p."seq"
    )
    SELECT s."seq", s."parent", s."at", s."recordedAt", s."actor", s."via", s."text", s."calls", s."sequence",
      s."ticked", s."repeats", s."engine"
    FROM "sized" p JOIN "LabStep" s ON s."attemptId" = ${id} AND s."seq" = p."seq"
    ${most ? Prisma.sql`WHERE p."characters" <= ${most.characters}` : Prisma.empty} ORDER BY s."seq"`);
  return rows.map((row) => StepRow.parse(row));
}

/** The snapshots on the path to step `at`, its start's first, in order and whoever's they are. */
export async function listSnapshots(id: string, at: number): Promise<(State & { seq: number; engine: string })[]> {
  const { direct } = await database();
  const rows = await direct(Prisma.sql`
    ${pathBack(id, at)}
    SELECT n."seq", n."engine", n."world", n."shell"
    FROM "path" p JOIN "LabSnapshot" n ON n."attemptId" = ${id} AND n."seq" = p."seq" ORDER BY n."seq"`);
  return rows.map(({ seq, engine, world, shell }) => ({
    seq: Number(seq),
    engine: String(engine),
    world: String(world),
    shell: String(shell),
  }));
}

/** The numbers of the steps from `at` back to the start, 0, or of the `most` nearest ones. */
const pathBack = (id: string, at: number, most?: number) => Prisma.sql`
  WITH RECURSIVE "path"("seq", "length") AS (
    SELECT CAST(${at} AS INTEGER), 1
    UNION ALL
    SELECT s."parent", p."length" + 1 FROM "path" p JOIN "LabStep" s ON s."attemptId" = ${id} AND s."seq" = p."seq"
    ${most === undefined ? Prisma.empty : Prisma.sql`WHERE p."length" < ${most}`}
  )`;

/**
 * The last step that the paths to two steps have in common; 0 is the start. In one statement, and one row: it walks back from the
 * later of the two until they meet. Undefined when this person has no such attempt, or it has no such steps.
 */
export async function commonStep(id: string, userId: string, left: number, right: number): Promise<number | undefined> {
  const { direct } = await database();
  const [row] = await direct(Prisma.sql`
    WITH RECURSIVE "walk"("left", "right") AS (
      SELECT CAST(${left} AS INTEGER), CAST(${right} AS INTEGER) FROM "LabAttempt" a
      WHERE a."id" = ${id} AND a."userId" = ${userId}
      UNION ALL
      SELECT CASE WHEN w."left" > w."right" THEN s."parent" ELSE w."left" END,
        CASE WHEN w."left" > w."right" THEN w."right" ELSE s."parent" END
      FROM "walk" w JOIN "LabStep" s
        ON s."attemptId" = ${id} AND s."seq" = CASE WHEN w."left" > w."right" THEN w."left" ELSE w."right" END
      WHERE w."left" <> w."right"
    )
    SELECT w."left" FROM "walk" w WHERE w."left" = w."right"`);
  return row && Number(row.left);
}

/** Keeps a snapshot of a step that had none. One that is there stays. */
export async function keepSnapshot(id: string, seq: number, engine: string, state: State): Promise<void> {
  const { direct } = await database();
  await direct(Prisma.sql`
    INSERT INTO "LabSnapshot" ("attemptId", "seq", "engine", "world", "shell")
    VALUES (${id}, ${seq}, ${engine}, ${state.world}, ${state.shell}) ON CONFLICT ("attemptId", "seq") DO NOTHING`);
}
