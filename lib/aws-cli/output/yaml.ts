import { isObject } from '../json';
import { jsonOutput } from './json';
import { byCharacters } from './values';
import { writeYamlText } from './yaml-text';

/**
 * `--output yaml`: block style, names sorted, lists as deep as the name they stand under; an empty structure prints
 * nothing, and a value by itself is shown as JSON.
 */
export function yamlOutput(value: unknown): string {
  if (Array.isArray(value)) return `${value.length === 0 ? '[]' : listLines(value, '')}\n`;
  if (isObject(value)) return Object.keys(value).length === 0 ? '' : `${structureLines(value, '')}\n`;
  return jsonOutput(value);
}

/** `--output yaml-stream`: each answer as a list of its own, in the order they came. */
export const yamlStreamOutput = (answer: unknown): string =>
  isObject(answer) && Object.keys(answer).length === 0 ? '' : yamlOutput([answer]);

/** Lines with `indent` before each but the first, which stands behind what is written already. */
function listLines(list: readonly unknown[], indent: string): string {
  const deeper = `${indent}  `;
  return list.map((member) => `- ${behindSign(member, deeper)}`).join(`\n${indent}`);
}

function structureLines(structure: object, indent: string): string {
  const names = Object.entries(structure).sort(([a], [b]) => byCharacters(a, b));
  return names.map(([name, value]) => memberLines(name, value, indent)).join(`\n${indent}`);
}

function memberLines(name: string, value: unknown, indent: string): string {
  const key = writeYamlText(name, { column: indent.length, indent: `${indent}  `, isName: true });
  const deeper = `${indent}  `;
  if (/[\n\r\u0085\u2028\u2029]/.test(name) || new TextEncoder().encode(name).length > longestName) {
    const long = writeYamlText(name, { column: deeper.length, indent: deeper });
    return `? ${long}\n${indent}: ${behindSign(value, deeper)}`;
  }
  if (Array.isArray(value) && value.length > 0) return `${key}:\n${indent}${listLines(value, indent)}`;
  if (isObject(value) && Object.keys(value).length > 0) return `${key}:\n${deeper}${structureLines(value, deeper)}`;
  return `${key}: ${plainLines(value, indent.length + key.length + 2, deeper)}`;
}

/** A name of more bytes, or of several lines, is announced with a question mark. */
const longestName = 128;

/** A value behind `- ` or `: `, where structures and lists begin in the same line. */
function behindSign(value: unknown, indent: string): string {
  if (Array.isArray(value) && value.length > 0) return listLines(value, indent);
  if (isObject(value) && Object.keys(value).length > 0) return structureLines(value, indent);
  return plainLines(value, indent.length, indent);
}

function plainLines(value: unknown, column: number, indent: string): string {
  if (Array.isArray(value)) return '[]';
  if (isObject(value)) return '{}';
  return typeof value === 'string' ? writeYamlText(value, { column, indent }) : String(value ?? null);
}
