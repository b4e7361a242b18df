/** What a terminal showed, kept on this device so that coming back finds it as it was. The log on the server is the truth. */
export interface Entry {
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
}

const mostEntries = 200;
const mostCharacters = 400_000;
const keyOf = (attemptId: string) => `transcript/${attemptId}`;

export function readTranscript(attemptId: string): Entry[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(attemptId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return []; // Storage refused or emptied: the steps are shown in its place.
  }
}

export function keepTranscript(attemptId: string, entries: readonly Entry[]): void {
  let kept = entries.slice(-mostEntries);
  let text = JSON.stringify(kept);
  while (text.length > mostCharacters && kept.length > 1) {
    kept = kept.slice(Math.ceil(kept.length / 4));
    text = JSON.stringify(kept);
  }
  try {
    localStorage.setItem(keyOf(attemptId), text);
  } catch {
    // Full or refused: the page still has it while it is open.
  }
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'line' in value && 'stdout' in value && 'stderr' in value;

/** Only what a terminal may print: no control characters but line feed and tab, so that text cannot drive it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
export const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');

/** Whether bash would ask for more: a quote is open, or the last line ends in a backslash. */
export function isComplete(text: string): boolean {
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '\\' && quote !== "'") {
      index += 1;
      if (index === text.length || (text.charAt(index) === '\n' && index === text.length - 1)) return false;
    } else if (quote) {
      if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
  }
  return quote === '';
}
