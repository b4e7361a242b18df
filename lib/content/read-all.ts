import 'server-only';

/**
 * What all of these readings give, in their order. Where some fail the error has the lines of each, so that an author sees at once
 * whatever is wrong.
 */
export async function readAll<T>(readings: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(readings);
  const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (reasons.length === 1) throw reasons[0];
  if (reasons.length > 1) throw new Error(reasons.map((one) => (one instanceof Error ? one.message : one)).join('\n'));
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
