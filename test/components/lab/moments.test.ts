import { expect, test } from 'vitest';
import { Moments, type Seen } from '@/components/lab/time/moments';

/** A server that answers when the test says so. */
function server() {
  const waiting = new Map<number, { answer: (text: string) => void; fail: (error: Error) => void }>();
  const asked: number[] = [];
  const told: Seen<string>[] = [];
  const moments = new Moments<string>(
    (seq) => {
      asked.push(seq);
      return new Promise((answer, fail) => waiting.set(seq, { answer, fail }));
    },
    (seen) => told.push(seen),
  );
  const settle = () => new Promise((done) => setImmediate(done));
  const answer = async (seq: number) => {
    waiting.get(seq)?.answer(`moment ${seq}`);
    await settle();
  };
  const fail = async (seq: number) => {
    waiting.get(seq)?.fail(new Error('No such step.'));
    await settle();
  };
  return { moments, asked, told, answer, fail };
}

test('one moment is asked for at a time, and after it the one that is wanted by then', async () => {
  const { moments, asked, told, answer } = server();
  for (const seq of [1, 2, 3, 4, 5]) moments.want(seq);
  expect(asked).toEqual([1]);
  await answer(1);
  expect(asked, 'those between are never asked for').toEqual([1, 5]);
  expect(told.at(-1), 'what came is seen to move').toEqual({ moment: 'moment 1', isComing: true });
  await answer(5);
  expect(told.at(-1)).toEqual({ moment: 'moment 5', isComing: false });
});

test('a moment that was seen is not asked for again', async () => {
  const { moments, asked, told, answer } = server();
  moments.want(1);
  await answer(1);
  moments.want(2);
  moments.want(1);
  expect(told.at(-1)).toEqual({ moment: 'moment 1', isComing: false });
  await answer(2);
  expect(told.at(-1), 'what is wanted stays').toEqual({ moment: 'moment 1', isComing: false });
  expect(asked).toEqual([1, 2]);
});

test('the kept ones are few', async () => {
  const { moments, asked, answer } = server();
  for (let seq = 1; seq <= 30; seq += 1) {
    moments.want(seq);
    await answer(seq);
  }
  moments.want(1);
  expect(asked.at(-1)).toBe(1);
  moments.want(30);
  expect(asked).toHaveLength(31);
});

test('a refusal is told for the moment that is wanted, and the next one is asked for as usual', async () => {
  const { moments, told, answer, fail, asked } = server();
  moments.want(9);
  await fail(9);
  expect(told.at(-1)).toEqual({ isComing: false, failed: new Error('No such step.') });
  moments.want(8);
  moments.want(7);
  await fail(8);
  expect(told.at(-1)?.failed?.message, 'of one that nobody wants any more nothing is told').toBe('No such step.');
  expect(told).toHaveLength(1);
  await answer(7);
  expect(told.at(-1)).toEqual({ moment: 'moment 7', isComing: false });
  expect(asked).toEqual([9, 8, 7]);
});

test('who looks at nothing is shown nothing that comes late', async () => {
  const { moments, told, answer } = server();
  moments.want(3);
  moments.want(undefined);
  await answer(3);
  expect(told).toEqual([{ isComing: false }]);
});
