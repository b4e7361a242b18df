import type { ShellState } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';
import { TestAccount } from '../build/account';

/** Where a transcript's texts are from; only an assumed one may be written anew from what the simulator prints. */
export type Provenance = 'documented' | 'observed' | 'assumed';

/** One line typed into the shell, and what came out. */
export interface Exchange {
  /** Comments and blank lines before it, as they stand in the file. */
  readonly before: readonly string[];
  /** As written, with `> ` before the lines that continue it. */
  readonly typed: readonly string[];
  /**
   * Lines of stdout and then of stderr, and `[254]` where the line did not end well. `...` stands for any lines, `…` in a
   * line for any text: an id of ours where AWS had its own, or words that are not on record.
   */
  readonly output: readonly string[];
}

export interface Transcript {
  readonly head: string;
  readonly provenance: Provenance;
  readonly exchanges: readonly Exchange[];
}

const heads: readonly (readonly [Provenance, RegExp])[] = [
  ['documented', /^# documented https:\/\/\S+$/],
  ['observed', /^# observed \d{4}-\d\d-\d\d \S.*$/],
  ['assumed', /^# assumed$/],
];

/** Read a transcript; throws on one that does not say where its text is from. */
export function parseTranscript(text: string): Transcript {
  const [head = '', ...lines] = text.split('\n');
  const provenance = heads.find(([, form]) => form.test(head))?.[0];
  if (!provenance)
    throw new Error(`a transcript begins with "# documented URL", "# observed DATE WHAT" or "# assumed"`);
  const exchanges: { before: string[]; typed: string[]; output: string[] }[] = [];
  let before: string[] = [];
  for (const line of lines) {
    const last = exchanges.at(-1);
    if (line.startsWith('$ ')) {
      exchanges.push({ before, typed: [line], output: [] });
      before = [];
    } else if (line.startsWith('> ') && last && last.output.length === 0 && last.typed.at(-1)?.endsWith('\\')) {
      last.typed.push(line);
    } else if (before.length > 0 || line.startsWith('# ') || !last) before.push(line);
    else last.output.push(line);
  }
  return {
    head,
    provenance,
    exchanges: exchanges.map((exchange) => ({ ...exchange, output: trimmed(exchange.output) })),
  };
}

/** Blank lines at either end mean nothing: the CLI begins what it says on stderr with one. */
function trimmed(lines: readonly string[]): string[] {
  const isText = (line: string) => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
}

/** Type a transcript's lines into one shell on one fresh account; answers what came out of each. */
export async function replay({ exchanges }: Transcript): Promise<string[][]> {
  const account = new TestAccount({ seed: 'transcript' });
  let shell: ShellState = newShell();
  const outputs: string[][] = [];
  for (const { typed } of exchanges) {
    const line = typed.map((part) => part.slice(2)).join('\n');
    const result = await runLine(account.world, shell, line);
    shell = result.shell;
    const lines = trimmed((result.stdout + result.stderr).split('\n').map((text) => text.trimEnd()));
    outputs.push(result.exitCode === 0 ? lines : [...lines, `[${result.exitCode}]`]);
  }
  return outputs;
}

/** Whether lines are those that were expected, `...` standing for any, `…` in a line for any text. */
export function matches(expected: readonly string[], actual: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return actual.length === 0;
  if (first === '...') return actual.some((_, index) => matches(rest, actual.slice(index))) || matches(rest, []);
  return actual[0] !== undefined && lineMatches(first.trimEnd(), actual[0]) && matches(rest, actual.slice(1));
}

function lineMatches(expected: string, actual: string): boolean {
  const [start = '', ...parts] = expected.split('…');
  const end = parts.pop();
  if (end === undefined) return expected === actual;
  if (!actual.startsWith(start)) return false;
  let at = start.length;
  for (const part of parts) {
    const found = actual.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at + end.length <= actual.length && actual.endsWith(end);
}

/** A transcript as text, with other outputs than those it has. */
export function writeTranscript({ head, exchanges }: Transcript, outputs: readonly (readonly string[])[]): string {
  const lines = exchanges.flatMap(({ before, typed }, index) => {
    return [...(index === 0 ? [] : ['']), ...before.filter((line) => line !== ''), ...typed, ...(outputs[index] ?? [])];
  });
  return `${[head, ...lines].join('\n')}\n`;
}
