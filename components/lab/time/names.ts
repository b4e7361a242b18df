import type { TimelineView } from '@/lib/labs/views';

/** What a timeline is called. */
export const timelineName = (timelines: readonly TimelineView[], number: number): string =>
  timelines.find((one) => one.number === number)?.name ?? 'main';

/** A name that no timeline has yet: the word itself, or with the first number that is free from 2 on. */
export function freeName(word: string, timelines: readonly { readonly name: string }[]): string {
  const taken = new Set(timelines.map(({ name }) => name));
  let name = word;
  for (let number = 2; taken.has(name); number += 1) name = `${word} ${number}`;
  return name;
}
