import { expect, test } from 'vitest';
import { arranged, moved, ordinal } from '@/components/quiz/ordering-moves';

test('an item moves by one place, and not past the ends', () => {
  const ids = ['a', 'b', 'c'];
  expect(moved(ids, 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(ids, 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(ids, 'a', -1)).toBe(ids);
  expect(moved(ids, 'c', 1)).toBe(ids);
  expect(moved(ids, 'other', 1)).toBe(ids);
});

test('what is shown is the answer, then what it does not name', () => {
  expect(arranged(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c']);
  expect(arranged(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b']);
  expect(arranged(['a', 'b', 'c'], ['c', 'gone'])).toEqual(['c', 'a', 'b']);
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [10, '10th'],
  [11, '11th'],
  [13, '13th'],
  [22, '22nd'],
  [112, '112th'],
])('%i is %s', (place, words) => expect(ordinal(place)).toBe(words));
