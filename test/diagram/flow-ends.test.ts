import { expect, test } from 'vitest';
import { endKey, flowEnds, typedEnd } from '@/lib/diagram/flow-ends';
import { createAccount } from '@/lib/engine/create-account';
import { fromJson, toJson } from '@/lib/engine/world';
import { began, TestAccount } from '@/test/build/account';
import { makeInstance } from '@/test/build/network-interface';

test('a flow may begin at the internet, hosts, interfaces, sites and VPN clients, each with a key of its own', () => {
  const account = new TestAccount();
  const { id, eth0 } = makeInstance(account, undefined, {
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web-1' }] }],
  });
  const world = fromJson({
    ...toJson(account.world),
    surroundings: {
      sites: [{ name: 'office', cidrs: ['192.168.0.0/16'], hosts: [{ name: 'desk', address: '192.168.0.9' }] }],
      clientVpns: [{ name: 'staff', subnet: 'inner', clientCidr: '172.16.0.0/22' }],
    },
  });
  const groups = flowEnds(world);
  expect(groups.map(({ label, ends }) => [label, ...ends.map((end) => end.label)])).toEqual([
    ['Outside', 'The internet'],
    ['Instances', `web-1 (${id})`],
    ['Interfaces', `${eth0.NetworkInterfaceId}, ${eth0.PrivateIpAddress}`],
    ['Sites', 'desk in office, 192.168.0.9'],
    ['VPN clients', 'A client of staff'],
  ]);
  const ends = groups.flatMap((group) => group.ends);
  expect(new Set(ends.map(({ key }) => key)).size).toBe(ends.length);
  expect(ends.map(({ end }) => endKey(end))).toEqual(ends.map(({ key }) => key));
});

test('an account without hosts has the internet alone', () => {
  const groups = flowEnds(createAccount({ seed: 'seed', now: began }));
  expect(groups.map(({ label }) => label)).toEqual(['Outside']);
});

test.each([
  ['10.0.1.10', { kind: 'address', address: '10.0.1.10' }],
  [' 2001:db8::1 ', { kind: 'address', address: '2001:db8::1' }],
  ['example.com', { kind: 'name', name: 'example.com' }],
  ['db_1.internal', { kind: 'name', name: 'db_1.internal' }],
  ['', undefined],
  ['10.0.1.300', undefined],
  ['two words', undefined],
  ['-x', undefined],
  [`${'a'.repeat(64)}.com`, undefined],
])('%j was typed', (text, end) => {
  expect(typedEnd(text)).toEqual(end);
});
