/** `--output json`: four blanks for each level, every character as itself; an empty structure prints nothing. */
export function jsonOutput(value: unknown): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0)
    return '';
  return `${JSON.stringify(value ?? null, null, 4)}\n`;
}
