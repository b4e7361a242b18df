import 'server-only';
import type { Database } from '@/lib/db/connect';
import { openDatabase } from '@/lib/db/database';
import { environment } from '@/lib/environment/environment';
import { Refusal } from './admin-command';

/** The address of the database; a bad environment is refused in its own words. */
export const databaseUrl = (): string => orRefuse(() => environment().databaseUrl);

/** Opens the database as the server does, migrations and all; one that cannot be had is refused in its own words. */
export const open = (): Promise<Database> =>
  openDatabase(databaseUrl()).catch((error) =>
    orRefuse(() => {
      throw error;
    }),
  );

function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
