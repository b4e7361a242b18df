/** 2001-09-09 in ms since 1970 UTC: times are larger, and no other number of a simulated account is. */
const earliest = 1e12;
/** How the engine writes a time that AWS shows; and why an instance stopped, which says when too. */
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const reason = /^(User initiated \()(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)( GMT\))$/;

/**
 * A copy of a simulated account as plain JSON data, or of a part of one, in which everything happened `ms` later (earlier when
 * negative). The engine asks only how much time lies between two things, so it answers every call as it would have.
 */
export function shiftTime<T>(value: T, ms: number): T {
  // Each branch gives back the kind of value that it was given.
  return shifted(value, ms) as T;
}

function shifted(value: unknown, ms: number): unknown {
  if (typeof value === 'number') return value > earliest ? value + ms : value;
  if (typeof value === 'string') {
    if (timestamp.test(value)) return laterBy(ms, value) ?? value;
    const [, before, day, time, after] = reason.exec(value) ?? [];
    const later = day && laterBy(ms, `${day}T${time}Z`);
    return later ? `${before}${later.slice(0, 19).replace('T', ' ')}${after}` : value;
  }
  if (Array.isArray(value)) return value.map((member) => shifted(member, ms));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shifted(member, ms)]));
}

/** Undefined for what only looks like a time. */
const laterBy = (ms: number, time: string): string | undefined =>
  Number.isNaN(Date.parse(time)) ? undefined : new Date(Date.parse(time) + ms).toISOString();
