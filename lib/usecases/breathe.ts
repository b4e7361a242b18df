import 'server-only';

/** Lets whatever else waits for the event loop go first: between two parts of an answer that each take long. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What `map` makes of each of a list that may be long, some at a time. */
export async function inParts<T, U>(list: readonly T[], map: (one: T) => U): Promise<U[]> {
  const made: U[] = [];
  for (let from = 0; from < list.length; from += 200) {
    for (const one of list.slice(from, from + 200)) made.push(map(one));
    await breathe();
  }
  return made;
}
