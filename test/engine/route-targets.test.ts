import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { allocateAddress, makeGateway, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeRouteTable, showTable } from '@/test/build/route-table';

const anywhere = '0.0.0.0/0';

function network() {
  const account = new TestAccount();
  const VpcId = makeVpc(account);
  const SubnetId = makeSubnet(account, VpcId);
  const RouteTableId = makeRouteTable(account, VpcId);
  const routes = () => showTable(account, RouteTableId).Routes.slice(1);
  const create = (route: object) => account.call('CreateRoute', { RouteTableId, ...route });
  const refused = (route: object) => account.refusal('CreateRoute', { RouteTableId, ...route });
  return { account, VpcId, SubnetId, RouteTableId, routes, create, refused };
}

test('a NAT gateway: a blackhole once it is deleted, and no IPv6 but addresses that stand for IPv4 ones', () => {
  const { account, VpcId, SubnetId, routes, create, refused } = network();
  makeGateway(account, VpcId);
  const { AllocationId } = allocateAddress(account);
  const { NatGateway } = account.call<{ NatGateway: { NatGatewayId: string } }>('CreateNatGateway', {
    SubnetId,
    AllocationId,
  });
  const { NatGatewayId } = NatGateway;
  create({ DestinationCidrBlock: anywhere, NatGatewayId });
  create({ DestinationIpv6CidrBlock: '64:ff9b::/96', NatGatewayId });
  const nat = { DestinationCidrBlock: anywhere, NatGatewayId, Origin: 'CreateRoute', State: 'active' };
  expect(routes()[0]).toEqual(nat);
  expect(refused({ DestinationIpv6CidrBlock: '::/0', NatGatewayId })).toBe(
    'InvalidParameterValue: The destination ::/0 is not supported for a route to a NAT gateway.',
  );
  account.call('DeleteNatGateway', { NatGatewayId });
  expect(routes()[0]).toEqual({ ...nat, State: 'blackhole' });
  account.wait(5_000);
  expect(routes()[0]).toEqual({ ...nat, State: 'blackhole' });
  expect(refused({ DestinationCidrBlock: '8.8.8.8/32', NatGatewayId })).toBe(
    `InvalidNatGatewayID.NotFound: The natGateway ID '${NatGatewayId}' does not exist`,
  );
});

test('a VPC peering connection: a blackhole until it is active, and of this VPC', () => {
  const { account, VpcId, routes, create } = network();
  const { VpcPeeringConnection } = account.call<{ VpcPeeringConnection: { VpcPeeringConnectionId: string } }>(
    'CreateVpcPeeringConnection',
    { VpcId, PeerVpcId: account.defaultVpcId },
  );
  const { VpcPeeringConnectionId } = VpcPeeringConnection;
  account.wait(5);
  create({ DestinationCidrBlock: '172.31.0.0/16', VpcPeeringConnectionId });
  const route = {
    DestinationCidrBlock: '172.31.0.0/16',
    Origin: 'CreateRoute',
    State: 'blackhole',
    VpcPeeringConnectionId,
  };
  expect(routes()).toEqual([route]);
  account.call('AcceptVpcPeeringConnection', { VpcPeeringConnectionId });
  account.wait(5);
  expect(routes()).toEqual([{ ...route, State: 'active' }]);
  const third = makeRouteTable(account, makeVpc(account, '10.9.0.0/16'));
  const elsewhere = { RouteTableId: third, DestinationCidrBlock: '172.31.0.0/16', VpcPeeringConnectionId };
  expect(account.refusal('CreateRoute', elsewhere)).toBe(
    `InvalidParameterValue: route table ${third} and VPC peering connection ${VpcPeeringConnectionId} belong to different networks`,
  );
});

test('a transit gateway, once the VPC is attached', () => {
  const { account, VpcId, SubnetId, routes, create, refused } = network();
  const { TransitGateway } = account.call<{ TransitGateway: { TransitGatewayId: string } }>('CreateTransitGateway');
  const { TransitGatewayId } = TransitGateway;
  account.wait(600);
  expect(refused({ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId })).toBe(
    `InvalidTransitGatewayID.NotFound: The transitGateway ID '${TransitGatewayId}' does not exist.`,
  );
  const made = account.call<{ TransitGatewayVpcAttachment: { TransitGatewayAttachmentId: string } }>(
    'CreateTransitGatewayVpcAttachment',
    { TransitGatewayId, VpcId, SubnetIds: [SubnetId] },
  );
  account.wait(600);
  create({ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId });
  const route = { DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId, Origin: 'CreateRoute', State: 'active' };
  expect(routes()).toEqual([route]);
  const { TransitGatewayAttachmentId } = made.TransitGatewayVpcAttachment;
  account.call('DeleteTransitGatewayVpcAttachment', { TransitGatewayAttachmentId });
  expect(routes()).toEqual([{ ...route, State: 'blackhole' }]);
});

