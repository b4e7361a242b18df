import { expect, test } from 'vitest';
import { markView } from '@/lib/grading/mark-view';

const mark = {
  version: 2,
  points: 3,
  maxPoints: 4,
  rubric: { depth: 3 },
  comment: 'Good.',
  markedBy: 'some-id',
  markerName: 'Grace',
  markedAt: new Date('2026-03-01T12:00:00.000Z'),
};

test('a mark says who gave it, as far as the learner may know', () => {
  expect(markView(mark, { practice: false })).toEqual({
    version: 2,
    points: 3,
    maxPoints: 4,
    rubric: { depth: 3 },
    comment: 'Good.',
    by: 'grader',
    byName: 'Grace',
    markedAt: '2026-03-01T12:00:00.000Z',
  });
  expect(markView({ ...mark, markerName: null }, { practice: false }).byName).toBe('a former member');
  expect(markView(mark, { practice: true })).toMatchObject({ by: 'self' });
  expect(markView(mark, { practice: true })).not.toHaveProperty('byName');
  const machine = markView({ ...mark, markedBy: 'engine', markerName: null }, { practice: false });
  expect(machine).toMatchObject({ by: 'engine' });
  expect(machine).not.toHaveProperty('byName');
});
