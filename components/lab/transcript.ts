/** What a terminal showed, kept on this device so that coming back finds it as it was. The log on the server is the truth. */
export interface Entry {
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  /** What stood before the line; `lab$` when absent. */
  readonly prompt?: string;
}

export const usualPrompt = 'lab$';

/** Lines that a terminal begins with. */
export const mostEntries = 200;
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

/** Add to what is kept; another page on the same attempt may have added too. */
export const addToTranscript = (attemptId: string, entry: Entry): void =>
  keepTranscript(attemptId, [...readTranscript(attemptId), entry]);

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

/** Only what a terminal may print: no escape sequences and no control characters but line feed and tab. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');

/** Whether bash would ask for more: an open quote, here-document, loop or condition, or an end that wants another part. */
export function isComplete(text: string): boolean {
  const document = /<<-?\s*(['"]?)(\w+)\1/.exec(text);
  if (document)
    return text
      .split('\n')
      .slice(1)
      .some((line) => line.trim() === document[2]);
  const bare = withoutQuotes(text);
  if (bare === undefined || /(\\|\||&&)\s*$/.test(bare)) return false;
  const words = bare.split(/[\s;]+/);
  const count = (word: string) => words.filter((candidate) => candidate === word).length;
  return count('do') <= count('done') && count('if') <= count('fi') && count('case') <= count('esac');
}

/** The text with what is quoted taken out; undefined when a quote is open. */
function withoutQuotes(text: string): string | undefined {
  let bare = '';
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '\\' && quote !== "'" && index + 1 < text.length) index += 1;
    else if (quote) quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else bare += char;
  }
  return quote ? undefined : bare;
}
