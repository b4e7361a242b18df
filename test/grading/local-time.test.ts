import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTimeZone, momentOf } from '@/lib/grading/local-time';

const iso = (local: string, zone: string): string | undefined => {
  const moment = momentOf(local, zone);
  return moment === undefined ? undefined : new Date(moment).toISOString().replace(':00.000Z', 'Z');
};

test.each([
  ['2026-12-31T18:00', 'UTC', '2026-12-31T18:00Z'],
  ['2026-12-31T18:00:00', 'UTC', '2026-12-31T18:00Z'],
  ['2026-12-31T18:00', 'Europe/Vienna', '2026-12-31T17:00Z'],
  ['2026-07-31T18:00', 'Europe/Vienna', '2026-07-31T16:00Z'],
  ['2026-12-31T18:00', 'America/Los_Angeles', '2027-01-01T02:00Z'],
  ['2026-12-31T18:00', 'Pacific/Kiritimati', '2026-12-31T04:00Z'],
  ['2026-12-31T18:00', 'Asia/Kathmandu', '2026-12-31T12:15Z'],
  // The clock leaps from 02:00 to 03:00.
  ['2026-03-29T01:59', 'Europe/Vienna', '2026-03-29T00:59Z'],
  ['2026-03-29T02:30', 'Europe/Vienna', '2026-03-29T01:30Z'],
  ['2026-03-29T03:00', 'Europe/Vienna', '2026-03-29T01:00Z'],
  // It shows 02:30 twice: the first of the two.
  ['2026-10-25T02:30', 'Europe/Vienna', '2026-10-25T00:30Z'],
  ['2026-10-25T03:00', 'Europe/Vienna', '2026-10-25T02:00Z'],
  ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30Z'],
  // Half an hour only.
  ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45Z'],
  ['2028-02-29T00:00', 'UTC', '2028-02-29T00:00Z'],
])('%s in %s is %s', (local, zone, utc) => expect(iso(local, zone)).toBe(utc));

test.each([
  '',
  'tomorrow',
  '2026-12-31',
  '2026-13-01T10:00',
  '2026-02-29T10:00',
  '2026-12-31T24:00',
  '2026-12-31T18:60',
  '2026-12-31T18:00Z',
  '+02026-12-31T18:00',
  '2026-12-31T18:00\n',
])('%j is no moment', (local) => expect(momentOf(local, 'UTC')).toBeUndefined());

test('a moment that a clock shows once comes back from what it shows', () => {
  const zones = fc.constantFrom('Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
  const shown = (moment: number, zone: string) =>
    new Date(moment)
      .toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
      .replace(' ', 'T');
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const local = shown(minute * 60_000, zone);
      expect(shown(momentOf(local, zone) ?? 0, zone)).toBe(local);
      const isOnce = [-60, -30, 30, 60].every((other) => shown((minute + other) * 60_000, zone) !== local);
      if (isOnce) expect(momentOf(local, zone)).toBe(minute * 60_000);
    }),
  );
});

test('zones have names', () => {
  for (const zone of ['UTC', 'Europe/Vienna', 'America/Argentina/Buenos_Aires']) expect(isTimeZone(zone)).toBe(true);
  for (const zone of ['', 'Mars/Olympus', 'Europe/Vienna; DROP', '../etc']) expect(isTimeZone(zone)).toBe(false);
});
