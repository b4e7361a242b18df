import { expect, test } from 'vitest';
import { throughPeering } from '@/lib/engine/reachability/peering';
import { TestAccount } from '@/test/build/account';
import { makeVpc } from '@/test/build/network-interface';
import { makePeering } from '@/test/build/private-links';
import { idsOf, packetTo, refusalOf, walkIn } from './fabric-words';

function peered() {
  const account = new TestAccount();
  const a = makeVpc(account, '10.1.0.0/16');
  const b = makeVpc(account, '10.2.0.0/16');
  const id = makePeering(account, a, b);
  const pass = (fromVpcId: string, destination: string, source: string) =>
    throughPeering(walkIn(account.world), { at: 'peering', id, fromVpcId }, packetTo(destination, source));
  return { account, a, b, id, pass };
}

test('a packet goes from either VPC to the other, and comes in at its edge', () => {
  const { a, b, id, pass } = peered();
  const there = pass(a, '10.2.0.5', '10.1.0.5');
  expect(idsOf(there.hops)).toEqual([id]);
  expect(there.next?.place).toEqual({ at: 'vpc', vpcId: b, edge: { kind: 'vpc-peering-connection', id } });
  expect(pass(b, '10.1.0.5', '10.2.0.5').next?.place).toMatchObject({ at: 'vpc', vpcId: a });
});

test('a block that was added to the other VPC is reached as well', () => {
  const { account, a, b, pass } = peered();
  expect(refusalOf(pass(a, '10.9.0.5', '10.1.0.5'))).toMatch(/^PCX_REQUIRES_ADDRESS_IN_VPC_CIDR/);
  account.call('AssociateVpcCidrBlock', { VpcId: b, CidrBlock: '10.9.0.0/16' });
  expect(pass(a, '10.9.0.5', '10.1.0.5').next?.place).toMatchObject({ vpcId: b });
});

test('there is no transit: neither to what lies behind the other VPC, nor from what lies behind this one', () => {
  const { account, a, b, id, pass } = peered();
  account.call('CreateTags', { Resources: [b], Tags: [{ Key: 'Name', Value: 'shared' }] });
  expect(refusalOf(pass(a, '8.8.8.8', '10.1.0.5'))).toBe(
    `PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: The peering connection ${id} carries only what is to shared (10.2.0.0/16) itself; 8.8.8.8 is not in it, and peering has no transit.`,
  );
  expect(refusalOf(pass(a, '10.2.0.5', '192.168.1.9'))).toContain('192.168.1.9 is not in it');
});

test('a connection that is deleted, or waits to be accepted, carries nothing', () => {
  const { account, a, b, id, pass } = peered();
  account.call('DeleteVpcPeeringConnection', { VpcPeeringConnectionId: id });
  account.wait(5);
  expect(refusalOf(pass(a, '10.2.0.5', '10.1.0.5'))).toBe(
    `BAD_STATE: The peering connection ${id} is deleted, not active.`,
  );
  const { VpcPeeringConnection } = account.call<{ VpcPeeringConnection: { VpcPeeringConnectionId: string } }>(
    'CreateVpcPeeringConnection',
    { VpcId: a, PeerVpcId: b },
  );
  account.wait(5);
  const place = { at: 'peering', id: VpcPeeringConnection.VpcPeeringConnectionId, fromVpcId: a } as const;
  const waiting = throughPeering(walkIn(account.world), place, packetTo('10.2.0.5', '10.1.0.5'));
  expect(refusalOf(waiting)).toContain('is pending-acceptance, not active');
});
