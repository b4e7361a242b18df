/** The sum of points, the same whatever their order: what floats leave after the ninth digit is cut off. */
export const sumPoints = (points: readonly number[]): number =>
  Math.round(points.reduce((sum, each) => sum + each, 0) * 1e9) / 1e9;
