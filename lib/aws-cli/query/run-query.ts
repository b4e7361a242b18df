import { pythonType } from '../python-text';
import { Budget } from './budget';
import { callFunction } from './functions';
import { QueryError } from './query-error';
import type { Comparator, Node, Part } from './syntax-tree';
import { compare, equals, isFalse, isObject, Reference } from './values';

/**
 * What a JMESPath expression gives for a value. Refuses what the AWS CLI's library refuses, in its words, and an
 * expression that costs more than a million steps or gives more than a million characters.
 */
export function runQuery(node: Node, value: unknown): unknown {
  const budget = new Budget();
  const result = new Interpreter(budget).visit(node, value);
  budget.spendResult(result);
  return result;
}

export class Interpreter {
  constructor(readonly budget: Budget) {}

  visit(node: Node, value: unknown): unknown {
    this.budget.spend(1);
    switch (node.type) {
      case 'identity':
        return value ?? null;
      case 'field':
        return isObject(value) && Object.hasOwn(value, node.name) ? (value[node.name] ?? null) : null;
      case 'index':
        return Array.isArray(value) ? (value.at(node.index) ?? null) : null;
      case 'slice':
        if (!Array.isArray(value)) return null;
        this.budget.spend(value.length);
        return slice(value, node.start, node.stop, node.step);
      case 'literal':
        return node.value;
      case 'then':
        return this.visit(node.right, this.visit(node.left, value));
      case 'projection': {
        const base = this.visit(node.left, value);
        return Array.isArray(base) ? this.project(base, node.right) : null;
      }
      case 'valueProjection': {
        const base = this.visit(node.left, value);
        return isObject(base) ? this.project(Object.values(base), node.right) : null;
      }
      case 'filterProjection': {
        const base = this.visit(node.left, value);
        return Array.isArray(base) ? this.project(base, node.right, node.condition) : null;
      }
      case 'flatten':
        return this.flatten(this.visit(node.child, value));
      case 'or': {
        const left = this.visit(node.left, value);
        return isFalse(left, this.budget) ? this.visit(node.right, value) : left;
      }
      case 'and': {
        const left = this.visit(node.left, value);
        return isFalse(left, this.budget) ? left : this.visit(node.right, value);
      }
      case 'not': {
        const child = this.visit(node.child, value);
        return isFalse(child, this.budget);
      }
      case 'comparator':
        return this.comparison(node.sign, this.visit(node.left, value), this.visit(node.right, value));
      case 'list':
        return value === null ? null : node.members.map((member) => this.visit(member, value));
      case 'hash':
        if (value === null) return null;
        return Object.fromEntries(node.members.map((member) => [member.key, this.visit(member.value, value)]));
      case 'call':
        return callFunction(
          this,
          node.name,
          node.args.map((argument) => this.visit(argument, value)),
        );
      case 'reference':
        return new Reference(node.child);
    }
  }

  private project(members: readonly unknown[], node: Node, condition?: Node): unknown[] {
    const results: unknown[] = [];
    for (const member of members) {
      this.budget.spend(1);
      if (condition && isFalse(this.visit(condition, member), this.budget)) continue;
      const result = this.visit(node, member);
      if (result !== null) results.push(result);
    }
    return results;
  }

  private flatten(value: unknown): unknown[] | null {
    if (!Array.isArray(value)) return null;
    const flat: unknown[] = [];
    for (const member of value) {
      this.budget.spend(1 + (Array.isArray(member) ? member.length : 0));
      if (Array.isArray(member)) for (const inner of member) flat.push(inner);
      else flat.push(member);
    }
    return flat;
  }

  private comparison(sign: Comparator, left: unknown, right: unknown): boolean | null {
    if (sign === 'eq') return equals(left, right, this.budget);
    if (sign === 'ne') return !equals(left, right, this.budget);
    if (!isComparable(left) || !isComparable(right)) return null;
    if (typeof left !== typeof right) {
      const types = `'${pythonType(left)}' and '${pythonType(right)}'`;
      throw new QueryError(`'${signs[sign]}' not supported between instances of ${types}`, false);
    }
    const order = compare(left, right, this.budget);
    if (sign === 'lt') return order < 0;
    if (sign === 'lte') return order <= 0;
    return sign === 'gt' ? order > 0 : order >= 0;
  }
}

const signs = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

const isComparable = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** A part of a list as Python slices: negative positions count from the end, a negative step runs backwards. */
function slice(list: readonly unknown[], start: Part, stop: Part, step: Part = 1): unknown[] {
  if (step === 0) throw new QueryError('slice step cannot be zero', false);
  const least = step > 0 ? 0 : -1;
  const most = step > 0 ? list.length : list.length - 1;
  const bound = (position: Part, otherwise: number): number => {
    if (position === undefined) return otherwise;
    return Math.min(most, Math.max(least, position < 0 ? position + list.length : position));
  };
  const first = bound(start, step > 0 ? least : most);
  const last = bound(stop, step > 0 ? most : least);
  const part: unknown[] = [];
  for (let index = first; step > 0 ? index < last : index > last; index += step) part.push(list[index]);
  return part;
}
