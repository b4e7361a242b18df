import 'server-only';
import { connect, type Database } from './connect';
import { migrate } from './migrate';

/**
 * The process's one database. It hangs on globalThis because Next loads this file more than once (a copy for each bundle, another
 * after each hot reload), and two connections to one SQLite file would not see each other's transactions in the guard's line.
 */
const process_ = globalThis as { patchbayDatabase?: Promise<Database> | undefined };

/**
 * Applies what migrations are missing, connects, and makes the result what `database()` gives. Called once when the server or a
 * command starts; a second call returns the same. After a failure it may be called again.
 */
export function openDatabase(url: string): Promise<Database> {
  process_.patchbayDatabase ??= migrate(url)
    .then(() => connect(url))
    .catch((error) => {
      process_.patchbayDatabase = undefined;
      throw error;
    });
  return process_.patchbayDatabase;
}

/** The open database. Refuses when `openDatabase` was not called: that is a bug, not a state. */
export function database(): Promise<Database> {
  return process_.patchbayDatabase ?? Promise.reject(new Error('openDatabase(url) has not been called.'));
}

/** Makes an open database the process's own; undefined takes it away. For tests, which open one for each test. */
export function setDatabase(opened: Database | undefined): void {
  process_.patchbayDatabase = opened && Promise.resolve(opened);
}

/** Closes the process's database, if it is open, after the transactions that run. */
export async function closeDatabase(): Promise<void> {
  const open = process_.patchbayDatabase;
  process_.patchbayDatabase = undefined;
  await (await open)?.close();
}

/** A moment in a row of `direct`: a text on SQLite. */
export const dateOf = (value: unknown): Date => new Date(value instanceof Date ? value : String(value));
