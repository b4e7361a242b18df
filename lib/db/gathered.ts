import 'server-only';

/**
 * One write for all that came in the same turn of the event loop, so that the disk is waited for once.
 * @param writeAll stores them together or throws and stores none; answers in the order given
 * @param isOnes whether such an error is the fault of one of them and nothing was stored: then each is tried alone, so that
 *   nobody fails for another's sake. After any other nobody knows what was stored, and everybody hears it.
 */
export function gathered<T, R>(
  writeAll: (all: readonly T[]) => Promise<R[]>,
  isOnes: (error: unknown) => boolean,
): (one: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];

  async function write(all: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await writeAll(all.map(({ one }) => one));
      // There are as many as were given.
      for (const [index, { resolve }] of all.entries()) resolve(results[index] as R);
    } catch (error) {
      if (all.length > 1 && isOnes(error)) for (const one of all) await write([one]);
      else for (const { reject } of all) reject(error);
    }
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(() => {
        const all = waiting;
        waiting = [];
        void write(all);
      });
    });
}

interface Waiting<T, R> {
  readonly one: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}
