import type { MarkView } from '@/lib/quizzes/views';

/** A mark as it is stored. */
export interface StoredMark {
  readonly version: number;
  readonly points: number;
  readonly maxPoints: number;
  readonly rubric: Record<string, number>;
  readonly comment: string;
  /** 'engine', or the id of the person. */
  readonly markedBy: string;
  /** The person's name; null when they are not here any more. */
  readonly markerName: string | null;
  readonly markedAt: Date;
}

/** How a person is called who left, and whose work stays. */
export const formerMember = 'a former member';

/** A mark as it is shown. In practice whoever marks is the writer; under an assignment the writer never does. */
export function markView(mark: StoredMark, { practice }: { practice: boolean }): MarkView {
  const by = mark.markedBy === 'engine' ? 'engine' : practice ? 'self' : 'grader';
  return {
    version: mark.version,
    points: mark.points,
    maxPoints: mark.maxPoints,
    rubric: mark.rubric,
    comment: mark.comment,
    by,
    ...(by === 'grader' && { byName: mark.markerName ?? formerMember }),
    markedAt: mark.markedAt.toISOString(),
  };
}
