import { renderCall } from '@/lib/aws-cli/render-call';
import type { Call } from '@/lib/engine/execute';
import type { Step } from './path';
import { printable } from './transcript';

/**
 * The lines that make these calls, one for each: what a stranger is shown in place of what was typed, and may copy into a terminal
 * of their own. Tokens of the client's are left out: they are a program's or a person's, and make nothing.
 */
export const linesOf = (calls: readonly Call[]): string =>
  printable(
    calls
      .map(({ operation, input }) => {
        const made = Object.entries(input).filter(([name]) => name !== 'ClientToken');
        return renderCall({ operation, input: Object.fromEntries(made) });
      })
      .join('\n'),
  );

export interface CopiedPath {
  /** Numbered from 1, each the parent of the next. */
  readonly steps: readonly Step[];
  /** By the number of a step of the path: the number of the copied step that stands for it, 0 before the first. */
  readonly numberOf: ReadonlyMap<number, number>;
}

/**
 * A path's steps for a log of somebody else's: the same calls and numbers of ids, and nothing that was typed. What the path's
 * shell did is left out; the time that went by in it belongs to the step before. `actor` is who makes the copy, `laterMs` is
 * added to every time.
 */
export function copyPath(path: readonly Step[], { actor, laterMs }: { actor: string; laterMs: number }): CopiedPath {
  const steps: Step[] = [];
  const numberOf = new Map<number, number>();
  for (const step of path) {
    const { length } = steps;
    const last = steps[length - 1];
    const at = step.at + laterMs;
    if (step.calls.length > 0) {
      const calls = step.calls.map((call) => ({ ...call, at: call.at + laterMs }));
      steps.push({ ...step, seq: length + 1, parent: length, at, actor, text: linesOf(calls), calls });
    } else if (last) {
      steps[length - 1] = { ...last, at, ticked: step.ticked };
    }
    numberOf.set(step.seq, steps.length);
  }
  return { steps, numberOf };
}
