import type { Call } from '@/lib/engine/execute';
import type { Shape, StructureShape } from '@/lib/engine/shapes';
import { type Argument, negativeFlag, valueInside } from './argument';
import { type Command, findCommand } from './commands';
import { commandName } from './names';

/** The words after `aws` that make this call: `parseCall` of them gives the call back. */
export function renderWords({ operation, input }: Call): string[] {
  const command = findCommand(commandName(operation));
  if (!command) return ['ec2', commandName(operation), '--cli-input-json', JSON.stringify(input)];
  const rest = new Map(Object.entries(input));
  const words: string[] = [];
  for (const argument of command.arguments) {
    if (argument.custom || !rest.has(argument.member)) continue;
    const rendered = renderArgument(argument, rest.get(argument.member));
    if (!rendered) continue;
    rest.delete(argument.member);
    words.push(...rendered);
  }
  words.push(...renderOwn(command, rest));
  if (rest.size > 0) words.push('--cli-input-json', JSON.stringify(Object.fromEntries(rest)));
  return ['ec2', command.name, ...words];
}

/** The command line that makes this call, quoted for a shell. */
export const renderCall = (call: Call): string => ['aws', ...renderWords(call)].map(quoted).join(' ');

/** A word as bash reads it back. */
function quoted(word: string): string {
  if (/^[A-Za-z0-9_./:=,@%+-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function renderOwn({ customization }: Command, rest: Map<string, unknown>): readonly string[] {
  const own = customization?.render?.(Object.fromEntries(rest));
  for (const member of own?.members ?? []) rest.delete(member);
  return own?.words ?? [];
}

/** The words for one parameter; undefined when its flag cannot say this value. */
function renderArgument(argument: Argument, value: unknown): string[] | undefined {
  const { shape } = argument;
  const flag = `--${argument.name}`;
  if (shape.type === 'boolean' && typeof value === 'boolean') return [value ? flag : negativeFlag(argument)];
  if (shape.type === 'list' && Array.isArray(value)) return renderList(flag, shape.member, value);
  const inside = valueInside(shape);
  if (inside && isOnlyValue(value)) {
    if (inside.type === 'boolean' && typeof value.Value === 'boolean') {
      return [value.Value ? flag : negativeFlag(argument)];
    }
    if (inside.type === 'string' && typeof value.Value === 'string' && !/^\s*[[{]|=/.test(value.Value)) {
      return oneWord(flag, value.Value);
    }
  }
  if (shape.type === 'structure') return [flag, structureWord(shape, value)];
  if (typeof value === 'string' && (shape.type === 'string' || shape.type === 'timestamp')) return oneWord(flag, value);
  if (Number.isSafeInteger(value) && shape.type === 'integer') return oneWord(flag, String(value));
  return undefined;
}

const isOnlyValue = (value: unknown): value is { Value: unknown } =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && Object.hasOwn(value, 'Value');

/** A flag and its word; a word that names a file cannot be said so. */
function oneWord(flag: string, word: string): string[] | undefined {
  if (/^fileb?:\/\//.test(word)) return undefined;
  return word.startsWith('-') ? [`${flag}=${word}`] : [flag, word];
}

function renderList(flag: string, member: Shape, values: readonly unknown[]): string[] | undefined {
  if (values.length === 0) return [flag, '[]'];
  if (member.type === 'structure') {
    const words = values.map((value) => shorthandOf(member, value));
    if (words.every((word) => word !== undefined)) return [flag, ...words];
    return [flag, JSON.stringify(values)];
  }
  const plain = values.every((value) => typeof value === 'string' && /^[^-[\s]/.test(value) && !/^fileb?:/.test(value));
  return [flag, ...(plain ? values.map(String) : [JSON.stringify(values)])];
}

const structureWord = (shape: StructureShape, value: unknown): string =>
  shorthandOf(shape, value) ?? JSON.stringify(value);

/** A structure as shorthand; undefined where shorthand could be read as something else. */
function shorthandOf(shape: StructureShape, value: unknown, nested = false): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const parts: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    const memberShape = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    const text = memberShape && shorthandValue(memberShape, member, nested);
    if (text === undefined) return undefined;
    parts.push(`${name}=${text}`);
  }
  return parts.length === 0 ? undefined : parts.join(',');
}

function shorthandValue(shape: Shape, value: unknown, nested: boolean): string | undefined {
  if (shape.type === 'string') return typeof value === 'string' && isBare(value) ? value : undefined;
  if (shape.type === 'integer') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (shape.type === 'boolean') return typeof value === 'boolean' ? String(value) : undefined;
  if (shape.type === 'structure') {
    const inner = shorthandOf(shape, value, true);
    return inner === undefined ? undefined : `{${inner}}`;
  }
  if (shape.type !== 'list' || !Array.isArray(value)) return undefined;
  const members = value.map((member) => shorthandValue(shape.member, member, true));
  if (members.some((member) => member === undefined)) return undefined;
  // Outside of brackets, plain values need none, and are what people write.
  const plain = !nested && members.length > 0 && shape.member.type !== 'structure' && shape.member.type !== 'list';
  return plain ? members.join(',') : `[${members.join(',')}]`;
}

/** Texts that stand for themselves wherever they are in shorthand; anything else is written as JSON. */
const isBare = (text: string): boolean =>
  /^[A-Za-z0-9_./:*?#-][A-Za-z0-9_./:*?# -]*$/.test(text) && text.trimEnd() === text;
