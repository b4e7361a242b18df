import 'server-only';
import { EventEmitter } from 'node:events';
import { Client } from 'pg';
import { z } from 'zod';
import { database } from './database';
import { Prisma } from './generated/sqlite/client';

/** An attempt went on: `head` is where it stands, on the timeline of that number. */
export type AttemptMove = { userId: string; attemptId: string; head: number; timeline: number };

const AttemptMove = z.object({ userId: z.string(), attemptId: z.string(), head: z.int(), timeline: z.int() });

const channel = 'patchbay_attempt_moves';
/** No person has such an id. */
const lost = 'lost';

/** On globalThis, since Next loads this file more than once. One listener for each open page; there is no sensible most. */
const process_ = globalThis as {
  patchbayMoves?: EventEmitter;
  patchbayListening?: Promise<Client> | undefined;
};
process_.patchbayMoves ??= new EventEmitter().setMaxListeners(0);
const moves = process_.patchbayMoves;

/**
 * Tells every page of the attempt's owner, on every server, after what moved it was committed. A page that hears nothing only
 * sees it later, so a failure is logged and not thrown: the write stands.
 */
export async function announceMove(move: AttemptMove): Promise<void> {
  try {
    const { provider, direct } = await database();
    if (provider === 'sqlite') moves.emit(move.userId, move);
    else await direct(Prisma.sql`SELECT pg_notify(${channel}, ${JSON.stringify(move)})::text`);
  } catch (error) {
    console.error(error);
  }
}

/** Calls `listener` for each move of this person's attempts until the function that it answers is called. */
export async function onMove(userId: string, listener: (move: AttemptMove) => void): Promise<() => void> {
  const { provider, url } = await database();
  moves.on(userId, listener);
  if (provider === 'postgresql') {
    process_.patchbayListening ??= listen(url);
    await process_.patchbayListening;
  }
  return () => {
    moves.off(userId, listener);
    const isLast = moves.eventNames().every((name) => name === lost);
    if (!isLast) return;
    process_.patchbayListening?.then((client) => client.end()).catch(() => {});
    process_.patchbayListening = undefined;
  };
}

/** One connection that hears what any server says. When it is lost, the next page that opens makes a new one. */
async function listen(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  const end = () => {
    process_.patchbayListening = undefined;
    // Whoever listens asks again, and so does not miss what was said meanwhile.
    moves.emit(lost);
    client.end().catch(() => {});
  };
  client.on('error', end);
  client.on('notification', ({ payload }) => {
    const move = AttemptMove.parse(JSON.parse(payload ?? ''));
    moves.emit(move.userId, move);
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  } catch (error) {
    end();
    throw error;
  }
  return client;
}

/** Calls `listener` once when moves may have been missed. Answers how to stop listening. */
export function onLost(listener: () => void): () => void {
  moves.once(lost, listener);
  return () => void moves.off(lost, listener);
}
