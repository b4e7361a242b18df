import type { QuestionResult } from '@/lib/quizzes/views';

/** The numbers, from 1, of the questions that did not get every point, and of those that nobody has marked. */
export function unsettled(
  questionIds: readonly string[],
  outcomes: readonly Pick<QuestionResult, 'questionId' | 'mark' | 'maxPoints'>[],
): { notRight: number[]; unmarked: number[] } {
  const numbers = (holds: (outcome: (typeof outcomes)[number]) => boolean) =>
    questionIds.flatMap((id, index) =>
      outcomes.some((outcome) => outcome.questionId === id && holds(outcome)) ? [index + 1] : [],
    );
  return {
    notRight: numbers(({ mark, maxPoints }) => mark !== undefined && mark.points < maxPoints),
    unmarked: numbers(({ mark }) => mark === undefined),
  };
}
