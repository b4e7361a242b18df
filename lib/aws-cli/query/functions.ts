import { pythonText, pythonType } from '../python-text';
import type { Budget } from './budget';
import { QueryError } from './query-error';
import type { Interpreter } from './run-query';
import { compare, equals, isObject, Reference, typeOf } from './values';

/** What an argument may be: JMESPath's types, `array-number` for a list of one type; none: anything. */
type Types = readonly string[];

interface QueryFunction {
  readonly args: readonly Types[];
  /** The last argument may be given many times. */
  readonly many?: true;
  /** The arguments have been checked against `args`, so a body may take them for what that says. */
  readonly run: (args: readonly unknown[], interpreter: Interpreter) => unknown;
}

const any: Types = [];
const number: Types = ['number'];
const string: Types = ['string'];
const array: Types = ['array'];
const object: Types = ['object'];
const reference: Types = ['expref'];
const sortable: Types = ['array-number', 'array-string'];

// The casts below are to what `args` beside them has asked for.
const functions: Readonly<Record<string, QueryFunction>> = {
  abs: { args: [number], run: ([value]) => Math.abs(value as number) },
  avg: {
    args: [['array-number']],
    run: ([list]) => {
      const numbers = list as number[];
      return numbers.length === 0 ? null : sum(numbers) / numbers.length;
    },
  },
  ceil: { args: [number], run: ([value]) => Math.ceil(value as number) },
  contains: {
    args: [['array', 'string'], any],
    run: ([whole, part], { budget }) => {
      if (typeof whole === 'string') {
        if (typeof part === 'string') return budget.spendText(whole).includes(part);
        const message = `'in <string>' requires string as left operand, not ${pythonType(part)}`;
        throw new QueryError(message, false);
      }
      return (whole as unknown[]).some((member) => equals(member, part, budget));
    },
  },
  ends_with: {
    args: [string, string],
    run: ([text, end], { budget }) => (text as string).endsWith(budget.spendText(end as string)),
  },
  floor: { args: [number], run: ([value]) => Math.floor(value as number) },
  join: {
    args: [string, ['array-string']],
    run: ([glue, list], { budget }) => {
      const texts = list as string[];
      budget.spend(texts.reduce((size, text) => size + text.length + (glue as string).length, 0) / 16);
      return texts.join(glue as string);
    },
  },
  keys: { args: [object], run: ([value]) => Object.keys(value as object) },
  length: {
    args: [['string', 'array', 'object']],
    run: ([value], { budget }) => {
      if (typeof value === 'string') return [...budget.spendText(value)].length;
      return Array.isArray(value) ? value.length : Object.keys(value as object).length;
    },
  },
  map: {
    args: [reference, array],
    run: ([by, list], interpreter) =>
      (list as unknown[]).map((member) => interpreter.visit((by as Reference).node, member)),
  },
  max: { args: [sortable], run: ([list], { budget }) => best(list as Sortable[], (member) => member, 1, budget) },
  max_by: { args: [array, reference], run: ([list, by], interpreter) => bestBy('max_by', list, by, interpreter, 1) },
  merge: {
    args: [object],
    many: true,
    run: (objects, { budget }) => {
      const entries = objects.flatMap((value) => Object.entries(value as object));
      budget.spend(entries.length);
      return Object.fromEntries(entries);
    },
  },
  min: { args: [sortable], run: ([list], { budget }) => best(list as Sortable[], (member) => member, -1, budget) },
  min_by: { args: [array, reference], run: ([list, by], interpreter) => bestBy('min_by', list, by, interpreter, -1) },
  not_null: { args: [any], many: true, run: (values) => values.find((value) => value !== null) ?? null },
  reverse: {
    args: [['array', 'string']],
    run: ([value], { budget }) => {
      if (typeof value === 'string') return [...budget.spendText(value)].reverse().join('');
      return [...(value as unknown[])].reverse();
    },
  },
  sort: {
    args: [['array-string', 'array-number']],
    run: ([list], { budget }) => [...(list as Sortable[])].sort((a, b) => compare(a, b, budget)),
  },
  sort_by: {
    args: [array, reference],
    run: ([list, by], interpreter) =>
      keyed('sort_by', list, by, interpreter)
        .sort((a, b) => compare(a.key, b.key, interpreter.budget))
        .map(({ member }) => member),
  },
  starts_with: {
    args: [string, string],
    run: ([text, start], { budget }) => (text as string).startsWith(budget.spendText(start as string)),
  },
  sum: { args: [['array-number']], run: ([list]) => sum(list as number[]) },
  to_array: { args: [any], run: ([value]) => (Array.isArray(value) ? value : [value]) },
  to_number: {
    args: [any],
    run: ([value], { budget }) => toNumber(typeof value === 'string' ? budget.spendText(value) : value),
  },
  to_string: {
    args: [any],
    run: ([value], { budget }) => {
      if (typeof value === 'string') return value;
      budget.spendResult(value);
      return budget.spendText(asciiJson(value));
    },
  },
  type: { args: [any], run: ([value]) => typeOf(value) },
  values: { args: [object], run: ([value]) => Object.values(value as object) },
};