test('an egress-only internet gateway, for IPv6 alone', () => {
  const { account, VpcId, routes, create, refused } = network();
  const made = account.call<{ EgressOnlyInternetGateway: { EgressOnlyInternetGatewayId: string } }>(
    'CreateEgressOnlyInternetGateway',
    { VpcId },
  );
  const { EgressOnlyInternetGatewayId } = made.EgressOnlyInternetGateway;
  expect(refused({ DestinationCidrBlock: anywhere, EgressOnlyInternetGatewayId })).toBe(
    'InvalidParameterValue: The destination 0.0.0.0/0 is not supported for a route to an egress-only internet gateway.',
  );
  create({ DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId });
  const route = {
    DestinationIpv6CidrBlock: '::/0',
    EgressOnlyInternetGatewayId,
    Origin: 'CreateRoute',
    State: 'active',
  };
  expect(routes()).toEqual([route]);
  account.call('DeleteEgressOnlyInternetGateway', { EgressOnlyInternetGatewayId });
  expect(routes()).toEqual([{ ...route, State: 'blackhole' }]);
});

describe('a virtual private gateway', () => {
  function behindGateway() {
    const made = network();
    const { VpnGatewayId } = made.account.call<{ VpnGateway: { VpnGatewayId: string } }>('CreateVpnGateway', {
      Type: 'ipsec.1',
    }).VpnGateway;
    const attach = () => {
      made.account.call('AttachVpnGateway', { VpcId: made.VpcId, VpnGatewayId });
      made.account.wait(60);
    };
    return { ...made, VpnGatewayId, attach };
  }

  test('takes routes while it is attached', () => {
    const { account, VpcId, RouteTableId, routes, create, refused, VpnGatewayId, attach } = behindGateway();
    const route = { DestinationCidrBlock: '192.168.0.0/16', GatewayId: VpnGatewayId };
    expect(refused(route)).toBe(
      `InvalidParameterValue: route table ${RouteTableId} and network gateway ${VpnGatewayId} belong to different networks`,
    );
    attach();
    create(route);
    expect(routes()).toEqual([{ ...route, Origin: 'CreateRoute', State: 'active' }]);
    account.call('DetachVpnGateway', { VpcId, VpnGatewayId });
    expect(routes()).toEqual([{ ...route, Origin: 'CreateRoute', State: 'blackhole' }]);
  });

  test('propagates the static routes of its VPN connections', () => {
    const { account, VpcId, RouteTableId, routes, create, VpnGatewayId, attach } = behindGateway();
    const propagation = { RouteTableId, GatewayId: VpnGatewayId };
    expect(account.refusal('EnableVgwRoutePropagation', propagation)).toBe(
      `Gateway.NotAttached: resource ${VpnGatewayId} is not attached to network ${VpcId}`,
    );
    expect(account.refusal('EnableVgwRoutePropagation', { ...propagation, GatewayId: 'vgw-0123456789abcdef0' })).toBe(
      "InvalidGatewayID.NotFound: The gateway ID 'vgw-0123456789abcdef0' does not exist",
    );
    attach();
    const { CustomerGateway } = account.call<{ CustomerGateway: { CustomerGatewayId: string } }>(
      'CreateCustomerGateway',
      { Type: 'ipsec.1', IpAddress: '203.0.113.9', BgpAsn: 65_000 },
    );
    const { VpnConnection } = account.call<{ VpnConnection: { VpnConnectionId: string } }>('CreateVpnConnection', {
      Type: 'ipsec.1',
      CustomerGatewayId: CustomerGateway.CustomerGatewayId,
      VpnGatewayId,
      Options: { StaticRoutesOnly: true },
    });
    const { VpnConnectionId } = VpnConnection;
    account.wait(1_200);
    for (const DestinationCidrBlock of ['192.168.0.0/16', '192.168.7.0/24']) {
      account.call('CreateVpnConnectionRoute', { VpnConnectionId, DestinationCidrBlock });
    }
    account.wait(60);
    expect(routes()).toEqual([]);
    expect(account.call('EnableVgwRoutePropagation', propagation)).toEqual({});
    expect(showTable(account, RouteTableId)).toMatchObject({ PropagatingVgws: [{ GatewayId: VpnGatewayId }] });
    const propagated = (DestinationCidrBlock: string) => ({
      DestinationCidrBlock,
      GatewayId: VpnGatewayId,
      Origin: 'EnableVgwRoutePropagation',
      State: 'active',
    });
    expect(routes()).toEqual([propagated('192.168.0.0/16'), propagated('192.168.7.0/24')]);
    expect(account.refusal('DeleteRoute', { RouteTableId, DestinationCidrBlock: '192.168.7.0/24' })).toMatch(
      /^InvalidRoute.NotFound: /,
    );
    create({ DestinationCidrBlock: '192.168.7.0/24', GatewayId: VpnGatewayId });
    expect(routes()).toMatchObject([{ Origin: 'CreateRoute' }, propagated('192.168.0.0/16')]);
    expect(account.call('DisableVgwRoutePropagation', propagation)).toEqual({});
    expect(routes()).toHaveLength(1);
    account.call('EnableVgwRoutePropagation', propagation);
    account.call('DetachVpnGateway', { VpcId, VpnGatewayId });
    account.wait(60);
    expect(showTable(account, RouteTableId)).toMatchObject({ PropagatingVgws: [] });
  });
});

