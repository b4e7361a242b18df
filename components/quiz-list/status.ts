import type { QuizAttemptSummary } from '@/lib/quizzes/views';

export type QuizState =
  | { readonly kind: 'none' | 'handed-in' }
  | { readonly kind: 'open'; readonly attempt: QuizAttemptSummary }
  | { readonly kind: 'graded'; readonly points: number; readonly maxPoints: number };

/**
 * What to say of a person's attempts at one quiz: what is under way, or the best grade that may be seen. Marks that are
 * not shown yet count as none.
 */
export function statusOf(attempts: readonly QuizAttemptSummary[]): QuizState {
  const open = attempts.find(({ state }) => state === 'open');
  if (open) return { kind: 'open', attempt: open };
  const grades = attempts.flatMap(({ points, maxPoints }) =>
    points === undefined || maxPoints === undefined ? [] : [{ points, maxPoints }],
  );
  // By share: another version of the quiz may have had other points.
  const best = grades.sort((a, b) => b.points / (b.maxPoints || 1) - a.points / (a.maxPoints || 1))[0];
  if (best) return { kind: 'graded', ...best };
  return { kind: attempts.length > 0 ? 'handed-in' : 'none' };
}
