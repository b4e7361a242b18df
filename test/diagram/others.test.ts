import { expect, test } from 'vitest';
import { others } from '@/lib/diagram/others';
import { topology } from '@/lib/diagram/topology';
import { TestAccount } from '@/test/build/account';

test('what the picture does not draw is a row, with what matters of it', () => {
  const account = new TestAccount();
  const { Vpc } = account.call<{ Vpc: { VpcId: string } }>('CreateVpc', {
    CidrBlock: '10.0.0.0/16',
    AmazonProvidedIpv6CidrBlock: true,
    TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'shop' }] }],
  });
  const { AllocationId, PublicIp } = account.call<{ AllocationId: string; PublicIp: string }>('AllocateAddress');
  const { RouteTable } = account.call<{ RouteTable: { RouteTableId: string } }>('CreateRouteTable', {
    VpcId: Vpc.VpcId,
    TagSpecifications: [{ ResourceType: 'route-table', Tags: [{ Key: 'Name', Value: 'private' }] }],
  });
  const { EgressOnlyInternetGateway } = account.call<{
    EgressOnlyInternetGateway: { EgressOnlyInternetGatewayId: string };
  }>('CreateEgressOnlyInternetGateway', { VpcId: Vpc.VpcId });
  account.call('CreateRoute', {
    RouteTableId: RouteTable.RouteTableId,
    DestinationIpv6CidrBlock: '::/0',
    EgressOnlyInternetGatewayId: EgressOnlyInternetGateway.EgressOnlyInternetGatewayId,
  });

  const rows = others(account.world);
  const { EgressOnlyInternetGatewayId: id } = EgressOnlyInternetGateway;
  expect(rows).toContainEqual({
    kind: 'Route table',
    id: RouteTable.RouteTableId,
    name: 'private',
    what: `shop · ::/0 → ${id}`,
  });
  expect(rows).toContainEqual({ kind: 'Elastic IP', id: AllocationId, name: '', what: `${PublicIp} · on nothing` });
  expect(rows).toContainEqual({ kind: 'Egress-only gateway', id, name: '', what: 'shop' });
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
});

test('a subnet for IPv6 only shows its block, and its interfaces their addresses', () => {
  const account = new TestAccount();
  const { Vpc } = account.call<{ Vpc: { VpcId: string } }>('CreateVpc', {
    CidrBlock: '10.0.0.0/16',
    AmazonProvidedIpv6CidrBlock: true,
  });
  account.wait(60);
  const block = account.world.vpcs.get(Vpc.VpcId)?.ipv6Blocks?.[0]?.Ipv6CidrBlock.replace('/56', '/64');
  const { Subnet } = account.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', {
    VpcId: Vpc.VpcId,
    Ipv6CidrBlock: block,
    Ipv6Native: true,
  });
  account.wait(60);
  account.call('CreateNetworkInterface', { SubnetId: Subnet.SubnetId, Ipv6AddressCount: 2 });
  const drawn = topology(account.world, {}).vpcs.flatMap((vpc) => vpc.zones.flatMap((zone) => zone.subnets));
  const subnet = drawn.find(({ id }) => id === Subnet.SubnetId);
  expect(subnet?.cidr).toBe(block);
  expect(subnet?.interfaces[0]).toMatchObject({
    address: expect.stringMatching(/^[0-9a-f:]+$/),
    secondaryAddresses: [expect.stringMatching(/^[0-9a-f:]+$/)],
  });
});
