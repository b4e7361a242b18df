/**
 * The names most like a mistyped word, at most three, the best first: those of which at least 0.8 of the letters of
 * both are in common runs (Ratcliff and Obershelp's measure, which the AWS CLI uses).
 */
export function closeMatches(word: string, names: readonly string[]): string[] {
  const close: { name: string; ratio: number }[] = [];
  for (const name of names) {
    const total = word.length + name.length;
    // No two texts have more in common than the shorter one; this also keeps a word of any length cheap.
    if ((2 * Math.min(word.length, name.length)) / total < leastRatio) continue;
    const ratio = (2 * inCommon(name, word)) / total;
    if (ratio >= leastRatio) close.push({ name, ratio });
  }
  return close
    .sort((a, b) => b.ratio - a.ratio || (a.name < b.name ? 1 : -1))
    .slice(0, 3)
    .map(({ name }) => name);
}

const leastRatio = 0.8;

/** Letters in common runs: the longest run, then the same to its left and to its right. */
function inCommon(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const { atA, atB, length } = longestRun(a, b);
  if (length === 0) return 0;
  return length + inCommon(a.slice(0, atA), b.slice(0, atB)) + inCommon(a.slice(atA + length), b.slice(atB + length));
}

/** The longest run that both have, the leftmost in `a` and then in `b` of those equally long. */
function longestRun(a: string, b: string): { atA: number; atB: number; length: number } {
  let best = { atA: 0, atB: 0, length: 0 };
  let before: number[] = [];
  for (let indexA = 0; indexA < a.length; indexA += 1) {
    const now: number[] = [];
    for (let indexB = 0; indexB < b.length; indexB += 1) {
      if (a[indexA] !== b[indexB]) continue;
      const length = (before[indexB - 1] ?? 0) + 1;
      now[indexB] = length;
      if (length > best.length) best = { atA: indexA - length + 1, atB: indexB - length + 1, length };
    }
    before = now;
  }
  return best;
}
