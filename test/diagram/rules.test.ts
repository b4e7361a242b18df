import { expect, test } from 'vitest';
import { aclEntries, groupRules, routes, rowsOf } from '@/lib/diagram/rules';
import { trace } from '@/lib/engine/reachability/trace';
import { TestAccount } from '@/test/build/account';
import { makeInstance } from '@/test/build/network-interface';

const account = new TestAccount();
const [a, b] = [makeInstance(account, undefined), makeInstance(account, undefined)];
account.wait(60);
const { world } = account;

test('whatever decides at a hop is a row of a table', () => {
  const ruleRows = [...groupRules(world), ...aclEntries(world), ...routes(world)].map(({ id }) => id);
  expect(new Set(ruleRows).size).toBe(ruleRows.length);
  const drawn = [
    ...world.instances.list().map((row) => row.InstanceId),
    ...world.networkInterfaces.list().map((row) => row.NetworkInterfaceId),
  ];
  const rest = [
    ...world.securityGroups.list().map((row) => row.GroupId),
    ...world.internetGateways.list().map((row) => row.InternetGatewayId),
  ];
  const rows = new Set([...ruleRows, ...drawn, ...rest]);
  const ends = [{ kind: 'internet' }, { kind: 'instance', id: a.id }, { kind: 'instance', id: b.id }] as const;
  const seen = new Set<string>();
  for (const source of ends) {
    for (const destination of ends) {
      const { out, back } = trace(world, { source, destination, protocol: 'tcp', port: 22 });
      for (const hop of [...out, ...back]) {
        if (hop.decision) seen.add(hop.decision.kind);
        for (const row of rowsOf(hop)) expect(rows, `${hop.component.kind}: ${row}`).toContain(row);
      }
    }
  }
  expect([...seen].sort()).toEqual(['device', 'entry', 'route', 'rule', 'tracked', 'translation']);
});

test('rules, entries and routes in words', () => {
  expect(groupRules(world).map(({ direction, what, peer }) => `${direction}: ${what}, ${peer}`)).toEqual([
    'out: all traffic, 0.0.0.0/0',
    'in: all traffic, members of default',
  ]);
  const [first, last] = aclEntries(world);
  expect([first?.number, first?.action, first?.what, first?.peer]).toEqual([
    '100',
    'allows',
    'all traffic',
    '0.0.0.0/0',
  ]);
  expect([last?.number, last?.action]).toEqual(['*', 'denies']);
  expect(routes(world).map(({ to, state }) => [to, state])).toEqual([
    ['172.31.0.0/16', 'active'],
    ['0.0.0.0/0', 'active'],
  ]);
});