/** Call one of JMESPath's functions. Source: https://jmespath.org/specification.html#built-in-functions */
export function callFunction(interpreter: Interpreter, name: string, args: readonly unknown[]): unknown {
  const called = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!called) throw new QueryError(`Unknown function: ${name}()`, false);
  const least = called.args.length;
  if (called.many ? args.length < least : args.length !== least) {
    const wanted = `${called.many ? 'at least ' : ''}${least} argument${least === 1 ? '' : 's'}`;
    throw new QueryError(`Expected ${wanted} for function ${name}(), received ${args.length}`, false);
  }
  args.forEach((value, index) => {
    checkType(name, value, called.args[Math.min(index, least - 1)] ?? any, interpreter.budget);
  });
  interpreter.budget.spend(args.reduce<number>((size, value) => size + sizeOf(value), 0));
  return called.run(args, interpreter);
}

/** Members of a list or a structure, which a function may all look at. */
const sizeOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 1;

function checkType(name: string, value: unknown, types: Types, budget: Budget): void {
  if (types.length === 0) return;
  const type = typeOf(value);
  if (types.includes(type)) return;
  const members = types.filter((allowed) => allowed.startsWith('array-')).map((allowed) => allowed.slice(6));
  if (!Array.isArray(value) || members.length === 0) throw wrongType(name, value, types, type, budget);
  // A list of one type: where there are two to choose from, its first member says which.
  const first = typeOf(value[0]);
  const listed = members.length > 1 && members.includes(first) ? [first] : members;
  for (const member of value) {
    if (listed.includes(typeOf(member))) continue;
    throw wrongType(name, member, listed === members ? types : listed, pythonType(member), budget);
  }
}

function wrongType(name: string, value: unknown, types: Types, received: string, budget: Budget): QueryError {
  // The sentence shows the value, which may be as large as any result.
  if (!(value instanceof Reference)) budget.spendResult(value);
  const expected = `[${types.map((type) => `'${type}'`).join(', ')}]`;
  return new QueryError(
    `In function ${name}(), invalid type for value: ${pythonText(value)}, expected one of: ${expected}, received: "${received}"`,
    false,
  );
}

type Sortable = string | number;

/**
 * Members with the text or number to order them by; all must have the same kind. The refusal shows the member from
 * `sort_by` and the key from the others, as the CLI does.
 */
function keyed(name: string, list: unknown, by: unknown, interpreter: Interpreter) {
  const { node } = by as Reference;
  const sorting = name === 'sort_by';
  let wanted: string[] = sorting ? ['string', 'number'] : ['number', 'string'];
  return (list as unknown[]).map((member) => {
    const key = interpreter.visit(node, member);
    const type = typeOf(key);
    if (!wanted.includes(type)) throw wrongType(name, sorting ? member : key, wanted, type, interpreter.budget);
    if (sorting && wanted.length > 1) wanted = [type];
    return { member, key: key as Sortable };
  });
}

function best<T>(members: readonly T[], keyOf: (member: T) => Sortable, direction: 1 | -1, budget: Budget): T | null {
  let found: T | undefined;
  for (const member of members) {
    if (found === undefined || compare(keyOf(member), keyOf(found), budget) * direction > 0) found = member;
  }
  return found ?? null;
}

function bestBy(name: string, list: unknown, by: unknown, interpreter: Interpreter, direction: 1 | -1): unknown {
  return best(keyed(name, list, by, interpreter), ({ key }) => key, direction, interpreter.budget)?.member ?? null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(value) ? Number(value) : null;
}

/** JSON without blanks, everything beyond ASCII written as escapes. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
