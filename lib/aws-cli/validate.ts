import type { Members, Shape } from '@/lib/engine/shapes';
import { pythonText, pythonType } from './python-text';
import { valueError } from './usage-error';

/**
 * Refuse an input whose names or types AWS's API does not have, in the words of the AWS CLI, which looks before it
 * calls. Values are for the service to judge.
 */
export function validate(members: Members, input: unknown): void {
  const faults: string[] = [];
  checkStructure(faults, members, input, '');
  if (faults.length > 0) throw valueError(['Parameter validation failed:', ...faults].join('\n'));
}

function checkStructure(faults: string[], members: Members, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(wrongType(path, value, 'dict'));
    return;
  }
  const given: [string, unknown][] = Object.entries(value);
  const where = path || 'input';
  for (const name in members) {
    if (members[name]?.required && !Object.hasOwn(value, name)) {
      faults.push(`Missing required parameter in ${where}: "${name}"`);
    }
  }
  for (const [name] of given) {
    if (Object.hasOwn(members, name)) continue;
    faults.push(`Unknown parameter in ${where}: "${name}", must be one of: ${Object.keys(members).join(', ')}`);
  }
  for (const [name, member] of given) {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (shape) check(faults, shape, member, path ? `${path}.${name}` : name);
  }
}

function check(faults: string[], shape: Shape, value: unknown, path: string): void {
  switch (shape.type) {
    case 'structure':
      checkStructure(faults, shape.members, value, path);
      return;
    case 'list':
      if (!Array.isArray(value)) faults.push(wrongType(path, value, 'list', 'tuple'));
      else for (const [index, member] of value.entries()) check(faults, shape.member, member, `${path}[${index}]`);
      return;
    case 'string':
      if (typeof value !== 'string') faults.push(wrongType(path, value, 'str'));
      return;
    case 'integer':
      if (pythonType(value) !== 'int') faults.push(wrongType(path, value, 'int'));
      return;
    case 'boolean':
      if (typeof value !== 'boolean') faults.push(wrongType(path, value, 'bool'));
      return;
    default:
      return; // The service judges times, and the engine refuses what is not modelled.
  }
}

function wrongType(path: string, value: unknown, ...valid: string[]): string {
  const types = valid.map((type) => `<class '${type}'>`).join(', ');
  const type = `<class '${pythonType(value)}'>`;
  return `Invalid type for parameter ${path}, value: ${pythonText(value)}, type: ${type}, valid types: ${types}`;
}
