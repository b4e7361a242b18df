import { expect, test } from 'vitest';
import { unsettled } from '@/components/quiz/unsettled';
import type { MarkView } from '@/lib/quizzes/views';

const mark = (points: number): MarkView => ({
  version: 1,
  points,
  maxPoints: 2,
  rubric: {},
  comment: '',
  by: 'engine',
  markedAt: '2026-07-03T10:42:07.000Z',
});

test('questions without every point and those without a mark, by their numbers', () => {
  const outcomes = [
    { questionId: 'a', maxPoints: 2, mark: mark(2) },
    { questionId: 'b', maxPoints: 2, mark: mark(1) },
    { questionId: 'c', maxPoints: 2 },
    { questionId: 'd', maxPoints: 2, mark: mark(0) },
  ];
  expect(unsettled(['a', 'b', 'c', 'd'], outcomes)).toEqual({ notRight: [2, 4], unmarked: [3] });
  expect(unsettled(['a'], outcomes.slice(0, 1))).toEqual({ notRight: [], unmarked: [] });
});
