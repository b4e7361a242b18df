import type { Trace } from '@/lib/engine/reachability/hop';

/** What became of a verdict, in a sentence; undefined while the flow is answered or refused as before. */
export function verdictChange(before: Trace, now: Trace): string | undefined {
  const old = before.verdict;
  const { verdict } = now;
  if (verdict.reached) return old.reached ? undefined : `Now reached. Before: not reached, ${old.refusal.code}.`;
  if (old.reached) return `No longer reached: ${verdict.refusal.code}.`;
  if (old.way !== verdict.way) {
    return verdict.way === 'back'
      ? `Further than before: it now arrives, and its answer is lost. Before: ${old.refusal.code}.`
      : `Less far than before: it does not even arrive now. Before, its answer was lost: ${old.refusal.code}.`;
  }
  if (place(before) === place(now)) return undefined;
  return `Still not reached, now for another reason: ${verdict.refusal.code}. Before: ${old.refusal.code}.`;
}

/** What refused and why. */
function place({ verdict, out, back }: Trace): string {
  if (verdict.reached) return '';
  const { component } = (verdict.way === 'out' ? out : back).at(-1) ?? {};
  return `${verdict.refusal.code} ${component?.kind} ${component?.id}`;
}
