import type { Operation } from '@/lib/engine/operation';
import type { Members, Shape } from '@/lib/engine/shapes';
import json from './minima.json';
import { pythonText, pythonType } from './python-text';
import { instantOf } from './timestamps';
import { valueError } from './usage-error';

/** By operation and path, `MaxResults` or `FilterInArns[]`: the least number, or the least length of a text. */
const minima: { readonly [operation: string]: { readonly [path: string]: number } } = json.minima;

/**
 * Refuse an input whose names or types AWS's API does not have, or a number below its least, in the words of the AWS
 * CLI, which looks before it calls. Other values are for the service to judge.
 */
export function validate({ name, input: members }: Operation, input: unknown): void {
  const faults: string[] = [];
  checkStructure({ faults, minima: Object.hasOwn(minima, name) ? minima[name] : undefined }, members, input, '');
  if (faults.length > 0) throw valueError(['Parameter validation failed:', ...faults].join('\n'));
}

interface Check {
  readonly faults: string[];
  readonly minima: { readonly [path: string]: number } | undefined;
}

function checkStructure(on: Check, members: Members, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    on.faults.push(wrongType(path, value, 'dict'));
    return;
  }
  const given: [string, unknown][] = Object.entries(value);
  const where = path || 'input';
  for (const name in members) {
    const { required } = members[name] ?? {};
    if (required && required !== 'byClient' && !Object.hasOwn(value, name)) {
      on.faults.push(`Missing required parameter in ${where}: "${name}"`);
    }
  }
  for (const [name] of given) {
    if (Object.hasOwn(members, name)) continue;
    on.faults.push(`Unknown parameter in ${where}: "${name}", must be one of: ${Object.keys(members).join(', ')}`);
  }
  for (const [name, member] of given) {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (shape) check(on, shape, member, path ? `${path}.${name}` : name);
  }
}

function check(on: Check, shape: Shape, value: unknown, path: string): void {
  switch (shape.type) {
    case 'structure':
      checkStructure(on, shape.members, value, path);
      return;
    case 'list':
      if (!Array.isArray(value)) on.faults.push(wrongType(path, value, 'list', 'tuple'));
      else for (const [index, member] of value.entries()) check(on, shape.member, member, `${path}[${index}]`);
      return;
    case 'string':
      if (typeof value !== 'string') on.faults.push(wrongType(path, value, 'str'));
      else checkLeast(on, path, [...value].length, 'length');
      return;
    case 'integer':
      if (pythonType(value) !== 'int') on.faults.push(wrongType(path, value, 'int'));
      else checkLeast(on, path, Number(value), 'value');
      return;
    case 'boolean':
      if (typeof value !== 'boolean') on.faults.push(wrongType(path, value, 'bool'));
      return;
    case 'timestamp':
      if (instantOf(value) === undefined) {
        on.faults.push(`${wrongType(path, value, 'datetime.datetime')}, timestamp-string`);
      }
      return;
    default:
      return; // The engine refuses what is not modelled.
  }
}

function checkLeast({ faults, minima: of }: Check, path: string, value: number, what: 'value' | 'length'): void {
  const pattern = path.replace(/\[\d+\]/g, '[]');
  const least = of && Object.hasOwn(of, pattern) ? of[pattern] : undefined;
  if (least === undefined || value >= least) return;
  faults.push(`Invalid ${what} for parameter ${path}, value: ${value}, valid min ${what}: ${least}`);
}

function wrongType(path: string, value: unknown, ...valid: string[]): string {
  const types = valid.map((type) => `<class '${type}'>`).join(', ');
  const type = `<class '${pythonType(value)}'>`;
  return `Invalid type for parameter ${path}, value: ${pythonText(value)}, type: ${type}, valid types: ${types}`;
}
