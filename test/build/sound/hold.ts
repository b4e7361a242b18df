/**
 * Throws `what` where the condition does not hold. The checks of a world ask this some thousand times after each call
 * of a sequence; `expect` would take nine tenths of the whole test's time.
 */
export function hold(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`not sound: ${what}`);
}

/** No value occurs twice. */
export const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** The same texts in the same order. */
export const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);
