const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?$/;

/** Whether this machine knows an IANA time zone of that name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The moment, in ms since 1970 UTC, that a clock in `zone` shows as `local` (the value of a datetime-local field); undefined
 * when there is no such date. Of two moments with the same reading the first; a reading that the clock leaps over is as much
 * later as it leaps: what browsers' `Temporal` calls compatible. `zone` must be one that `isTimeZone` knows.
 */
export function momentOf(local: string, zone: string): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (form.exec(local) ?? [])
    .slice(1)
    .map(Number);
  const reading = Date.UTC(year, month - 1, day, hour, minute, second || 0);
  if (!form.test(local) || new Date(reading).toISOString().slice(0, 16) !== local.slice(0, 16)) return undefined;
  const before = reading - offset(reading - dayMs, zone);
  const after = reading - offset(reading + dayMs, zone);
  return before + offset(before, zone) !== reading && after + offset(after, zone) === reading ? after : before;
}

const dayMs = 24 * 60 * 60 * 1000;

/** How far a clock in the zone is ahead of UTC at a moment, in ms. */
function offset(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const reading = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return reading - Math.floor(moment / 1000) * 1000;
}
