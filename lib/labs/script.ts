import type { World } from '@/lib/engine/world';
import type { LineResult, ShellState } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';

/** One command of a script; `number` is its first line's, from 1. */
export interface ScriptLine {
  readonly number: number;
  readonly text: string;
}

/** The commands of a script: blank lines and comments left out, a line that ends in a backslash joined with the next. */
export function scriptLines(script: string): ScriptLine[] {
  const lines: ScriptLine[] = [];
  let open: ScriptLine | undefined;
  for (const [index, raw] of script.split('\n').entries()) {
    if (!open && /^\s*(#|$)/.test(raw)) continue;
    const text: string = open ? `${open.text}${raw.trimStart()}` : raw;
    const line: ScriptLine = { number: open?.number ?? index + 1, text };
    if (text.endsWith('\\')) {
      open = { ...line, text: text.slice(0, -1) };
    } else {
      open = undefined;
      lines.push(line);
    }
  }
  if (open) lines.push(open);
  return lines;
}

/**
 * Run a script as a learner would, a line after the other. Throws at the first line that does not exit 0, naming it.
 * `after` sees each line's result before the next one runs.
 */
export async function runScript(
  world: World,
  shell: ShellState,
  script: { readonly name: string; readonly text: string },
  after?: (result: LineResult, line: ScriptLine) => void,
): Promise<ShellState> {
  let current = shell;
  for (const line of scriptLines(script.text)) {
    const result = await runLine(world, current, line.text);
    if (result.exitCode !== 0) {
      throw new Error(`${script.name}, line ${line.number}: exit code ${result.exitCode}. ${result.stderr.trim()}`);
    }
    current = result.shell;
    after?.(result, line);
  }
  return current;
}
