import 'server-only';
import type { Lab } from '@/lib/labs/lab';
import { shiftTime } from '@/lib/labs/shift-time';
import type { Started } from '@/lib/runner/job';
import { startInPool } from '@/lib/runner/pool';

/** The start state of a lab for one attempt. */
export interface Start extends Started {
  readonly seed: string;
}

/** When a lab was begun its page is still coming, so the next start of it is made a little later. */
const laterMs = 5_000;
/** Some 60 kB each; the one that was made first goes. */
const most = 50;

/** Made ahead, one of a lab as its text stands: beginning waits for no script then. By the hash of the lab. */
const ready = new Map<string, { readonly at: number; readonly start: Promise<Start> }>();

/**
 * A start of the lab that nobody else gets, as if it had been made at `now`, ms since 1970 UTC. Rejects when its script fails,
 * which is a bug of the lab.
 */
export async function takeStartOf(lab: Lab, hash: string, now: number): Promise<Start> {
  const made = ready.get(hash);
  ready.delete(hash);
  setTimeout(() => makeReady(lab, hash), laterMs).unref();
  // One that failed is made again here, where somebody is told.
  const start = await made?.start.catch(() => undefined);
  if (!made || !start) return startAt(lab, now);
  return { ...start, world: shiftTime(start.world, now - made.at) };
}

/** Make a start ahead, if there is none. */
export function makeReady(lab: Lab, hash: string): void {
  if (ready.has(hash)) return;
  const at = Math.floor(Date.now() / 1000) * 1000;
  const start = startAt(lab, at);
  start.catch(() => ready.delete(hash));
  ready.set(hash, { at, start });
  const [oldest] = ready.keys();
  if (ready.size > most && oldest !== undefined) ready.delete(oldest);
}

async function startAt(lab: Lab, now: number): Promise<Start> {
  const seed = crypto.randomUUID();
  return { seed, ...(await startInPool({ lab, seed, now })) };
}
