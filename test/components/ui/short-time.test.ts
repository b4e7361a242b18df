import { afterEach, beforeEach, expect, test } from 'vitest';
import { shortTime } from '@/components/ui/short-time';

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Asia/Kolkata';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('a moment is said in the reader’s zone, the day and the month with it', () => {
  expect(shortTime('2026-07-03T11:30:00.000Z')).toBe('3 Jul 2026, 17:00');
  expect(shortTime('2026-12-31T18:35:59.000Z')).toBe('1 Jan 2027, 00:05');
});

test('it reads as the platform’s own form does, in every month', () => {
  const form = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Kolkata' });
  for (let month = 0; month < 12; month += 1) {
    const at = new Date(Date.UTC(2026, month, 9, 4, 5));
    // British English has a fourth letter for one of them.
    expect(shortTime(at.toISOString())).toBe(form.format(at).replace('Sept', 'Sep'));
  }
});
