import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils';
import type { PrismaClient } from './generated/sqlite/client';
import { Prisma } from './generated/sqlite/client';
import { sqliteAdapter } from './sqlite';

export type Provider = 'sqlite' | 'postgresql';

/** An open database. Only files of this room use `prisma`; `url` is the address it was opened by. */
export type Database = {
  readonly prisma: PrismaClient;
  readonly provider: Provider;
  /**
   * Runs one statement outside a transaction by the driver, past Prisma, whose own work takes longer than the statement: for
   * what the most frequent requests ask. Rows are as the driver gives them: on SQLite dates are texts and booleans numbers.
   */
  readonly direct: (query: Prisma.Sql) => Promise<Record<string, unknown>[]>;
  /** The same for several statements in one transaction, which is taken back when `work` throws. */
  readonly directTransaction: <T>(work: (tx: DirectTransaction) => Promise<T>) => Promise<T>;
  readonly url: string;
  close(): Promise<void>;
};

/** What Prisma's transactions offer under the same names, so that one function can serve both kinds. */
export type RawTransaction = {
  $queryRaw(strings: TemplateStringsArray, ...values: unknown[]): PromiseLike<unknown>;
  $executeRaw(strings: TemplateStringsArray, ...values: unknown[]): PromiseLike<number>;
};

/** A transaction of the driver's own; rows are as `direct` gives them. */
export type DirectTransaction = Pick<RawTransaction, '$executeRaw'> & {
  $queryRaw(strings: TemplateStringsArray, ...values: unknown[]): Promise<Record<string, unknown>[]>;
};

/** Which database an address means. Refuses, in one sentence, an address of any other kind. */
export function providerOf(url: string): Provider {
  if (url.startsWith('file:')) return 'sqlite';
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql';
  throw new Error('DATABASE_URL must begin with "file:" (SQLite) or "postgresql://".');
}

/** The driver for an address: the one place that chooses between the two databases. */
export function adapterFor(url: string): SqlDriverAdapterFactory {
  return providerOf(url) === 'sqlite' ? sqliteAdapter(url) : new PrismaPg({ connectionString: url });
}

/** Opens a database whose migrations have been applied. Refuses when it cannot be reached or its settings are not safe. */
export async function connect(url: string, factory = adapterFor(url)): Promise<Database> {
  const provider = providerOf(url);
  const driver = await factory.connect();
  const { adapterName } = factory;
  // One connection for both ways: on SQLite they must stand in one line.
  const adapter = { provider: factory.provider, adapterName, connect: () => Promise.resolve(driver) };
  // Everybody submits at the bell: transactions are short and wait their turn instead of being refused after Prisma's 2 s.
  const options = {
    adapter,
    // Prisma's default for a server alone; the commands of the administrator would show lines of our source.
    errorFormat: 'minimal' as const,
    transactionOptions: { maxWait: 30_000, timeout: 10_000 },
  };
  const prisma = withoutValues(await createClient(provider, options));
  await prisma.$connect();
  return {
    prisma,
    provider,
    direct: async (query) => rowsOf(await driver.queryRaw(sqlOf(query, provider))),
    directTransaction: inTransaction(driver, provider),
    url,
    close: () => prisma.$disconnect(),
  };
}

const sqlOf = (query: Prisma.Sql, provider: Provider): SqlQuery => ({
  sql: provider === 'sqlite' ? query.sql : query.text,
  args: query.values,
  argTypes: query.values.map((value) => ({
    scalarType: value instanceof Date ? 'datetime' : 'unknown',
    arity: 'scalar',
  })),
});

const rowsOf = ({ columnNames, rows }: SqlResultSet): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columnNames.map((name, index) => [name, row[index]])));

function inTransaction(driver: SqlDriverAdapter, provider: Provider): Database['directTransaction'] {
  return async (work) => {
    const transaction = await driver.startTransaction();
    // Where the adapter does not end a transaction itself, Prisma says the word; so does this.
    const end = async (word: 'COMMIT' | 'ROLLBACK', giveBack: () => Promise<void>) => {
      if (transaction.options.usePhantomQuery) return giveBack();
      await transaction.executeRaw({ sql: word, args: [], argTypes: [] }).finally(giveBack);
    };
    let result: Awaited<ReturnType<typeof work>>;
    try {
      result = await work({
        $queryRaw: async (...query) => rowsOf(await transaction.queryRaw(sqlOf(Prisma.sql(...query), provider))),
        $executeRaw: (...query) => transaction.executeRaw(sqlOf(Prisma.sql(...query), provider)),
      });
    } catch (error) {
      await end('ROLLBACK', () => transaction.rollback());
      throw error;
    }
    // A COMMIT that fails is the adapter's to clean up.
    await end('COMMIT', () => transaction.commit());
    return result;
  };
}

async function createClient(provider: Provider, options: ConstructorParameters<typeof PrismaClient>[0]) {
  if (provider === 'sqlite') {
    const { PrismaClient } = await import('./generated/sqlite/client');
    return new PrismaClient(options);
  }
  const { PrismaClient } = await import('./generated/postgresql/client');
  // The two clients are generated from one set of models, so their rows and calls are the same; only their names differ.
  return new PrismaClient(options) as unknown as InstanceType<typeof import('./generated/sqlite/client').PrismaClient>;
}

/**
 * A call that Prisma does not understand is a bug, and its error shows the call whole, password hashes and all, whatever the
 * format. What is logged must not: of that error only the end is kept, which says what is wrong.
 */
function withoutValues(prisma: PrismaClient): PrismaClient {
  const extended = prisma.$extends({
    query: {
      $allOperations: ({ model = 'prisma', operation, args, query }) =>
        query(args).catch((error: unknown) => {
          if (error instanceof Error && error.name === 'PrismaClientValidationError') {
            const { message, stack = '' } = error;
            error.message = `${model}.${operation}: ${message.split('\n').at(-1)}`;
            error.stack = stack.replace(message, () => error.message);
          }
          throw error;
        }),
    },
  });
  // Only its `$on` is gone, which nobody calls.
  return extended as unknown as PrismaClient;
}
