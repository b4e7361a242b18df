const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number): string => String(number).padStart(2, '0');

/**
 * `3 Jul 2026, 17:00`, where the reader is. Takes what the API says: ISO 8601. By hand, since a phone takes a fifth of a second
 * to make its first `Intl.DateTimeFormat`, and the first screen of a lab says a time.
 */
export function shortTime(iso: string): string {
  const at = new Date(iso);
  return `${at.getDate()} ${months[at.getMonth()]} ${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
