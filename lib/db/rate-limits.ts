import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from './database';

/** So many points in so many seconds for each key; past that, blocked for `blockSeconds` (or until the window ends). */
export type RateLimit = { name: string; points: number; durationSeconds: number; blockSeconds?: number };

export type RateVerdict = { allowed: boolean; retryAfterSeconds: number };

/** Takes points of a key, one when nothing else is said: counted exactly, however many ask at once. Counters survive a restart and hold for several servers. */
export async function consume(limit: RateLimit, key: string, points = 1): Promise<RateVerdict> {
  const limiter = await limiterFor(limit);
  try {
    await limiter.consume(key, points);
    return { allowed: true, retryAfterSeconds: 0 };
  } catch (refusal) {
    // The library throws its result when the points are used up, and an error when the database fails.
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
  }
}

/** Gives back a point that was taken, as for a sign-in that succeeded. */
export async function giveBack(limit: RateLimit, key: string): Promise<void> {
  await (await limiterFor(limit)).reward(key);
}

/** Forgets a key's points. */
export async function reset(limit: RateLimit, key: string): Promise<void> {
  await (await limiterFor(limit)).delete(key);
}

/** Removes counters whose window has ended. @returns how many */
export async function deleteExpired(): Promise<number> {
  const { prisma } = await database();
  return (await prisma.rateLimiterFlexible.deleteMany({ where: { expire: { lt: new Date() } } })).count;
}

async function limiterFor({ name, points, durationSeconds, blockSeconds }: RateLimit) {
  const { prisma } = await database();
  return new RateLimiterPrisma({
    storeClient: prisma,
    tableName: 'rateLimiterFlexible',
    keyPrefix: name,
    points,
    duration: durationSeconds,
    blockDuration: blockSeconds ?? 0,
    // A timer for each limiter; `deleteExpired` is called with the other daily work instead.
    clearExpiredByTimeout: false,
  });
}
