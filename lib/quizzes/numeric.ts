/** The number that a text writes: digits, at most one point, a sign before them. Undefined for everything else. */
export function numberOf(text: string): number | undefined {
  const written = text.trim().replace(/^\u2212/, '-');
  return written.length <= 30 && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(written) ? Number(written) : undefined;
}
