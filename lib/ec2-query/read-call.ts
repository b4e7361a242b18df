import { errors } from '@/lib/engine/aws-error';
import type { Call } from '@/lib/engine/execute';
import { queryErrors } from './errors';
import type { Pair } from './form';
import { type Parameter, parametersOf, type StructureParameter } from './parameters';

export const apiVersion = '2016-11-15';

/** No parameter of EC2 has a longer name, nested ones and their numbers included. */
const longestName = 256;
const longestAction = 100;

/** Parameters that are read before others are let go first. */
const atOnce = 1_000;

/**
 * The call that a request makes. Refuses what is no call of this API in AWS's words; whether the service would accept
 * it is for `execute`, and so is a number or truth that is none: it stays the text that it is.
 * Cost: linear in the pairs, whatever numbers their names hold. It yields where a long call may be left for a moment.
 */
export function* readingCall(pairs: readonly Pair[]): Generator<undefined, Call> {
  const given = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (given.has(name)) throw queryErrors.repeatedParameter(name);
    given.set(name, value);
  }
  const action = given.get('Action');
  const version = given.get('Version');
  if (!action) throw queryErrors.missingAction();
  if (version === undefined) throw queryErrors.missingVersion();
  if (version !== apiVersion) throw queryErrors.noSuchVersion(version);
  if (action.length > longestAction) throw errors.invalidAction(`${action.slice(0, longestAction)}…`);
  const parameters = parametersOf(action);
  const input: Filled = new Map();
  const containers: Containers = new Map([['', { parameter: parameters, filled: input }]]);
  given.delete('Action');
  given.delete('Version');
  let read = 0;
  for (const [name, value] of given) {
    fill(containers, name, value);
    read += 1;
    if (read % atOnce === 0) yield;
  }
  return { operation: action, input: structureValue(parameters, input) };
}

/** A value that is being put together: members by name, items by number, so that a gap costs nothing. */
type Filled = Map<string | number, Filled | string>;

/** A structure or list by its name in the call: the parameters of a call share most of the parts of their names. */
type Containers = Map<string, Container>;
interface Container {
  readonly parameter: Parameter;
  readonly filled: Filled;
  /** Of something that is not modelled: the member of `filled` that stands for all of it. */
  readonly key?: string | number;
}

function fill(containers: Containers, name: string, value: string): void {
  if (name.length > longestName) throw queryErrors.unknownParameter(name);
  if (unprintable.test(value)) throw queryErrors.unprintable(name);
  const [prefix, part] = split(name);
  const container = containerOf(containers, prefix);
  const next = container && partOf(container, part);
  if (!next) throw queryErrors.unknownParameter(name);
  const { filled } = container;
  const isWhole = next.parameter.kind === 'structure' || next.parameter.kind === 'list';
  // Some clients send an empty list so: `Filter=`.
  if (isWhole && value !== '') throw queryErrors.unknownParameter(name);
  // What is there stays: an empty part must not hide another that is refused.
  if ((isWhole || value === '') && filled.has(next.key)) return;
  filled.set(next.key, isWhole ? new Map() : value);
}

/** What holds the parts that follow; undefined where nothing can. Below what is not modelled everything is taken. */
function containerOf(containers: Containers, name: string): Container | undefined {
  const known = containers.get(name);
  if (known) return known;
  const [prefix, part] = split(name);
  const outer = containerOf(containers, prefix);
  const next = outer && partOf(outer, part);
  if (!next) return undefined;
  if (next.parameter.kind === 'notModelled') {
    const container = { parameter: next.parameter, filled: outer.filled, key: next.key };
    containers.set(name, container);
    return container;
  }
  const before = outer.filled.get(next.key);
  const filled: Filled = typeof before === 'object' ? before : new Map();
  if (before !== filled) outer.filled.set(next.key, filled);
  const container = { parameter: next.parameter, filled };
  containers.set(name, container);
  return container;
}

const partOf = ({ parameter, key }: Container, part: string): ReturnType<typeof inside> =>
  key === undefined ? inside(parameter, part) : { key, parameter };

/** What stands before the last dot, and after it. */
function split(name: string): [prefix: string, part: string] {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? ['', name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** What XML 1.0 cannot hold: no answer could show it again. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function inside(parameter: Parameter, part: string): { key: string | number; parameter: Parameter } | undefined {
  if (parameter.kind === 'structure') {
    const found = parameter.byWire.get(part);
    return found && { key: found.member, parameter: found.parameter };
  }
  // Assumed: gaps are closed up, as nothing can stand in them.
  if (parameter.kind === 'list' && /^[1-9]\d{0,8}$/.test(part)) {
    return { key: Number(part), parameter: parameter.member };
  }
  return undefined;
}

function structureValue(parameter: StructureParameter, filled: Filled): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const { member, parameter: own } of parameter.byWire.values()) {
    const given = filled.get(member);
    if (given !== undefined) value[member] = readValue(own, given, member);
  }
  return value;
}

function readValue(parameter: Parameter, given: Filled | string, name: string): unknown {
  if (typeof given !== 'string') {
    if (parameter.kind === 'structure') return structureValue(parameter, given);
    if (parameter.kind !== 'list') return '';
    const items = [...given].sort(([a], [b]) => Number(a) - Number(b));
    return items.map(([, item]) => readValue(parameter.member, item, name));
  }
  switch (parameter.kind) {
    case 'integer':
      return /^[+-]?\d{1,16}$/.test(given) ? Number(given) : given;
    case 'boolean':
      return /^true$/i.test(given) ? true : /^false$/i.test(given) ? false : given;
    case 'timestamp':
      return timestamp(given, name);
    default:
      return given;
  }
}

const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** An instant as the engine has it. Without a zone it is UTC, as for AWS. */
function timestamp(text: string, name: string): string {
  const [, time, , , zone] = iso.exec(text) ?? [];
  const instant = iso.test(text) ? Date.parse(time && !zone ? `${text}Z` : text) : Number.NaN;
  if (Number.isNaN(instant)) throw errors.wrongType(name, text.slice(0, 100), 'a timestamp');
  return new Date(instant).toISOString();
}
