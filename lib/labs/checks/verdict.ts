/** What a predicate says: whether it holds, and what there is, as a sentence that tells no more than the task does. */
export interface Verdict {
  readonly passed: boolean;
  readonly found: string;
}

/** One thing asked of a candidate: whether it is so, and how it is, as a verb phrase: `is in subnet-a`. */
export interface Condition {
  readonly holds: boolean;
  readonly is: string;
}

/** Something that might be what a task asks for. */
export interface Candidate {
  /** What the learner calls it. */
  readonly label: string;
  readonly conditions: readonly Condition[];
}

/** A condition where something is wanted; none where the lab leaves it open. */
export const wants = <T>(want: T | undefined, have: T | undefined, is: string): Condition[] =>
  want === undefined ? [] : [{ holds: want === have, is }];

/**
 * Passed when one candidate meets all its conditions: others beside it do no harm. Found: that one, or else how the
 * closest differs, the newest (last) of several. `nothing` is said when there is no candidate.
 */
export function anyOf(candidates: readonly Candidate[], nothing: string): Verdict {
  let closest: { candidate: Candidate; missing: number } | undefined;
  for (const candidate of candidates) {
    const missing = candidate.conditions.filter((condition) => !condition.holds).length;
    if (!closest || missing <= closest.missing) closest = { candidate, missing };
  }
  if (!closest) return { passed: false, found: nothing };
  const { candidate, missing } = closest;
  const told = candidate.conditions.filter((condition) => missing === 0 || !condition.holds);
  return { passed: missing === 0, found: sentence(candidate.label, told) };
}

function sentence(label: string, conditions: readonly Condition[]): string {
  const phrases = [...new Set(conditions.map((condition) => condition.is))];
  if (phrases.length === 0) return `${label} is there.`;
  const last = phrases.pop();
  return `${label} ${phrases.length > 0 ? `${phrases.join(', ')} and ${last}` : last}.`;
}
