import { type NeededSystem, neededSystems } from '@/lib/lessons/experiment';

/** `1`, `1 and 2`, `1, 2 and 3`. */
function enumerated(things: readonly (string | number)[]): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}

/** “Document 1 says”, “Documents 1 and 2 say”. */
export const documentsSay = (numbers: readonly number[]): string =>
  `${named('Document', numbers)} ${numbers.length === 1 ? 'says' : 'say'}`;

/** `Document 1`, `Documents 1 and 2`. */
export const named = (word: string, numbers: readonly (string | number)[]): string =>
  `${word}${numbers.length === 1 ? '' : 's'} ${enumerated(numbers)}`;

/** The systems that an experiment waits for: `alarms and load balancers`. */
export const comingWords = (needs: readonly NeededSystem[]): string =>
  enumerated(needs.map((system) => neededSystems[system]));
