import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Prisma, PrismaClient } from './generated/sqlite/client';
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
  readonly url: string;
  close(): Promise<void>;
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
  return { prisma, provider, direct: directly(driver, provider), url, close: () => prisma.$disconnect() };
}

function directly(driver: SqlDriverAdapter, provider: Provider): Database['direct'] {
  return async (query) => {
    const { columnNames, rows } = await driver.queryRaw({
      sql: provider === 'sqlite' ? query.sql : query.text,
      args: query.values,
      argTypes: query.values.map((value) => ({
        scalarType: value instanceof Date ? 'datetime' : 'unknown',
        arity: 'scalar',
      })),
    });
    return rows.map((row) => Object.fromEntries(columnNames.map((name, index) => [name, row[index]])));
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
