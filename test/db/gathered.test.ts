import { expect, test } from 'vitest';
import { gathered } from '@/lib/db/gathered';

class Own extends Error {}
const isOwn = (error: unknown) => error instanceof Own;

test('what comes at once is written once, and everybody gets their own answer', async () => {
  const writes: number[][] = [];
  const write = gathered(async (all: readonly number[]) => {
    writes.push([...all]);
    return all.map((one) => one * 10);
  }, isOwn);
  expect(await Promise.all([write(1), write(2), write(3)])).toEqual([10, 20, 30]);
  expect(await write(4)).toBe(40);
  expect(writes).toEqual([[1, 2, 3], [4]]);
});

test('one that is refused fails alone', async () => {
  const writes: number[][] = [];
  const write = gathered(async (all: readonly number[]) => {
    writes.push([...all]);
    if (all.includes(2)) throw new Own('two');
    return [...all];
  }, isOwn);
  expect(await Promise.allSettled([write(1), write(2), write(3)])).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: new Own('two') },
    { status: 'fulfilled', value: 3 },
  ]);
  expect(writes).toEqual([[1, 2, 3], [1], [2], [3]]);
});

test('when nobody knows what was stored, nothing is written again and everybody hears why', async () => {
  let writes = 0;
  const write = gathered<number, number>(async () => {
    writes += 1;
    throw new Error('the connection is gone');
  }, isOwn);
  const both = await Promise.allSettled([write(1), write(2)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(writes).toBe(1);
});
