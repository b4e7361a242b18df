import { expect, test } from 'vitest';
import { pathTo } from '@/lib/labs/path';

// 1 ─ 2 ─ 3
//  └─ 4 ─ 5      and 6 from the start state
const tree = [
  { seq: 1, parent: 0 },
  { seq: 2, parent: 1 },
  { seq: 3, parent: 2 },
  { seq: 4, parent: 1 },
  { seq: 5, parent: 4 },
  { seq: 6, parent: 0 },
];

test.each([
  [0, []],
  [1, [1]],
  [3, [1, 2, 3]],
  [5, [1, 4, 5]],
  [6, [6]],
])('the path to %i', (head, path) => {
  expect(pathTo(tree, head).map((step) => step.seq)).toEqual(path);
  expect(pathTo(tree.toReversed(), head).map((step) => step.seq)).toEqual(path);
});

test('a head or a parent that is not there is refused', () => {
  expect(() => pathTo(tree, 7)).toThrow('there is no step 7');
  expect(() => pathTo([{ seq: 2, parent: 1 }], 2)).toThrow('there is no step 1');
});

test('a step that comes before its parent is refused', () => {
  expect(() => pathTo([{ seq: 1, parent: 1 }], 1)).toThrow('step 1 has the parent 1');
  expect(() =>
    pathTo(
      [
        { seq: 1, parent: 2 },
        { seq: 2, parent: 1 },
      ],
      2,
    ),
  ).toThrow('step 1 has the parent 2');
});
