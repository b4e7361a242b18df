import { expect, test } from 'vitest';
import { touchedBetween } from '@/components/lab/touched-between';
import { createAccount } from '@/lib/engine/create-account';
import { execute } from '@/lib/engine/execute';
import { fromJson, toJson, type World } from '@/lib/engine/world';

/** As a page gets it from the server. */
const sent = (world: World): World => fromJson(JSON.parse(JSON.stringify(toJson(world))));

test('what another tool made, changed and removed is what differs', () => {
  const world = createAccount({ seed: 'seed', now: 0 });
  const [subnet] = world.subnets.list();
  const make = { operation: 'CreateNetworkInterface', input: { SubnetId: subnet?.SubnetId } };
  expect([execute(world, make).ok, execute(world, make).ok]).toEqual([true, true]);
  const [kept, gone] = world.networkInterfaces.list();
  const before = sent(world);
  expect(touchedBetween(before, sent(world))).toEqual(new Set());

  const calls = [
    { operation: 'CreateTags', input: { Resources: [kept?.NetworkInterfaceId], Tags: [{ Key: 'Name', Value: 'a' }] } },
    { operation: 'DeleteNetworkInterface', input: { NetworkInterfaceId: gone?.NetworkInterfaceId } },
    make,
  ];
  for (const call of calls) expect(execute(world, call)).toMatchObject({ ok: true });
  const made = world.networkInterfaces.list().at(-1);
  const expected = new Set([kept, gone, made].map((row) => row?.NetworkInterfaceId));
  expect(touchedBetween(before, sent(world))).toEqual(expected);
  expect(touchedBetween(sent(world), before), 'an undo').toEqual(expected);
});
