import 'server-only';
import { setImmediate as others, setTimeout as pause } from 'node:timers/promises';
import { UserError } from '@/lib/auth/user-error';
import { createQueues, QueueFull } from '@/lib/runner/queues';

/** Reading a request of more characters than these takes longer than other people should have to wait behind it. */
const longest = 16_384;

const queues = createQueues({ perUser: 1, waiting: 20 });

/**
 * Work on a request of so many characters. Long ones are taken one at a time in a process, and after each the server has
 * twice as long for everybody else as it took: a flood of them costs a third of it at most. Between its parts, long work waits for
 * `letOthers`, so that nobody waits for more than one of them. Refused when too many of this user's wait.
 */
export function inLongTurn<T>(
  length: number,
  user: string,
  work: (letOthers: () => Promise<void>) => Promise<T>,
): Promise<T> {
  if (length <= longest) return work(() => nothing);
  return new Promise((resolve, reject) => {
    const taken = queues.run({ attempt: 'long', user }, async () => {
      const from = performance.now();
      await work(others).then(resolve, reject);
      await pause(2 * (performance.now() - from));
    });
    taken.catch((error) => reject(error instanceof QueueFull ? tooMany() : error));
  });
}

const nothing = Promise.resolve();

const tooMany = () => new UserError('TooManyRequests', 'Too many of your long requests are waiting.');
