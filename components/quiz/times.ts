import { once } from '@/components/ui/once';

// A phone takes tens of milliseconds to make these, so not while the page is being read into it.
const clock = once(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }));
const date = once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
);

/** `10:42:07`, where the reader is. Takes what the API says: ISO 8601. */
export const clockTime = (at: string): string => clock().format(new Date(at));

/** `Friday, 3 July 2026 at 17:00`, where the reader is. */
const longTime = (at: string): string => date().format(new Date(at));

/** What a due date means to who is answering; `nowMs` is the reader's clock, the server's decides. */
export function dueWords(dueAt: string, nowMs: number): string {
  const leftMs = Date.parse(dueAt) - nowMs;
  const kept = 'What is saved then is handed in.';
  if (leftMs <= 0) return `Closed ${longTime(dueAt)}. What was saved is handed in.`;
  const minutes = Math.ceil(leftMs / 60_000);
  const soon = minutes <= 60 ? `, in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}` : '';
  return `Closes ${longTime(dueAt)}${soon}. ${kept}`;
}
