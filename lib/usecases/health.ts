import 'server-only';
import { database } from '@/lib/db/database';
import { ping } from '@/lib/db/health';
import { version } from './version';

/** Whether this server and its database answer; throws when the database does not. */
export async function health() {
  if (!(await ping())) throw new Error('the database does not answer');
  return { status: 'ok' as const, version, database: (await database()).provider };
}
