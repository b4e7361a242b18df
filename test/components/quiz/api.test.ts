import { expect, test } from 'vitest';
import { outcomeOf } from '@/components/quiz/api';
import { ApiError } from '@/components/site/api';

const held = { version: 3, answer: 'theirs', savedAt: '2026-07-03T10:42:07.000Z' };

test.each([
  [0, undefined, { kind: 'away' }],
  [500, undefined, { kind: 'away' }],
  [503, undefined, { kind: 'away' }],
  [429, undefined, { kind: 'away' }],
  [409, held, { kind: 'outrun', held }],
  [409, undefined, { kind: 'closed', message: 'So.' }],
  [401, undefined, { kind: 'over', message: 'So.' }],
  [404, undefined, { kind: 'over', message: 'So.' }],
  [422, undefined, { kind: 'refused', message: 'So.' }],
  [413, undefined, { kind: 'refused', message: 'So.' }],
])('a save answered with %i, %j', (status, current, outcome) => {
  expect(outcomeOf(new ApiError(status, 'So.', current))).toEqual(outcome);
});
