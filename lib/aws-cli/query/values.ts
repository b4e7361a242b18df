import { isObject as isJsonObject, type JsonObject } from '../json';
import type { Budget } from './budget';
import type { Node } from './syntax-tree';

/** `&expression` as an argument of a function. */
export class Reference {
  constructor(readonly node: Node) {}
}

export const isObject = (value: unknown): value is JsonObject => isJsonObject(value) && !(value instanceof Reference);

/** The type of a value by JMESPath's name. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Reference) return 'expref';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** False, null, and what is empty. */
export function isFalse(value: unknown, budget: Budget): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isObject(value)) return false;
  const { length } = Object.keys(value);
  budget.spend(length);
  return length === 0;
}

export function equals(a: unknown, b: unknown, budget: Budget): boolean {
  budget.spend(typeof a === 'string' ? 1 + a.length / 16 : 1);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((member, index) => equals(member, b[index], budget));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equals(a[key], b[key], budget))
    );
  }
  return (a ?? null) === (b ?? null);
}

/** Order of two texts or two numbers, texts by code point as the CLI has it. */
export function compare(a: string | number, b: string | number, budget: Budget): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [first, second] = [String(a), String(b)];
  budget.spend(Math.min(first.length, second.length) / 16);
  return comparePoints(first, second);
}

function comparePoints(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let index = 0; index < most; index += 1) {
    if (a[index] !== b[index]) return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
  }
  return a.length - b.length;
}
