import 'server-only';

/** Whose line it is, and on which attempt. */
interface Turn {
  readonly attempt: string;
  readonly user: string;
}

/** A user has more lines waiting than make sense; this one was not run. */
export class QueueFull extends Error {}

export interface Queues {
  /**
   * Run `work` when its turn comes: after everything before it on its attempt, and while fewer than `perUser` of its
   * user's are running. Rejects with `QueueFull` instead of letting a user's lines pile up.
   */
  run<T>(turn: Turn, work: () => Promise<T>): Promise<T>;
}

/** Turns for lines. `perUser`: how many of one user's run at a time; `waiting`: how many more of them may wait. */
export function createQueues(options: { readonly perUser?: number; readonly waiting?: number } = {}): Queues {
  const { perUser = 2, waiting = 50 } = options;
  /** Those that wait, in order of arrival. */
  const entries: (Turn & { readonly begin: () => void })[] = [];
  const busyAttempts = new Set<string>();
  const runningOf = new Map<string, number>();

  /** Take the turn if it has come. */
  function take({ attempt, user }: Turn): boolean {
    const running = runningOf.get(user) ?? 0;
    if (busyAttempts.has(attempt) || running >= perUser) return false;
    busyAttempts.add(attempt);
    runningOf.set(user, running + 1);
    return true;
  }

  function next(): void {
    // `begin` does not run work at once, so that the list does not change under this loop.
    for (const entry of [...entries]) {
      if (!take(entry)) continue;
      entries.splice(entries.indexOf(entry), 1);
      entry.begin();
    }
  }

  function finish({ attempt, user }: Turn): void {
    const running = (runningOf.get(user) ?? 1) - 1;
    busyAttempts.delete(attempt);
    if (running === 0) runningOf.delete(user);
    else runningOf.set(user, running);
    next();
  }

  return {
    async run(turn, work) {
      if (entries.filter(({ user }) => user === turn.user).length >= waiting) {
        throw new QueueFull(`${waiting} lines of yours are waiting already`);
      }
      // Nobody is overtaken where nobody waits.
      if (entries.length > 0 || !take(turn)) {
        await new Promise<void>((begin) => {
          entries.push({ ...turn, begin });
          next();
        });
      }
      try {
        return await work();
      } finally {
        finish(turn);
      }
    },
  };
}

// Next may load this module more than once in a process; the queues are the process's.
const shared = globalThis as typeof globalThis & { patchbayQueues?: Queues };

/** Do something with an attempt when its turn comes, in this process's queues. */
export function inTurn<T>(attempt: string, user: string, work: () => Promise<T>): Promise<T> {
  shared.patchbayQueues ??= createQueues();
  return shared.patchbayQueues.run({ attempt, user }, work);
}
