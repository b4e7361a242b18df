import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeAnswer } from '@/lib/ec2-query/write-answer';
import { execute } from '@/lib/engine/execute';
import { operations } from '@/lib/engine/operations';
import { Choices } from '@/test/build/choices';
import { expectSound, Snapshot } from '@/test/build/invariants';
import { furnishedAccount } from '@/test/build/random-calls';
import { inputs } from '@/test/build/random-inputs';
import { expectPrototypesUntouched, traps } from './untouched';
import { expectWellFormed } from './well-formed';

expectPrototypesUntouched();

const texts = [
  ...traps,
  '',
  ' ',
  '*',
  '-1',
  '0',
  '1e999',
  'NaN',
  '0x7f.1',
  '010.0.0.1',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/016',
  '10.0.0.0/16/16',
  '256.0.0.0/8',
  '0.0.0.0/0',
  '255.255.255.255/32',
  '::/0',
  '::ffff:1.2.3.4',
  ':::',
  '1:2:3:4:5:6:7:8:9',
  '2600:1f18::/129',
  'fe80::1%eth0',
  'eni-',
  'eni-0123456789abcdef0',
  'vpc-0123456789abcdef0',
  'sg-__proto__',
  'a\u0000b',
  '\ud800',
  '\u202e😀',
  'x'.repeat(70_000),
  '*'.repeat(5_000),
  '?*'.repeat(2_000),
  '\\'.repeat(4_999),
];
const numbers = [
  0,
  -1,
  1,
  65_535,
  65_536,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];

/** What stands in the place of a value: of the same type mostly, so that it gets past the door. */
function hostile(choose: Choices, value: unknown): unknown {
  const other = choose.chance(10);
  if (typeof value === 'string' && !other) return choose.one(texts as [string, ...string[]]);
  if (typeof value === 'number' && !other) return choose.one(numbers as [number, ...number[]]);
  if (Array.isArray(value) && !other) {
    return choose.one<() => unknown>([
      () => Array.from({ length: 1_500 }, () => value[0]),
      () =>
        Array.from({ length: 300 }, (_, index) => (typeof value[0] === 'string' ? `${value[0]}${index}` : value[0])),
      () => [...value, hostile(choose, value[0])],
      () => [],
    ])();
  }
  return choose.one<unknown>([
    null,
    undefined,
    true,
    7,
    '',
    [],
    {},
    [[]],
    [null],
    { __proto__: null },
    Number.NaN,
    1.5,
  ]);
}

/** The value with one place in it spoilt, however deep. */
function spoilt(choose: Choices, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || choose.chance(25)) return hostile(choose, value);
  if (Array.isArray(value)) {
    const at = choose.below(value.length || 1);
    return value.map((member, index) => (index === at ? spoilt(choose, member) : member));
  }
  const names = Object.keys(value);
  const name = names[choose.below(names.length || 1)];
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === name ? spoilt(choose, member) : member]),
  );
}

const numbersOf = fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: 24, maxLength: 24 }));

describe('a spoilt call is accepted or refused, and never a crash', () => {
  test.each(operations.map(({ name }) => name))('%s', (operation) => {
    const world = furnishedAccount(true);
    fc.assert(
      fc.property(numbersOf, (drawn) => {
        const choose = new Choices(drawn);
        const whole = inputs[operation]?.(choose, world) ?? {};
        const input = Object.fromEntries(
          Object.entries(whole).map(([name, value]) => [name, choose.chance(50) ? spoilt(choose, value) : value]),
        );
        const before = new Snapshot(world);
        const outcome = execute(world, { operation, input });
        if (outcome.ok) {
          expectSound(world, outcome.changes);
          expectWellFormed(writeAnswer(operation, outcome.output, 'id'));
        } else {
          before.expectSame(world);
          expect(outcome.error.message.length, 'a sentence is not as long as what was sent').toBeLessThan(200_000);
        }
      }),
      { numRuns: 40, seed: 20260131 },
    );
  });
});
