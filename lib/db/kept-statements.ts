import 'server-only';
import type { Database, Statement } from 'better-sqlite3';

/** Prisma writes a statement of its own for each length of a list, so there is no end to them. */
const mostKept = 500;

/**
 * Lets a connection keep its statements: Prisma's adapter prepares each one every time, which for a small read takes as long
 * as the read. Only what the adapter asks of a statement is there. A change of the schema is SQLite's own to notice.
 */
export function keepStatements(client: Pick<Database, 'prepare'>): void {
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, ReturnType<typeof forAdapter>>();
  const keeping = (sql: string) => {
    // Some pragmas do their work when they are prepared.
    if (!/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|BEGIN|COMMIT|ROLLBACK)\b/i.test(sql)) return prepare(sql);
    const statement = kept.get(sql) ?? forAdapter(prepare(sql));
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(sql, statement);
    return statement;
  };
  client.prepare = keeping as unknown as Database['prepare'];
}

/** `bind` of the driver holds for the life of a statement, so here the values go along with each run. */
function forAdapter(statement: Statement) {
  const columns = statement.reader ? statement.raw().columns() : [];
  return {
    bind: (values: unknown[]) => ({
      reader: statement.reader,
      columns: () => columns,
      run: () => statement.run(values),
      raw: () => ({ all: () => statement.all(values) }),
    }),
  };
}
