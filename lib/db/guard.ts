import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';

/** How long a statement is tried again while another process holds SQLite's write lock. */
const patienceMs = 5_000;
const pauseMs = 20;

/**
 * Prisma's SQLite adapter has one connection and lets a statement from outside run inside whatever transaction is open, so that
 * an acknowledged write vanishes when that transaction rolls back. Here everything waits its turn, first come, first served: a
 * statement for itself, a transaction from BEGIN to its end. Code inside a transaction must use the transaction's client only;
 * the outer one would wait for itself until the transaction times out.
 *
 * Transactions are IMMEDIATE, because a deferred one that reads and then writes cannot wait for another process's lock. Waiting
 * is done here and not by SQLite's busy handler, which would stop the whole server.
 */
export function guard(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => guardConnection(await factory.connect()),
  };
}

function guardConnection(connection: SqlDriverAdapter): SqlDriverAdapter {
  const { enter, leave } = line();
  const { provider, adapterName } = connection;

  /** Runs when nothing else does; steps out of the line between tries, so that readers pass while a writer waits. */
  async function alone<T>(run: () => Promise<T>): Promise<T> {
    for (const deadline = Date.now() + patienceMs; ; await pause(pauseMs)) {
      await enter();
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error) || Date.now() > deadline) throw error;
      } finally {
        leave();
      }
    }
  }

  async function begin(): Promise<void> {
    for (const deadline = Date.now() + patienceMs; ; await pause(pauseMs)) {
      await enter();
      try {
        await connection.executeRaw(plain('BEGIN IMMEDIATE'));
        return;
      } catch (error) {
        leave();
        if (!isBusy(error) || Date.now() > deadline) throw error;
      }
    }
  }

  async function startTransaction(): Promise<Transaction> {
    await begin();
    const run = async (sql: string) => void (await connection.executeRaw(plain(sql)));
    return {
      provider,
      adapterName,
      // Prisma then leaves COMMIT and ROLLBACK to this object, the only place that can clean up after a COMMIT that failed.
      options: { usePhantomQuery: true },
      queryRaw: (query) => connection.queryRaw(query),
      executeRaw: (query) => connection.executeRaw(query),
      commit: () =>
        run('COMMIT')
          .catch((error) => run('ROLLBACK').then(rethrow(error), rethrow(error)))
          .finally(leave),
      // An error inside may have made SQLite roll back by itself; then there is nothing left to roll back.
      rollback: () =>
        run('ROLLBACK')
          .catch((error) => (isNoTransaction(error) ? undefined : rethrow(error)()))
          .finally(leave),
      createSavepoint: (name) => run(`SAVEPOINT ${name}`),
      rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
      releaseSavepoint: (name) => run(`RELEASE ${name}`),
    };
  }

  return {
    provider,
    adapterName,
    queryRaw: (query) => alone(() => connection.queryRaw(query)),
    executeRaw: (query) => alone(() => connection.executeRaw(query)),
    executeScript: (script) => alone(() => connection.executeScript(script)),
    startTransaction,
    dispose: () => alone(() => connection.dispose()),
  };
}

/** Lets callers in one at a time, in the order they came; whoever was let in leaves once. */
function line() {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    /** Undefined when nobody is in: there is nothing to wait for. */
    enter(): Promise<void> | undefined {
      if (taken) return new Promise((letIn) => waiting.push(letIn));
      taken = true;
      return undefined;
    },
    leave(): void {
      const letIn = waiting.shift();
      if (letIn) letIn();
      else taken = false;
    },
  };
}

const plain = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

const rethrow = (error: unknown) => () => Promise.reject(error);

/** Whether another connection held the lock: the adapter reports every SQLITE_BUSY as this kind. */
function isBusy(error: unknown): boolean {
  return causeOf(error)?.kind === 'SocketTimeout';
}

function isNoTransaction(error: unknown): boolean {
  return String(causeOf(error)?.message).includes('no transaction is active');
}

function causeOf(error: unknown): Record<string, unknown> | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null ? { ...cause } : undefined;
}
