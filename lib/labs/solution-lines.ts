import type { SolutionView } from './moment-views';
import { scriptLines } from './script';

const comment = /^\s*#\s?/;

/**
 * A solution's script as lines to be played one by one. The comment right above a line says what it is for; one that must be
 * refused keeps its `! `, which is the shell's.
 */
export function solutionLines(script: string): SolutionView['lines'] {
  const raw = script.split('\n');
  return scriptLines(script).map(({ number, text }) => {
    const say: string[] = [];
    for (let above = number - 2; comment.test(raw[above] ?? ''); above -= 1) {
      say.unshift((raw[above] ?? '').replace(comment, '').trim());
    }
    return { line: text, ...(say.length > 0 && { say: say.join(' ') }) };
  });
}
