import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCall } from '@/lib/aws-cli/parse-call';
import { renderWords } from '@/lib/aws-cli/render-call';
import { execute } from '@/lib/engine/execute';
import { operations } from '@/lib/engine/operations';
import { apply, undo } from '@/lib/engine/transaction';
import { bytes, expectRoundTrip, expectSound, Snapshot } from '@/test/build/invariants';
import { furnishedAccount, make, makeFurnishedAccount, plans, repeat } from '@/test/build/random-calls';
import { inputs } from '@/test/build/random-inputs';
import { hold } from '@/test/build/sound/hold';

const runs = { numRuns: 80, seed: 20260131 };
const reads = new Set(operations.filter((operation) => operation.reads).map(({ name }) => name));

test('every operation has a random input', () => {
  expect(Object.keys(inputs).sort()).toEqual(operations.map(({ name }) => name).sort());
});

test.each([true, false])(
  'the account to begin with is sound, and the same when it is read back (default VPC: %s)',
  (hasDefaultVpc) => {
    const world = makeFurnishedAccount(hasDefaultVpc);
    expect(bytes(furnishedAccount(hasDefaultVpc))).toBe(bytes(world));
    expectSound(world);
    expectRoundTrip(world);
  },
);

test('a call that is refused or reads leaves the very same records; one that changes something leaves a sound world', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      for (const plan of sequence) {
        const before = new Snapshot(world);
        const { outcome } = make(world, plan);
        if (outcome.ok && outcome.changes.length > 0) expectSound(world, outcome.changes);
        else before.expectSame(world);
      }
      expectRoundTrip(world);
    }),
    runs,
  );
});

test('a dry run is refused and changes nothing', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      for (const plan of sequence) {
        const { call, outcome } = make(world, plan);
        const before = new Snapshot(world);
        const dry = execute(world, { operation: call.operation, input: { ...call.input, DryRun: true } });
        before.expectSame(world);
        if (!outcome.ok) hold(!dry.ok, `a dry run of ${call.operation} is refused`);
        // An operation without the parameter says that it does not know it.
        else hold(!dry.ok && ['DryRunOperation', 'UnknownParameter'].includes(dry.error.code), call.operation);
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
        const before = new Snapshot(world);
        const { outcome } = make(world, plan);
        if (!outcome.ok) continue;
        const after = new Snapshot(world);
        undo(world, outcome.changes);
        before.expectSame(world, { afterUndo: true });
        apply(world, outcome.changes);
        after.expectSame(world);
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
      const before = new Snapshot(world);
      const done = sequence.flatMap((plan) => {
        const { outcome } = make(world, plan);
        return outcome.ok ? [outcome.changes] : [];
      });
      for (const changes of done.reverse()) undo(world, changes);
      before.expectSame(world, { afterUndo: true });
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
      for (const { call, outcome } of made) {
        hold(isDeepStrictEqual(repeat(again, call), outcome), `${call.operation} answers the same`);
      }
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

test('an accepted call, written as a command line, is read back as itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), plans, async (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      for (const plan of sequence) {
        const { call, outcome } = make(world, plan);
        if (!outcome.ok) continue;
        // What is not given at all and what is given as nothing are one in JSON.
        const { operation, input } = JSON.parse(JSON.stringify(call));
        const parsed = await parseCall(renderWords({ operation, input }));
        hold(isDeepStrictEqual(parsed, { call: { operation, input } }), JSON.stringify({ call, parsed }));
      }
    }),
    { ...runs, numRuns: 40 },
  );
});
