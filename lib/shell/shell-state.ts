import type { ShellState } from './line';

/** Files and variables of one shell together; past it a line's are not kept. */
export const keptBytes = 262_144;
export const keptFiles = 200;

/** Home of the one user that a learner's shell has. */
export const home = '/home/user';

/** The shell of an attempt that has just begun. */
export const newShell = (): ShellState => ({ cwd: home, env: {}, files: {} });

/** What every shell starts with: not kept while it is unchanged. */
const defaults: ReadonlyMap<string, string> = new Map([
  ['HOME', home],
  ['PATH', '/usr/bin:/bin'],
  ['IFS', ' \t\n'],
  ['OSTYPE', 'linux-gnu'],
  ['MACHTYPE', 'x86_64-pc-linux-gnu'],
  ['HOSTTYPE', 'x86_64'],
  ['HOSTNAME', 'localhost'],
  ['OPTIND', '1'],
  ['OLDPWD', home],
]);
export const defaultNames: readonly string[] = [...defaults.keys(), 'PWD'];

/** Bash's own: `PWD` is the shell's `cwd`, the others are of one line. */
const volatile: ReadonlySet<string> = new Set(['_', 'PWD', 'SHELLOPTS', 'BASHOPTS']);

/** The variables that last. `?`, `#` and the like are no names and go with the line, aliases too. */
export function keptVariables(env: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(env).filter(
    ([name, value]) =>
      /^[A-Za-z_]\w*$/.test(name) &&
      !name.startsWith('BASH_ALIAS_') &&
      !volatile.has(name) &&
      defaults.get(name) !== value,
  );
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why this shell is too big to last from line to line; undefined when it is not. */
export function tooBig(shell: ShellState): string | undefined {
  const count = Object.keys(shell.files).length;
  if (count > keptFiles) return `${count} files, and up to ${keptFiles} last from line to line`;
  const entries = [...Object.entries(shell.files), ...Object.entries(shell.env)];
  const bytes = entries.reduce((sum, [name, value]) => sum + byteLength(name) + byteLength(value), 0);
  if (bytes <= keptBytes) return undefined;
  return `${bytes} bytes of files and variables, and up to ${keptBytes} last from line to line`;
}

/** Bytes of a text in UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
