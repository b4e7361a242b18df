import { pathTo, type Step } from './path';

/** Of a step, what a transcript says. */
type Told = Pick<Step, 'seq' | 'parent' | 'at' | 'text' | 'repeats'> & {
  readonly calls: readonly { readonly operation: string; readonly ok: boolean; readonly code?: string | undefined }[];
};

/**
 * The path to `head` as a text file: every line after a `$`, and below it what came of it. Comments begin with `#`, and a line
 * of its own after `>`. Reads are not in a log, so neither are they here.
 */
export function transcript(title: string, steps: Iterable<Told>, head: number): string {
  const path = pathTo(steps, head);
  const heading = `# ${oneLine(title)}\n# Calls that changed something or were refused. Times are those of the simulated account, UTC.\n`;
  return [heading, ...path.map(entryOf)].join('\n');
}

const entryOf = ({ at, text, calls, repeats }: Told): string => {
  const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const [first = '', ...more] = printable(text).split('\n');
  const lines = [`$ ${first}`, ...more.map((line) => `> ${line}`)];
  return `# ${time}\n${lines.join('\n')}\n${outcomeOf(calls, repeats)}\n`;
};

function outcomeOf(calls: Told['calls'], repeats: number): string {
  if (calls.length === 0) return '# no call: the shell changed, or time went by';
  const times = repeats > 0 ? `, ${repeats + 1} times` : '';
  return calls
    .map(({ operation, ok, code }) =>
      ok
        ? `# ${oneLine(operation)}: accepted`
        : `# ${oneLine(operation)}: refused with ${oneLine(code ?? 'an error')}${times}`,
    )
    .join('\n');
}

/** Without what a terminal, or an editor, would take for more than text; a tab stays. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out, and writing directions with them
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

const oneLine = (text: string): string => printable(text).replaceAll('\n', ' ');
