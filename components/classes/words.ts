import type { ClassRole } from '@/lib/grading/views';

/** "1 answer", "3 answers". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** Points as they are shown: at most two decimals, none where it is whole. */
export const pointsText = (points: number): string => String(Math.round(points * 100) / 100);

/** What one is in a class, as the end of "You are …". */
export const roleWords: Record<ClassRole, string> = {
  learner: 'a learner',
  grader: 'a grader',
  instructor: 'an instructor',
};
