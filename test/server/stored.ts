import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** When somebody was last here, and how many tries they had: changed by looking, so no change. */
const beside: Record<string, readonly string[]> = {
  User: ['lastSeenAt'],
  Session: ['lastSeenAt'],
  ApiToken: ['lastUsedAt'],
};

/** The rows of a server's database by table, without `beside`: two are equal when nothing changed between them. */
export function stored(folder: string): Record<string, string> {
  const db = new Sqlite(join(folder, 'patchbay.db'), { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('_prisma_migrations', 'RateLimiterFlexible')`,
      )
      .pluck()
      .all();
    return Object.fromEntries(
      tables.map((table) => {
        const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all();
        const lines = rows.map((row) => {
          for (const column of beside[table] ?? []) delete row[column];
          return JSON.stringify(row);
        });
        const digest = createHash('sha256').update(lines.sort().join('\n')).digest('hex');
        return [table, `${rows.length} rows, ${digest}`];
      }),
    );
  } finally {
    db.close();
  }
}

/** Asks the database of a server one thing. */
export function query<T>(folder: string, sql: string, ...values: unknown[]): T[] {
  const db = new Sqlite(join(folder, 'patchbay.db'), { readonly: true });
  try {
    return db.prepare<unknown[], T>(sql).all(...values);
  } finally {
    db.close();
  }
}

/** Changes the database of a server behind its back, such as to let time pass. */
export function change(folder: string, sql: string, ...values: unknown[]): void {
  const db = new Sqlite(join(folder, 'patchbay.db'), { timeout: 5_000 });
  try {
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
}

/** Gives an account of a server the right to make classes, as an administrator does by `npm run admin`. */
export const allow = (folder: string, email: string): void =>
  change(folder, 'UPDATE "User" SET "mayMakeClasses" = 1 WHERE "email" = ?', email);
