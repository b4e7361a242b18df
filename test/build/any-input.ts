import fc from 'fast-check';
import type { Members, Shape } from '@/lib/engine/shapes';

/** Any text that XML can hold and that is not nothing, which the Query protocol cannot tell from no text. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).map((value) => value.replace(/[^\P{C}\n]/gu, '?')),
  fc.constantFrom(
    'a b',
    'a+b',
    'x=1&y=2',
    '%41',
    '.',
    '~-_',
    "it's",
    '(*)',
    '<&>"',
    'é😀',
    '\n',
    '__proto__',
    'tag:Name',
  ),
);

/** Any value of a shape that takes part in a request: no empty lists and structures. What is not modelled is left out. */
function anyValue(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'string':
      return text;
    case 'integer':
      return fc.oneof(fc.integer({ min: -2, max: 300 }), fc.maxSafeInteger());
    case 'boolean':
      return fc.boolean();
    case 'timestamp':
      return fc.constantFrom('2026-01-31T09:30:00.000Z', '2030-12-31T23:59:59.000Z');
    case 'list':
      return shape.member.type === 'notModelled'
        ? fc.constant(undefined)
        : fc.array(anyValue(shape.member), { minLength: 1, maxLength: 3 });
    case 'structure':
      return anyInput(shape.members);
    case 'notModelled':
      return fc.constant(undefined);
  }
}

export function anyInput(members: Members): fc.Arbitrary<Record<string, unknown>> {
  const modelled = Object.entries(members).filter(([, shape]) => shape.type !== 'notModelled');
  return fc.record(Object.fromEntries(modelled.map(([name, shape]) => [name, anyValue(shape)])), { requiredKeys: [] });
}

/** The value without what a request cannot say: absent, empty and what holds nothing else. */
export function sayable(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(sayable).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .map(([name, member]) => [name, sayable(member)] as const)
    .filter(([, member]) => member !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
