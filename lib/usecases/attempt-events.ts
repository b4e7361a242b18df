import 'server-only';
import { onLost, onMove } from '@/lib/db/attempt-moves';
import type { User } from '@/lib/db/users';
import type { AttemptMoved } from '@/lib/labs/views';

/** Streams that one person may have open: one for each browser, and some that a proxy has not noticed to be gone. */
const mostStreams = 12;

/** Oldest first, by person. */
const open = new Map<string, Set<() => void>>();

/** Tells of every move of this person's attempts. Past the most, the oldest stream ends. Answers how to stop. */
export async function attemptEvents(
  user: User,
  send: (event: AttemptMoved) => void,
  end: () => void,
): Promise<() => void> {
  const mine = open.get(user.id) ?? new Set();
  open.set(user.id, mine);
  const [oldest] = mine;
  if (mine.size >= mostStreams) oldest?.();
  mine.add(end);
  const quiet = onLost(end);
  const stop = await onMove(user.id, ({ attemptId, head, timeline }) =>
    send({ id: attemptId, position: head, timeline }),
  );
  return () => {
    stop();
    quiet();
    mine.delete(end);
    if (mine.size === 0) open.delete(user.id);
  };
}
