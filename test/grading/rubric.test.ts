import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumPoints } from '@/lib/grading/points';
import { acceptMark, InvalidMark } from '@/lib/grading/rubric';

const level = (points: number) => ({ points, say: `worth ${points}` });
const rubric = [
  { id: 'what', title: 'What moves', levels: [level(0), level(1), level(2)] },
  { id: 'constructor', title: 'Order of steps', levels: [level(0), level(0.5)] },
];

const refusal = (sent: Parameters<typeof acceptMark>[1]) => {
  try {
    return acceptMark(rubric, sent);
  } catch (error) {
    if (!(error instanceof InvalidMark)) throw error;
    return `${error.path}: ${error.message}`;
  }
};

test('points are the sum of the levels', () => {
  expect(acceptMark(rubric, { rubric: { what: 2, constructor: 0.5 } })).toEqual({
    rubric: { what: 2, constructor: 0.5 },
    points: 2.5,
    maxPoints: 2.5,
  });
  expect(acceptMark(rubric, { rubric: { what: 0, constructor: 0 } }).points).toBe(0);
});

test('points that are given count instead, and then criteria may be left open', () => {
  expect(acceptMark(rubric, { rubric: { what: 1 }, points: 2.25 })).toEqual({
    rubric: { what: 1 },
    points: 2.25,
    maxPoints: 2.5,
  });
  expect(acceptMark(rubric, { rubric: {}, points: 0 }).points).toBe(0);
  expect(acceptMark(rubric, { rubric: { what: 2, constructor: 0.5 }, points: 2.5 }).points).toBe(2.5);
});

test.each<[Parameters<typeof acceptMark>[1], string]>([
  [{ rubric: { what: 1.5, constructor: 0 } }, "rubric.what: 'What moves' gives 0, 1 or 2 points, not 1.5."],
  [{ rubric: { what: 3, constructor: 0 } }, "rubric.what: 'What moves' gives 0, 1 or 2 points, not 3."],
  [{ rubric: { what: -1, constructor: 0 } }, "rubric.what: 'What moves' gives 0, 1 or 2 points, not -1."],
  [
    { rubric: { what: Number.NaN, constructor: 0 }, points: 1 },
    "rubric.what: 'What moves' gives 0, 1 or 2 points, not NaN.",
  ],
  [{ rubric: { what: 1, constructor: 1 } }, "rubric.constructor: 'Order of steps' gives 0 or 0.5 points, not 1."],
  [{ rubric: { what: 1, style: 1 } }, "rubric.style: The rubric has no criterion 'style'."],
  [{ rubric: { what: 1, toString: 1 }, points: 1 }, "rubric.toString: The rubric has no criterion 'toString'."],
  [
    { rubric: { what: 1 } },
    "rubric.constructor: Choose a level of 'Order of steps', or give the points of the whole answer.",
  ],
  [{ rubric: {}, points: 2.6 }, 'points: This answer can have 0 to 2.5 points, not 2.6.'],
  [{ rubric: {}, points: -0.5 }, 'points: This answer can have 0 to 2.5 points, not -0.5.'],
  [{ rubric: {}, points: Number.POSITIVE_INFINITY }, 'points: This answer can have 0 to 2.5 points, not Infinity.'],
  [{ rubric: {}, points: Number.NaN }, 'points: This answer can have 0 to 2.5 points, not NaN.'],
  [{ rubric: {}, points: 1.333 }, 'points: Give points with at most two decimals, not 1.333.'],
])('%j is refused', (sent, message) => {
  expect(refusal(sent)).toBe(message);
});

test('a sum does not depend on the order', () => {
  expect(sumPoints([0.1, 0.2, 0.3])).toBe(0.6);
  expect(sumPoints([])).toBe(0);
  const points = fc.array(fc.integer({ min: 0, max: 1000 }).map((each) => each / 100));
  fc.assert(
    fc.property(points, (given) => {
      expect(sumPoints(given)).toBe(sumPoints(given.toReversed()));
      expect(Math.round(sumPoints(given) * 100)).toBe(given.reduce((sum, each) => sum + Math.round(each * 100), 0));
    }),
  );
});