test('a prefix list as destination counts for as many routes as it may have entries', () => {
  const { account, VpcId, routes, create, refused } = network();
  const GatewayId = makeGateway(account, VpcId);
  const { PrefixList } = account.call<{ PrefixList: { PrefixListId: string } }>('CreateManagedPrefixList', {
    PrefixListName: 'offices',
    AddressFamily: 'IPv4',
    MaxEntries: 49,
  });
  account.wait(60);
  const { PrefixListId: DestinationPrefixListId } = PrefixList;
  create({ DestinationPrefixListId, GatewayId });
  create({ DestinationCidrBlock: anywhere, GatewayId });
  expect(routes()).toEqual([
    { DestinationPrefixListId, GatewayId, Origin: 'CreateRoute', State: 'active' },
    { DestinationCidrBlock: anywhere, GatewayId, Origin: 'CreateRoute', State: 'active' },
  ]);
  expect(refused({ DestinationCidrBlock: '8.8.8.8/32', GatewayId })).toBe(
    'RouteLimitExceeded: The maximum number of routes has been reached.',
  );
  expect(refused({ DestinationPrefixListId, GatewayId })).toBe(
    `RouteAlreadyExists: The route identified by ${DestinationPrefixListId} already exists.`,
  );
});

test('a gateway endpoint keeps its own route', () => {
  const { account, VpcId, RouteTableId, routes } = network();
  const { VpcEndpoint } = account.call<{ VpcEndpoint: { VpcEndpointId: string } }>('CreateVpcEndpoint', {
    VpcId,
    ServiceName: 'com.amazonaws.us-east-1.s3',
    RouteTableIds: [RouteTableId],
  });
  const [route] = routes() as unknown as { DestinationPrefixListId: string }[];
  expect(route).toEqual({
    DestinationPrefixListId: expect.stringMatching(/^pl-/),
    GatewayId: VpcEndpoint.VpcEndpointId,
    Origin: 'CreateRoute',
    State: 'active',
  });
  const { DestinationPrefixListId } = route ?? { DestinationPrefixListId: '' };
  expect(account.refusal('DeleteRoute', { RouteTableId, DestinationPrefixListId })).toBe(
    `InvalidParameterValue: cannot remove VPC endpoint route ${VpcEndpoint.VpcEndpointId} in route table ${RouteTableId}`,
  );
  const GatewayId = makeGateway(account, VpcId);
  expect(account.refusal('ReplaceRoute', { RouteTableId, DestinationPrefixListId, GatewayId })).toBe(
    `InvalidParameterValue: cannot replace VPC endpoint route ${VpcEndpoint.VpcEndpointId} in route table ${RouteTableId}`,
  );
  account.call('DeleteVpcEndpoints', { VpcEndpointIds: [VpcEndpoint.VpcEndpointId] });
  expect(routes()).toEqual([]);
});

test('secondary and IPv6 blocks have local routes in every table, as long as they stay', () => {
  const { account, VpcId, routes } = network();
  const { CidrBlockAssociation } = account.call<{ CidrBlockAssociation: { AssociationId: string } }>(
    'AssociateVpcCidrBlock',
    { VpcId, CidrBlock: '10.7.0.0/16' },
  );
  account.call('AssociateVpcCidrBlock', { VpcId, AmazonProvidedIpv6CidrBlock: true });
  account.wait(60);
  const local = { GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' };
  const six = { DestinationIpv6CidrBlock: expect.stringMatching(/::\/56$/), ...local };
  expect(routes()).toEqual([{ DestinationCidrBlock: '10.7.0.0/16', ...local }, six]);
  account.call('DisassociateVpcCidrBlock', { AssociationId: CidrBlockAssociation.AssociationId });
  expect(routes()).toEqual([six]);
});
