import { readFileSync } from 'node:fs';

/**
 * Where something stands first in a file of content/, for whoever has to mend it: `content/labs/x/lab.yaml:12`; the file alone
 * where it does not stand there so.
 * @param file path below `content/`
 */
export function placeOf(file: string, what: string | RegExp): string {
  const text = readFileSync(`content/${file}`, 'utf8');
  const at = typeof what === 'string' ? text.indexOf(what) : text.search(what);
  return at < 0 ? `content/${file}` : `content/${file}:${text.slice(0, at).split('\n').length}`;
}
