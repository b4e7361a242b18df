import { describe, expect, test } from 'vitest';
import { digitOf, draftOf, isSame, typedPoints, whatIsMissing } from '@/components/grading/draft';
import type { MarkView } from '@/lib/quizzes/views';

const rubric = ['rule', 'limits'].map((id) => ({
  id,
  title: id,
  levels: [
    { points: 0, say: 'no' },
    { points: 1.5, say: 'yes' },
  ],
}));
const mark: MarkView = {
  version: 2,
  points: 1.5,
  maxPoints: 3,
  rubric: { rule: 1.5, limits: 0 },
  comment: 'Which zone?',
  by: 'grader',
  byName: 'Greta',
  markedAt: '2026-11-21T12:00:00.000Z',
};
const draft = draftOf(mark);

describe('a draft of a mark', () => {
  test('goes on from the mark that holds, with points of its own only where they are not the sum', () => {
    expect(draft).toEqual({ rubric: { rule: 1.5, limits: 0 }, points: '', comment: 'Which zone?' });
    expect(draftOf({ ...mark, points: 2.5 }).points).toBe('2.5');
    expect(draftOf(undefined)).toEqual({ rubric: {}, points: '', comment: '' });
  });

  test.each([
    ['', undefined],
    ['  ', undefined],
    ['2', 2],
    [' 2.5 ', 2.5],
    ['2.50', 2.5],
    ['2,5', Number.NaN],
    ['0x2', Number.NaN],
    ['2.', Number.NaN],
    ['0', 0],
    ['two', Number.NaN],
    ['1,5,2', Number.NaN],
  ])('points typed as "%s" are %s', (points, meant) => expect(typedPoints({ ...draft, points })).toBe(meant));

  test('is the same whatever way it was entered, and another with any level, point or word changed', () => {
    expect(isSame(draft, { ...draft, rubric: { limits: 0, rule: 1.5 } })).toBe(true);
    expect(isSame(draft, { ...draft, points: ' ' })).toBe(true);
    expect(isSame(draft, { ...draft, rubric: { rule: 1.5 } })).toBe(false);
    expect(isSame({ ...draft, rubric: { rule: 1.5 } }, draft)).toBe(false);
    expect(isSame(draft, { ...draft, points: '1.5' })).toBe(false);
    expect(isSame(draft, { ...draft, comment: '' })).toBe(false);
  });

  test('lacks a level, unless points stand in for it; points are a number of the scale', () => {
    expect(whatIsMissing(draft, rubric, 3)).toEqual({});
    expect(whatIsMissing({ ...draft, rubric: { rule: 0 } }, rubric, 3)).toEqual({ criterion: 'limits' });
    expect(whatIsMissing({ ...draft, rubric: {}, points: '0' }, rubric, 3)).toEqual({});
    for (const points of ['-1', '3.5', 'all', '1e9', 'Infinity']) {
      expect(whatIsMissing({ ...draft, points }, rubric, 3).points, points).toMatch(/from 0 to 3/);
    }
    expect(whatIsMissing({ ...draft, points: '2,5' }, rubric, 3).points).toMatch(/not a comma/);
    for (const points of ['0', '3', '2.25']) expect(whatIsMissing({ ...draft, points }, rubric, 3)).toEqual({});
  });
});

test('a digit gives its own points; half points and more than 9 have no digit', () => {
  expect([0, 1, 9].map(digitOf)).toEqual(['0', '1', '9']);
  expect([0.5, 1.5, 10, -1].map(digitOf)).toEqual([undefined, undefined, undefined, undefined]);
});
