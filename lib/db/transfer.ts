import 'server-only';
import { z } from 'zod';
import type { Database } from './connect';
import type { PrismaClient } from './generated/sqlite/client';

/** The tables of an export, each after those that it points at, with what its rows are told apart by. */
export const exported = {
  user: ['id'],
  session: ['id'],
  apiToken: ['id'],
  contentVersion: ['hash'],
  labAttempt: ['id'],
  labStep: ['attemptId', 'seq'],
  labSnapshot: ['attemptId', 'seq'],
  labTimeline: ['attemptId', 'number'],
  labShare: ['token'],
  misconceptionSeen: ['userId', 'misconception'],
  lessonProgress: ['userId', 'slug'],
  lessonAnswer: ['userId', 'slug', 'questionId'],
  lessonBookmark: ['userId', 'slug', 'anchor'],
  lessonNote: ['userId', 'slug'],
  class: ['id'],
  enrolment: ['classId', 'userId'],
  assignment: ['id'],
  quizAttempt: ['id'],
  quizAnswer: ['id'],
  mark: ['answerId', 'version'],
  idempotentAnswer: ['userId', 'key'],
  auditEvent: ['id'],
} as const satisfies Partial<Record<keyof PrismaClient, readonly string[]>>;

/** Counters of tries begin anew wherever the database goes. */
export const notExported = ['rateLimiterFlexible'] as const;

type TableName = keyof typeof exported;
type Row = Record<string, unknown>;
/** What is used of a table here; the rows of each have columns of their own. */
type Table = {
  findMany(query: object): Promise<Row[]>;
  createMany(rows: { data: Row[] }): Promise<unknown>;
  count(): Promise<number>;
};
/** Prisma's types of the tables have no common form, but their methods are the same. */
const table = (client: Partial<PrismaClient>, name: TableName) => client[name] as unknown as Table;

const Header = z.strictObject({ patchbay: z.literal('export'), migration: z.string() });
const RowLine = z.strictObject({
  table: z.enum(Object.keys(exported) as [TableName, ...TableName[]]),
  row: z.record(z.string(), z.unknown()),
});
const Footer = z.strictObject({ rows: z.int() });

/** As many rows at once as fit in memory when each has a world in it. */
const batch = 50;
/** Both ways run in one transaction, however long they take. */
const patience = { timeout: 60 * 60 * 1000, maxWait: 60_000 };

/** The file is no export, or not one of this version; nothing was changed. */
export class NotImportable extends Error {
  override readonly name = 'NotImportable';
}

/**
 * Writes every row as a line of JSON, as of one moment. On SQLite the transaction keeps writers out meanwhile: give it a copy.
 * @returns how many rows
 */
export async function exportRows({ prisma }: Database, write: (line: string) => Promise<void>) {
  return prisma.$transaction(
    async (tx) => {
      await write(JSON.stringify({ patchbay: 'export', migration: await lastMigration(tx) }));
      let rows = 0;
      for (const [name, keys] of Object.entries(exported) as [TableName, readonly string[]][]) {
        const orderBy = keys.map((key) => ({ [key]: 'asc' }));
        let last: Row | undefined;
        do {
          const page = await table(tx, name).findMany({
            take: batch,
            orderBy,
            ...(last && { skip: 1, cursor: cursorAt(last, keys) }),
          });
          for (const row of page) await write(JSON.stringify({ table: name, row }));
          rows += page.length;
          last = page.length === batch ? page.at(-1) : undefined;
        } while (last);
      }
      await write(JSON.stringify({ rows }));
      return rows;
    },
    // SQLite has no other; on PostgreSQL it makes all reads see one moment.
    { ...patience, isolationLevel: 'Serializable' },
  );
}

/**
 * Takes in every row of an export, all or none, into a database where nobody is yet. Throws `NotImportable`.
 * @returns how many rows
 */
export async function importRows({ prisma }: Database, lines: AsyncIterable<string>): Promise<number> {
  return prisma.$transaction(async (tx) => {
    for (const name of ['user', 'auditEvent'] as const) {
      if ((await table(tx, name).count()) > 0)
        throw new NotImportable('The database has people in it: import into a new one.');
    }
    // A server that was started stores what its labs say; the export brings its own.
    await tx.contentVersion.deleteMany();

    let rows = 0;
    let number = 0;
    let waiting: { name: TableName; rows: Row[] } | undefined;
    let footer: z.output<typeof Footer> | undefined;
    const flush = async () => {
      if (!waiting) return;
      const { name, rows: data } = waiting;
      waiting = undefined;
      await table(tx, name)
        .createMany({ data })
        .catch((error) => {
          if (!isAboutRows(error)) throw error;
          throw new NotImportable(`The rows before line ${number} do not fit the rows before them.`, { cause: error });
        });
      rows += data.length;
    };
    for await (const line of lines) {
      number += 1;
      if (footer) throw new NotImportable(`Line ${number} comes after the end.`);
      if (number === 1) {
        await checkHeader(tx, line);
        continue;
      }
      const said = parse(line, number);
      if ('rows' in said) {
        footer = said;
        continue;
      }
      if (waiting && (waiting.name !== said.table || waiting.rows.length === batch)) await flush();
      waiting ??= { name: said.table, rows: [] };
      waiting.rows.push(said.row);
    }
    await flush();
    if (footer?.rows !== rows) throw new NotImportable('The export is not whole: its end is missing.');
    return rows;
  }, patience);
}

const cursorAt = (row: Row, keys: readonly string[]): object => {
  const values = Object.fromEntries(keys.map((key) => [key, row[key]]));
  return keys.length === 1 ? values : { [keys.join('_')]: values };
};

/** Not a database that broke, but rows that it will not take: of another form, twice, or pointing at nothing. */
const isAboutRows = (error: unknown): boolean =>
  error instanceof Error && /^PrismaClient(KnownRequest|Validation)Error$/.test(error.name);

async function lastMigration(tx: Pick<PrismaClient, '$queryRaw'>): Promise<string> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations" ORDER BY "migration_name" DESC LIMIT 1`;
  return row?.name ?? '';
}

async function checkHeader(tx: Pick<PrismaClient, '$queryRaw'>, line: string): Promise<void> {
  const header = Header.safeParse(json(line, 1));
  if (!header.success) throw new NotImportable('This is no export of Patchbay.');
  const here = await lastMigration(tx);
  if (header.data.migration !== here) {
    throw new NotImportable(
      `The export is of another version (its database ends with ${header.data.migration}, this one with ${here}).`,
    );
  }
}

function parse(line: string, number: number): z.output<typeof RowLine> | z.output<typeof Footer> {
  const said = z.union([RowLine, Footer]).safeParse(json(line, number));
  if (!said.success) throw new NotImportable(`Line ${number} is no row of an export.`);
  return said.data;
}

function json(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new NotImportable(`Line ${number} is not JSON.`);
  }
}
