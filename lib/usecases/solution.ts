import 'server-only';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import { findLab, labDocument } from '@/lib/content/labs';
import { loadSolution } from '@/lib/content/solutions';
import { findAttempt, showSolution } from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import type { SolutionView } from '@/lib/labs/moment-views';
import { solutionLines } from '@/lib/labs/solution-lines';
import { AttemptId, type Keep, noSuchAttempt } from './attempt-view';
import { turn } from './turn';

export const ShowSolution = z.strictObject({ id: AttemptId });

/**
 * The solution of the attempt's lab, line by line. From then on a finish of this attempt is not recorded; an earlier one stays.
 * Refused where the lab is not the one any more that the attempt began with: its solution may not solve that one.
 */
export function solution(user: User, { id }: z.output<typeof ShowSolution>, keep: Keep): Promise<SolutionView> {
  // In its turn: a line that is on its way may finish the lab before.
  return turn(user, id, async () => {
    const { labSlug, contentHash } = (await findAttempt(id, user.id)) ?? noSuchAttempt();
    const lab = await findLab(labSlug);
    if (!lab || labDocument(lab).hash !== contentHash) {
      refuse('Conflict', 'This lab has changed since you began, and its solution with it. Start it again to see that.');
    }
    const script =
      (await loadSolution(lab.slug)) ?? refuse('Conflict', 'There is no solution: nothing is asked for in this lab.');
    const answer = { lines: solutionLines(script) };
    const idempotency = keep(() => answer);
    if (!(await showSolution(id, user.id, idempotency))) noSuchAttempt();
    return answer;
  });
}
