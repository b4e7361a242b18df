import { afterAll, beforeAll, expect } from 'vitest';

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const keysOf = () => prototypes.map((prototype) => Reflect.ownKeys(prototype));

/** After the tests of this file no prototype has a key that it had not before them. */
export function expectPrototypesUntouched(): void {
  let before: ReturnType<typeof keysOf>;
  beforeAll(() => {
    before = keysOf();
  });
  afterAll(() => {
    expect(keysOf()).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
}

/** Names that are a trap for whoever takes an object for a map. */
export const traps = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'length',
] as const;
