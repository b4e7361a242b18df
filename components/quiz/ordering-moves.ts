/** The list with `id` moved by one place up (-1) or down (1); the same list where there is no such place. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return ids;
  return ids.map((each, index) => (index === from ? other : index === to ? id : each));
}

/** What an ordering shows: the answer as far as it names items, then the others in the order they were given. */
export function arranged(items: readonly string[], answer: readonly string[]): readonly string[] {
  const known = answer.filter((id) => items.includes(id));
  return [...known, ...items.filter((id) => !known.includes(id))];
}

/** 1st, 2nd, 3rd, 4th, 11th. */
export function ordinal(place: number): string {
  const teens = Math.floor(place / 10) % 10 === 1;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}
