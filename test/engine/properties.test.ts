import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operations } from '@/lib/engine/operations';
import { apply, undo } from '@/lib/engine/transaction';
import { bytes, bytesBut, expectSound } from '@/test/build/invariants';
import { furnishedAccount, make, plans, repeat } from '@/test/build/random-calls';
import { inputs } from '@/test/build/random-inputs';

const runs = { numRuns: 60, seed: 20260131 };

test('every operation has a random input', () => {
  expect(Object.keys(inputs).sort()).toEqual(operations.map(({ name }) => name).sort());
});

test('a refused call leaves the same bytes; an accepted one leaves a sound world', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      for (const plan of sequence) {
        const before = { ...world };
        const text = bytes(world);
        const { outcome } = make(world, plan);
        if (outcome.ok) expectSound(world);
        else expect(bytes({ ...world, now: before.now })).toBe(text);
      }
    }),
    runs,
  );
});

test('undo is the inverse of do, and apply of undo', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      for (const plan of sequence) {
        const { now } = world;
        const text = bytesBut(world);
        const { outcome } = make(world, plan);
        if (!outcome.ok) continue;
        const done = bytes(world);
        undo(world, outcome.changes);
        expect(bytesBut({ ...world, now })).toBe(text);
        apply(world, outcome.changes);
        expect(bytes(world)).toBe(done);
      }
      expectSound(world);
    }),
    runs,
  );
});

test('undoing everything leads back to the beginning', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      const { now } = world;
      const text = bytesBut(world);
      const done = sequence.flatMap((plan) => {
        const { outcome } = make(world, plan);
        return outcome.ok ? [outcome.changes] : [];
      });
      for (const changes of done.reverse()) undo(world, changes);
      expect(bytesBut({ ...world, now })).toBe(text);
    }),
    runs,
  );
});

test('the same calls at the same times give the same bytes and answers', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      const made = sequence.map((plan) => make(world, plan));
      const again = furnishedAccount(hasDefaultVpc);
      for (const { call, outcome } of made) expect(repeat(again, call)).toEqual(outcome);
      expect(bytes(again)).toBe(bytes(world));
    }),
    runs,
  );
});

test('reads and refusals can be left out of a replay', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      const again = furnishedAccount(hasDefaultVpc);
      const reads = new Set(operations.filter((operation) => operation.reads).map(({ name }) => name));
      const made = sequence.map((plan) => make(world, plan));
      for (const { call, outcome } of made) if (outcome.ok && !reads.has(call.operation)) repeat(again, call);
      const last = { operation: 'DescribeVpcs', input: {}, at: world.now };
      repeat(again, last);
      repeat(world, last);
      expect(bytes(again)).toBe(bytes(world));
    }),
    runs,
  );
});
