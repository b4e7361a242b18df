import { expect, test } from 'vitest';
import { inLongTurn } from '@/lib/usecases/long-calls';

const long = 100_000;
const open = () => {
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { gate, go };
};

test('long requests are taken one at a time, short ones at once', async () => {
  const { gate, go } = open();
  const seen: string[] = [];
  const note = (name: string, wait?: Promise<void>) => async () => {
    seen.push(`${name} begins`);
    await wait;
    seen.push(`${name} ends`);
    return name;
  };
  const works = [
    inLongTurn(long, 'ada', note('first', gate)),
    inLongTurn(long, 'ben', note('second')),
    inLongTurn(100, 'cy', note('short')),
  ];
  expect(await works[2]).toBe('short');
  expect(seen).not.toContain('second begins');
  go();
  expect(await Promise.all(works)).toEqual(['first', 'second', 'short']);
  expect(seen.filter((line) => !line.startsWith('short'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
  ]);
});

test('what a long request throws is its own, and the next one goes on', async () => {
  await expect(inLongTurn(long, 'ada', () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  expect(await inLongTurn(long, 'ada', async () => 1)).toBe(1);
});

test('a flood is refused past twenty that wait, and another person still gets in', async () => {
  const { gate, go } = open();
  const flood = Array.from({ length: 40 }, () => inLongTurn(long, 'eve', () => gate.then(() => 'done')));
  const other = inLongTurn(long, 'ada', async () => 'in');
  const refused = Promise.allSettled(flood);
  go();
  const codes = (await refused).map((one) => (one.status === 'rejected' ? one.reason.code : one.value));
  const count = (wanted: string) => codes.filter((code) => code === wanted).length;
  expect(count('TooManyRequests') + count('done')).toBe(40);
  // Twenty wait, and one more is at work unless the turn before still rests.
  expect([20, 21]).toContain(count('done'));
  expect(await other).toBe('in');
});

test('between the parts of a long request others are let in, between those of a short one nobody is waited for', async () => {
  const seen: string[] = [];
  const work = (name: string) => async (letOthers: () => Promise<void>) => {
    seen.push(`${name} begins`);
    setImmediate(() => seen.push(`another while ${name} works`));
    await letOthers();
    seen.push(`${name} ends`);
  };
  await inLongTurn(100, 'ada', work('short'));
  // What it let wait comes now, or it could come within the long one.
  await new Promise(setImmediate);
  await inLongTurn(long, 'ada', work('long'));
  expect(seen.slice(0, 2)).toEqual(['short begins', 'short ends']);
  expect(seen.slice(-3)).toEqual(['long begins', 'another while long works', 'long ends']);
});
