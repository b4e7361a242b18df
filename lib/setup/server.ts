import 'server-only';
import { trustSocketAddresses } from '@/lib/auth/address';
import { setupLink } from '@/lib/auth/setup-link';
import { labVersions } from '@/lib/content/labs';
import { lessonVersions } from '@/lib/content/lessons';
import { quizVersions } from '@/lib/content/quizzes';
import { checkpoint } from '@/lib/db/checkpoint';
import { store } from '@/lib/db/content-versions';
import { openDatabase } from '@/lib/db/database';
import { takeServerLock } from '@/lib/db/server-lock';
import { environment } from '@/lib/environment/environment';
import { sweep } from '@/lib/usecases/housekeeping';

/** How often guests, sessions, answers and counters that nobody needs any more are removed. */
const sweepEveryMs = 6 * 60 * 60 * 1000;

/** Everything a server needs before its first request; stops the process with one sentence when it cannot be had. */
export async function startServer(): Promise<void> {
  try {
    const { databaseUrl, publicUrl, trustedProxies } = environment();
    // next-auth reads its address there, and would otherwise guess.
    process.env.NEXTAUTH_URL = publicUrl.href;
    if (trustedProxies === 0) trustSocketAddresses();
    if (!takeServerLock(databaseUrl)) {
      throw new Error(
        `Another Patchbay server uses ${databaseUrl}. Stop it, name another DATABASE_URL, or use PostgreSQL.`,
      );
    }
    await openDatabase(databaseUrl);
    // On SIGTERM and SIGINT Next finishes the requests it has and exits; whatever is to be awaited would be cut off here.
    process.once('exit', () => checkpoint(databaseUrl));
    await store([...(await labVersions()), ...(await lessonVersions()), ...(await quizVersions())]);
    const link = await setupLink();
    if (link) console.log(`No administrator yet. Make the first one here, once: ${link}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  const clean = () => sweep().catch(console.error);
  clean();
  setInterval(clean, sweepEveryMs).unref();
  // In development Next answers all, as it builds.
  if (process.env.NODE_ENV === 'production') {
    const { serveApiPastNext } = await import('./past-next');
    serveApiPastNext();
  }
}
