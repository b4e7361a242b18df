import { completeAws } from '@/lib/aws-cli/complete';
import type { World } from '@/lib/engine/world';
import { commandWords } from './commands';
import { seatNames } from './host/standing';
import { idsOf } from './ids-of';
import type { ShellState } from './line';
import { defaultNames } from './shell-state';

/** What Tab may put in the place of the text from `from` to the cursor. */
export interface Completion {
  readonly from: number;
  readonly candidates: string[];
}

/**
 * Candidates for the word that ends at `cursor`: a command, a word of `aws`, `$VARIABLE`, or a file.
 * Reads only. Cost: what the world holds.
 */
export function completeLine(world: World, shell: ShellState, line: string, cursor: number): Completion {
  const { words, current, from } = wordsBefore(line.slice(0, cursor));
  const [command, ...rest] = afterOn(words);
  const dollar = /\$\w*$/.exec(current);
  if (dollar) {
    const names = [...new Set([...Object.keys(shell.env), ...defaultNames])].map((name) => `$${name}`);
    return { from: from + dollar.index, candidates: starting(names, dollar[0]) };
  }
  if (command === undefined) return { from, candidates: starting(commandWords, current) };
  if ((command === 'on' || command === 'ssh') && rest.filter((word) => !word.startsWith('-')).length === 0) {
    const user = /^[^@]*@/.exec(current)?.[0] ?? '';
    return { from: from + user.length, candidates: starting(seatNames(world), current.slice(user.length)) };
  }
  if (command === 'aws') return { from, candidates: completeAws(rest, current, idsOf(world)) };
  return { from, candidates: filesStarting(shell, current) };
}

/** The words of the command that `on <host>` and `ssh <host>` run. */
const afterOn = (words: string[]): string[] =>
  words[0] === 'on' && words.length > 1 ? afterOn(words.slice(2)) : words;

const starting = (candidates: readonly string[], start: string): string[] =>
  [...new Set(candidates)].filter((candidate) => candidate.startsWith(start)).sort();

/** The words of the command that the cursor stands in, up to the one it stands at the end of. */
function wordsBefore(text: string): { words: string[]; current: string; from: number } {
  let words: string[] = [];
  let current = '';
  let from = 0;
  let quote = '';
  const close = (next: number) => {
    if (current !== '') words.push(current);
    current = '';
    from = next;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const opensCommand = text.startsWith('$(', index) || character === '`';
    if (quote === "'" || (quote === '"' && !opensCommand)) {
      if (character === quote) quote = '';
      else current += character;
    } else if (opensCommand || '|&;(\n'.includes(character)) {
      if (character === '$') index += 1;
      close(index + 1);
      words = [];
      quote = '';
    } else if (character === ' ' || character === '\t') {
      close(index + 1);
    } else if (character === '"' || character === "'") {
      quote = character;
      if (current === '') from = index + 1;
    } else {
      current += character;
    }
  }
  // `X=1 aws …`, `if aws …`: the command comes after.
  while (words.length > 0 && /^(\w+=.*|if|then|else|elif|while|until|do|time|!)$/.test(words[0] ?? '')) words.shift();
  return { words, current, from };
}

/** Files and directories whose path, written as the learner writes it, begins so. A directory ends in `/`. */
function filesStarting(shell: ShellState, start: string): string[] {
  const typed = start.slice(0, start.lastIndexOf('/') + 1);
  const folder = absolute(shell.cwd, typed);
  const names = Object.keys(shell.files)
    .filter((path) => path.startsWith(folder) && path !== folder)
    .map((path) => {
      const rest = path.slice(folder.length);
      const slash = rest.indexOf('/');
      return typed + (slash < 0 ? rest : rest.slice(0, slash + 1));
    });
  return starting(names, start);
}

/** A folder as an absolute path that ends in `/`. */
function absolute(cwd: string, typed: string): string {
  const parts: string[] = [];
  const whole = typed.startsWith('~/')
    ? `/home/user/${typed.slice(2)}`
    : typed.startsWith('/')
      ? typed
      : `${cwd}/${typed}`;
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}
