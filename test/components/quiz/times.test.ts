import { expect, test } from 'vitest';
import { clockTime, dueWords } from '@/components/quiz/times';

const due = '2026-07-03T15:00:00.000Z';
const before = (minutes: number) => Date.parse(due) - minutes * 60_000;

test('a time of saving has seconds', () => {
  expect(clockTime('2026-07-03T10:42:07.000Z')).toMatch(/^\d{2}:\d{2}:07$/);
});

test('what is due says when, and what happens then', () => {
  expect(dueWords(due, before(3 * 24 * 60))).toMatch(
    /^Closes \w+,? \d+ July 2026 at \d{2}:\d{2}\. What is saved then is handed in\.$/,
  );
});

test('within the hour it says how long that is', () => {
  expect(dueWords(due, before(61))).not.toContain(', in ');
  expect(dueWords(due, before(12))).toContain(', in 12 minutes.');
  expect(dueWords(due, before(0.5))).toContain(', in 1 minute.');
});

test('afterwards it is closed', () => {
  expect(dueWords(due, before(0))).toMatch(/^Closed .* What was saved is handed in\.$/);
});
