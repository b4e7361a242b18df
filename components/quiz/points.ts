import { once } from '@/components/ui/once';

const number = once(() => new Intl.NumberFormat('en', { maximumFractionDigits: 2 }));

/** `1 point`, `2.5 points`. */
export const pointsWords = (points: number): string =>
  `${number().format(points)} ${points === 1 ? 'point' : 'points'}`;

/** `7.5 of 12 points`. */
export const gradeWords = (points: number, maxPoints: number): string =>
  `${number().format(points)} of ${pointsWords(maxPoints)}`;
