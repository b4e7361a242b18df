import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '@/lib/engine/execute';
import { fromJson, setTime, toJson } from '@/lib/engine/world';
import { shiftTime } from '@/lib/labs/shift-time';
import { furnishedAccount, make, plans } from '../build/random-calls';

const day = 86_400_000;

test('an account in which everything happened later is the account of calls that were made so much later', () => {
  fc.assert(
    fc.property(fc.boolean(), plans, fc.constantFrom(400 * day, -3 * day), (hasDefaultVpc, sequence, ms) => {
      const world = furnishedAccount(hasDefaultVpc);
      const later = fromJson(shiftTime(toJson(world), ms));
      for (const plan of sequence) {
        const { call, outcome } = make(world, plan);
        setTime(later, call.at + ms);
        const other = execute(later, call);
        expect(other.ok || other.error.code).toBe(outcome.ok || outcome.error.code);
      }
      expect(toJson(later)).toEqual(shiftTime(toJson(world), ms));
    }),
    { numRuns: 60, seed: 20260131 },
  );
});

test('times are moved, and no other number or text', () => {
  const world = {
    now: Date.UTC(2026, 10, 21, 23, 44, 10),
    sequence: 2_000_000_000,
    LaunchTime: '2026-11-21T23:44:10.000Z',
    StateTransitionReason: 'User initiated (2026-11-21 23:44:10 GMT)',
    asn: 4_294_967_294,
    Tags: [{ Key: 'made', Value: '2026-11-21' }, { Value: '2026-13-41T99:99:99.000Z' }],
    because: ['User initiated (2026-13-41 23:44:10 GMT)', 'User initiated'],
    gone: null,
    done: true,
  };
  expect(shiftTime(world, day)).toEqual({
    ...world,
    now: Date.UTC(2026, 10, 22, 23, 44, 10),
    LaunchTime: '2026-11-22T23:44:10.000Z',
    StateTransitionReason: 'User initiated (2026-11-22 23:44:10 GMT)',
  });
  const named = JSON.parse('{"__proto__": {"at": 1}}');
  expect(JSON.stringify(shiftTime(named, day))).toBe('{"__proto__":{"at":1}}');
});
