import { isObject, type JsonObject } from '../json';
import { pythonText } from '../python-text';

export const isScalar = (value: unknown): boolean => !isObject(value) && !Array.isArray(value);

/** A scalar in a row of text or table: True, False, None, or as it is. */
export const scalarText = (value: unknown): string => pythonText(value);

/** Keys that hold a scalar in at least one of the structures, and those that hold more in at least one; both sorted. */
export function partKeys(rows: readonly JsonObject[]): { scalars: string[]; nested: string[] } {
  const scalars = new Set<string>();
  const nested = new Set<string>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) (isScalar(value) ? scalars : nested).add(key);
  }
  return { scalars: [...scalars].sort(byCharacters), nested: [...nested].sort(byCharacters) };
}

/** The order of Python's `sorted`, which looks at characters where JavaScript looks at halves of some. */
export function byCharacters(a: string, b: string): number {
  const [first, second] = [[...a], [...b]];
  const at = first.findIndex((character, index) => character !== second[index]);
  if (at < 0) return first.length - second.length;
  return (first[at]?.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1);
}
