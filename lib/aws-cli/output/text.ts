import { isObject, type JsonObject } from '../json';
import { pythonType } from '../python-text';
import { generalError } from '../usage-error';
import { byCharacters, isScalar, partKeys, scalarText } from './values';

/**
 * `--output text`: a line for each structure, its scalars in order of their names with tabs between them, then what it
 * holds, each line beginning with the member's name in capitals.
 */
export function textOutput(value: unknown): string {
  const lines: string[] = [];
  write(lines, value, undefined);
  return lines.map((line) => `${line}\n`).join('');
}

function write(lines: string[], value: unknown, name: string | undefined): void {
  if (Array.isArray(value)) writeList(lines, value, name);
  else if (isObject(value)) writeStructure(lines, value, name, partKeys([value]).scalars);
  else lines.push(scalarText(value));
}

function writeStructure(
  lines: string[],
  structure: JsonObject,
  name: string | undefined,
  keys: readonly string[],
): void {
  const cells = keys.map((key) => (Object.hasOwn(structure, key) ? scalarText(structure[key]) : ''));
  if (cells.length > 0) lines.push([...label(name), ...cells].join('\t'));
  const shown = new Set(keys);
  for (const key of Object.keys(structure).sort(byCharacters)) if (!shown.has(key)) write(lines, structure[key], key);
}

function writeList(lines: string[], list: readonly unknown[], name: string | undefined): void {
  const rows = list.filter(isObject);
  if (rows.length > 0) {
    const { scalars } = partKeys(rows);
    for (const member of list) {
      if (!isObject(member)) throw generalError(`'${pythonType(member)}' object has no attribute 'items'`);
      writeStructure(lines, member, name, scalars);
    }
    return;
  }
  const scalars = list.filter(isScalar).map(scalarText);
  const nested = list.filter((member) => !isScalar(member));
  if (nested.length === 0 && name !== undefined)
    for (const cell of scalars) lines.push([...label(name), cell].join('\t'));
  else if (scalars.length > 0) lines.push([...label(name), ...scalars].join('\t'));
  for (const member of nested) write(lines, member, name);
}

const label = (name: string | undefined): string[] => (name === undefined ? [] : [name.toUpperCase()]);
