import { sumPoints } from '@/lib/grading/points';
import type { MarkView, RubricView } from '@/lib/quizzes/views';

/** A mark as it is being entered. */
export interface Draft {
  /** Points by criterion, of those that have a level. */
  readonly rubric: Readonly<Record<string, number>>;
  /** As typed; empty: the rubric's sum counts. */
  readonly points: string;
  readonly comment: string;
}

export const sumOf = (rubric: Draft['rubric']): number => sumPoints(Object.values(rubric));

/** The mark that holds, to go on from; an empty draft where there is none. */
export const draftOf = (mark: MarkView | undefined): Draft =>
  mark
    ? {
        rubric: mark.rubric,
        points: mark.points === sumOf(mark.rubric) ? '' : String(mark.points),
        comment: mark.comment,
      }
    : { rubric: {}, points: '', comment: '' };

export const isSame = (a: Draft, b: Draft): boolean =>
  a.points.trim() === b.points.trim() &&
  a.comment === b.comment &&
  Object.keys({ ...a.rubric, ...b.rubric }).every((id) => a.rubric[id] === b.rubric[id]);

/** The points typed in place of the sum; undefined for none, NaN for what is no number as people write one (`2.5`). */
export const typedPoints = ({ points }: Draft): number | undefined => {
  const typed = points.trim();
  if (typed === '') return undefined;
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
};

/** The digit that chooses a level: its points. Levels of half points or of more than 9 have none. */
export const digitOf = (points: number): string | undefined =>
  /^\d$/.test(String(points)) ? String(points) : undefined;

/** What keeps a draft from being a mark, said at the field it is about. */
export function whatIsMissing(
  draft: Draft,
  rubric: RubricView,
  maxPoints: number,
): { criterion?: string; points?: string } {
  const points = typedPoints(draft);
  if (draft.points.includes(',')) return { points: 'Write a point, not a comma: 2.5.' };
  if (points !== undefined && !(points >= 0 && points <= maxPoints)) {
    return { points: `Write a number from 0 to ${maxPoints}, or nothing.` };
  }
  const open = rubric.find(({ id }) => draft.rubric[id] === undefined);
  return open && points === undefined ? { criterion: open.id } : {};
}
