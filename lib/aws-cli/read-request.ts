import { NotModelled } from '@/lib/engine/aws-error';
import type { Call } from '@/lib/engine/execute';
import type { Argument } from './argument';
import type { CommandContext } from './client';
import { type Command, type CommandOption, pagingMembers } from './commands';
import type { Input } from './customizations';
import { isObject, JsonError, parseJson } from './json';
import { pythonInteger, pythonRepr, pythonType } from './python-text';
import { instantOf } from './timestamps';
import { parameterError, usageError, valueError } from './usage-error';
import { validate } from './validate';
import { readFileText, readValue } from './values';
import { type Given, sortWords } from './words';

/** How the pages of a describe call are put together. */
export interface Paging {
  readonly startingToken: string | undefined;
  readonly pageSize: number | undefined;
  readonly maxItems: number | undefined;
}

/** What the words after a command ask for. */
export type Request =
  | { readonly kind: 'call'; readonly call: Call; readonly paging: Paging | undefined }
  | { readonly kind: 'skeleton' }
  | { readonly kind: 'help' };

/**
 * Read the words after a command's name. `paginate` is false with `--no-paginate`.
 * Refuses with the CLI's sentences, in its order: words, values, then names and types inside them.
 */
export async function readRequest(
  command: Command,
  words: readonly string[],
  context: CommandContext,
  paginate: boolean,
): Promise<Request> {
  const line = readWords(command, words);
  if (line.positional === 'help') return { kind: 'help' };
  const unknown = [
    ...line.rest.filter((word) => word !== '--'),
    ...(line.positional === undefined ? [] : [line.positional]),
  ];
  if (unknown.length > 0) throw usageError(`Unknown options: ${unknown.join(', ')}`);

  const control = (flag: string) => line.given.findLast(({ option }) => option.flag === flag)?.words[0];
  const input: Input = {};
  const own = new Map<string, unknown>();
  for (const argument of command.arguments) {
    const given = line.given.filter(({ option }) => option.kind === 'argument' && option.argument === argument);
    if (given.length === 0) continue;
    const value = await readArgument(argument, given, context);
    if (argument.custom) own.set(argument.member, value);
    else input[argument.member] = value;
  }
  if (line.given.some(({ option }) => option.flag === '--cli-input-yaml')) {
    throw new NotModelled('the option --cli-input-yaml');
  }
  const json = control('--cli-input-json');
  if (json !== undefined) mergeJson(input, await loadFile('--cli-input-json', json, context));
  command.customization?.finish(input, own);

  const skeleton = line.given.findLast(({ option }) => option.flag === '--generate-cli-skeleton');
  if (skeleton) {
    const form = skeleton.words[0] ?? 'input';
    if (form !== 'input') throw new NotModelled(`the option --generate-cli-skeleton ${form}`);
    return { kind: 'skeleton' };
  }
  const paging = readPaging(command, input, paginate, control);
  // The CLI looks at the first page's parameters, the size of a page among them.
  const size = paging?.pageSize === undefined ? {} : { MaxResults: paging.pageSize };
  validate(command.operation, { ...input, ...size });
  for (const [name, shape] of Object.entries(command.operation.input)) {
    if (shape.type === 'timestamp' && Object.hasOwn(input, name)) input[name] = instantOf(input[name]);
  }
  return { kind: 'call', call: { operation: command.operation.name, input }, paging };
}

function readWords(command: Command, words: readonly string[]) {
  // With these the parameters come from elsewhere, or none are needed.
  const waived = words.some((word) => /^(--cli-input-json(=|$)|--generate-cli-skeleton(=|$)|help$)/.test(word));
  return sortWords<CommandOption>(words, {
    options: command.options,
    positional: { name: 'help', required: false },
    requires: !waived,
  });
}

async function readArgument(
  argument: Argument,
  given: readonly Given<CommandOption>[],
  context: CommandContext,
): Promise<unknown> {
  const flag = `--${argument.name}`;
  const { shape } = argument;
  const last = given.at(-1);
  const says = last?.option.kind === 'argument' ? last.option.says : undefined;
  if (shape.type === 'boolean' || shape.type === 'notModelled') return says ?? readValue(argument, last?.words ?? []);
  if (shape.type === 'structure' && given.some(({ option }) => option.flag !== flag)) {
    const positive = given.some(({ option }) => option.flag === flag);
    if (!positive) return { Value: false };
    throw valueError(`Cannot specify both the "${flag}" option and the "--no-${argument.name}" option.`);
  }
  const words = last?.words ?? [];
  if (shape.type === 'structure' && words.length === 0) return { Value: true };
  const [word] = words;
  if (word !== undefined && words.length === 1 && isFile(word)) {
    return readFileText(argument, await loadFile(flag, word, context));
  }
  return readValue(argument, words);
}

const isFile = (word: string): boolean => /^fileb?:\/\//.test(word);

/** A word itself, or the text of the file of the learner's shell that it names. */
async function loadFile(flag: string, word: string, context: CommandContext): Promise<string> {
  if (!isFile(word)) return word;
  const path = word.slice(word.indexOf('://') + 3);
  if (path === '/dev/stdin') return context.stdin;
  const text = path === '' ? undefined : await context.readFile(path);
  if (text !== undefined) return text;
  const reason = `[Errno 2] No such file or directory: ${pythonRepr(path)}`;
  throw parameterError(flag, `Unable to load paramfile ${word}: ${reason}`);
}

/** Parameters from `--cli-input-json`; those given by their own flags stay. */
function mergeJson(input: Input, text: string): void {
  let given: unknown;
  try {
    given = parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw parameterError('cli-input-json', 'Invalid JSON received.');
    throw error;
  }
  if (!isObject(given)) {
    throw parameterError('--cli-input-json', `Invalid type: expecting map, received <class '${pythonType(given)}'>`);
  }
  for (const [name, value] of Object.entries(given)) {
    // `__proto__` is a name like any other, and no parameter of AWS: it must arrive where that is said.
    if (!Object.hasOwn(input, name))
      Object.defineProperty(input, name, { value, enumerable: true, writable: true, configurable: true });
  }
}

function readPaging(
  command: Command,
  input: Input,
  paginate: boolean,
  control: (flag: string) => string | undefined,
): Paging | undefined {
  if (!command.paged) return undefined;
  const flags = ['--starting-token', '--page-size', '--max-items'] as const;
  const [startingToken, pageSize, maxItems] = flags.map(control);
  if (!paginate || pagingMembers.some((member) => input[member] !== undefined)) {
    const given = flags.filter((flag) => control(flag) !== undefined);
    if (given.length === 0) return undefined;
    throw valueError(`Cannot specify --no-paginate along with pagination arguments: ${given.join(', ')}`);
  }
  const number = (text: string | undefined) => (text === undefined ? undefined : pythonInteger(text));
  return { startingToken, pageSize: number(pageSize), maxItems: number(maxItems) };
}
