import { describe, expect, test } from 'vitest';
import { lineOf, numberOf, placeOf, seqAt } from '@/components/lab/time/line';
import { lookWords, stepWords } from '@/components/lab/time/step-words';
import { manySteps, stepOf, treeOf } from '@/test/build/steps';

const seqs = (...tree: Parameters<typeof treeOf>) => lineOf(treeOf(...tree)).steps.map(({ seq }) => seq);

describe('where Redo leads', () => {
  test('to the newest step that was taken back', () => {
    const steps = [...manySteps(3), stepOf(4, 1), stepOf(5, 4)];
    expect(seqs(steps, 1)).toEqual([1, 4, 5]);
    expect(seqs(steps, 2), 'on the older branch').toEqual([1, 2, 3]);
    expect(lineOf(treeOf(steps, 1)).index).toBe(1);
  });

  // main: 1 2 3 4 5; Fork leaves it after 3: 6 7.
  const forked = [...manySteps(5), stepOf(6, 3), stepOf(7, 6)];

  test('never into another timeline, although its steps are newer', () => {
    const heads: [string, number, number][] = [
      ['main', 3, 0],
      ['Fork', 7, 3],
    ];
    expect(seqs(forked, 3, heads, 0)).toEqual([1, 2, 3, 4, 5]);
    expect(seqs(forked, 1, heads, 0), 'undone beyond the fork').toEqual([1, 2, 3, 4, 5]);
    expect(
      seqs(
        forked,
        5,
        [
          ['main', 5, 0],
          ['Fork', 7, 5],
        ],
        0,
      ),
    ).toEqual([1, 2, 3, 4, 5]);
  });

  test('of a fork, back to where it was forked, and then its own way', () => {
    const heads: [string, number, number][] = [
      ['main', 5, 0],
      ['Fork', 1, 3],
    ];
    expect(seqs(forked, 1, heads, 1)).toEqual([1, 2, 3, 6, 7]);
    expect(seqs(forked, 3, heads, 1)).toEqual([1, 2, 3, 6, 7]);
  });

  test('of a fork that has no step yet, nowhere', () => {
    const heads: [string, number, number][] = [
      ['main', 5, 0],
      ['Solution', 0, 0],
    ];
    expect(seqs(manySteps(5), 0, heads, 1)).toEqual([]);
  });
});

test('a place has a step and a step its place; the start is 0', () => {
  const line = lineOf(treeOf([...manySteps(3), stepOf(4, 1)], 3));
  expect([seqAt(line, 0), seqAt(line, 2)]).toEqual([0, 2]);
  expect([placeOf(line, 0), placeOf(line, 3), placeOf(line, 4)]).toEqual([0, 3, undefined]);
  expect(numberOf(line.bySeq, 4), 'counted along its own branch').toBe(2);
});

test('a place in words: what was done, and what came of it', () => {
  const refused = stepOf(2, 1, { outcome: 'refused', codes: ['InvalidVpcID.NotFound'], text: 'aws ec2 delete-vpc' });
  const line = lineOf(treeOf([stepOf(1), refused, stepOf(3, 1), stepOf(4, 3)], 1));
  expect(stepWords(lineOf(treeOf([stepOf(1), refused], 1)), 0)).toBe('The start');
  expect(stepWords(lineOf(treeOf([stepOf(1), refused], 1)), 2)).toBe(
    'Step 2 of 2: aws ec2 delete-vpc: refused, InvalidVpcID.NotFound',
  );
  expect(lookWords(line, 4)).toBe('You look at step 3 of 3. The lab stands at step 1.');
  expect(lookWords(line, 0)).toBe('You look at the start. The lab stands at step 1.');
  expect(lookWords(line, 2)).toBe('You look at step 2 of another branch. The lab stands at step 1.');
  expect(lookWords(lineOf(treeOf([stepOf(1)], 0)), 1)).toBe('You look at step 1 of 1. The lab stands at the start.');
});

test('a log of five thousand steps is walked in linear time', () => {
  const steps = manySteps(5_000);
  let reads = 0;
  const counted = steps.map(
    (step) =>
      new Proxy(step, {
        get: (target, key) => {
          reads += 1;
          return Reflect.get(target, key);
        },
      }),
  );
  const line = lineOf({ ...treeOf(steps, 2_500), steps: counted });
  expect(line.steps).toHaveLength(5_000);
  expect(reads).toBeLessThan(10 * steps.length);
});
