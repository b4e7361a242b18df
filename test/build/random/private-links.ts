import type { World } from '@/lib/engine/world';
import type { TestAccount } from '../account';
import type { Choices } from '../choices';
import { makeInterfaceEndpoint, makePeering, makeVpnConnection } from '../private-links';
import { described, type Input, tagged } from './parts';

/** Two more VPCs, and between or in them one of each: peering, endpoints, gateways and a VPN connection with a route. */
export function furnish(account: TestAccount): void {
  const { world } = account;
  world.quotas = { ...world.quotas, vpcsPerRegion: 9 };
  const first = world.vpcs.list().find(({ CidrBlock }) => CidrBlock === '10.0.0.0/16')?.VpcId ?? '';
  const { VpcId } = makeInterfaceEndpoint(account, '10.9.0.0/16');
  makePeering(account, VpcId, makeInterfaceEndpoint(account, '10.10.0.0/16').VpcId);
  account.call('CreateVpcPeeringConnection', { VpcId, PeerVpcId: first });
  const [table] = world.routeTables.by('VpcId', VpcId);
  account.call('CreateVpcEndpoint', {
    VpcId,
    ServiceName: 'com.amazonaws.us-east-1.s3',
    RouteTableIds: [table?.RouteTableId],
  });
  const { VpnConnectionId, VpnGatewayId } = makeVpnConnection(account, { StaticRoutesOnly: true });
  account.call('CreateVpnConnectionRoute', { VpnConnectionId, DestinationCidrBlock: '192.168.0.0/24' });
  account.call('AttachVpnGateway', { VpnGatewayId, VpcId });
  account.call('CreateVpnGateway', { Type: 'ipsec.1' });
  account.call('CreateCustomerGateway', { Type: 'ipsec.1', IpAddress: '203.0.113.9' });
  account.wait(5);
}

const peering: Input = (choose, world) => ({
  VpcPeeringConnectionId: choose.id(world.vpcPeeringConnections, ({ ended }) => ended === undefined),
});
const pending: Input = (choose, world) => ({
  VpcPeeringConnectionId: choose.id(
    world.vpcPeeringConnections,
    ({ ended, acceptedAt }) => ended === undefined && acceptedAt === undefined,
  ),
});

const services = ['s3', 'dynamodb', 'ec2', 'ssm', 'sqs', 'nothing'] as const;

const endpoint: Input = (choose, world) => {
  const vpc = choose.row(world.vpcs);
  const of = (ids: string[]) => ids.slice(0, 1 + choose.below(2));
  const VpcId = vpc?.VpcId ?? '';
  return {
    VpcId,
    ServiceName: `com.amazonaws.us-east-1.${choose.one(services)}`,
    ...choose.one<() => object>([
      () => ({ RouteTableIds: of(world.routeTables.by('VpcId', VpcId).map(({ RouteTableId }) => RouteTableId)) }),
      () => ({
        VpcEndpointType: 'Interface',
        PrivateDnsEnabled: choose.chance(30),
        SubnetIds: of(world.subnets.by('VpcId', VpcId).map(({ SubnetId }) => SubnetId)),
        SecurityGroupIds: of(world.securityGroups.by('VpcId', VpcId).map(({ GroupId }) => GroupId)),
      }),
    ])(),
    ...(choose.chance(15) && { PolicyDocument: choose.one(['{"Statement":[]}', '[]', '{']) }),
    ...(choose.chance(15) && { ClientToken: choose.one(['first', 'second']) }),
    ...tagged('vpc-endpoint')(choose),
  };
};

const changeOfEndpoint: Input = (choose, world) => {
  const row = choose.row(world.vpcEndpoints);
  const table = choose.id(world.routeTables, ({ VpcId }) => VpcId === row?.VpcId);
  const group = choose.id(world.securityGroups, ({ VpcId }) => VpcId === row?.VpcId);
  const subnet = choose.id(world.subnets, ({ VpcId }) => VpcId === row?.VpcId);
  return {
    VpcEndpointId: row?.VpcEndpointId ?? '',
    ...choose.one<object>([
      { AddRouteTableIds: [table] },
      { RemoveRouteTableIds: [table] },
      { AddSubnetIds: [subnet] },
      { RemoveSubnetIds: [subnet] },
      { AddSecurityGroupIds: [group] },
      { RemoveSecurityGroupIds: [group] },
      { PolicyDocument: '{"Statement":[]}' },
      { ResetPolicy: true },
      { PrivateDnsEnabled: true },
      { PrivateDnsEnabled: false },
    ]),
  };
};

const attachment = (choose: Choices, world: World) => {
  const row = choose.row(world.vpnGateways, ({ attachedTo }) => attachedTo !== undefined);
  return { VpnGatewayId: row?.VpnGatewayId ?? '', VpcId: row?.attachedTo ?? choose.id(world.vpcs) };
};

const route: Input = (choose, world) => {
  const row = choose.row(world.vpnConnections, ({ StaticRoutesOnly, gone }) => StaticRoutesOnly && !gone);
  return {
    VpnConnectionId: row?.VpnConnectionId ?? '',
    DestinationCidrBlock: choose.one(['192.168.0.0/24', '192.168.0.0/24', '192.168.1.0/24', '10.99.0.0/16', 'x']),
  };
};

export const inputs: { readonly [operation: string]: Input } = {
  AcceptVpcPeeringConnection: pending,
  CreateVpcPeeringConnection: (choose, world) => ({
    VpcId: choose.id(world.vpcs),
    PeerVpcId: choose.id(world.vpcs),
    ...tagged('vpc-peering-connection')(choose),
  }),
  DeleteVpcPeeringConnection: peering,
  DescribeVpcPeeringConnections: described('VpcPeeringConnectionIds', (choose, world) =>
    choose.ids(world.vpcPeeringConnections),
  ),
  ModifyVpcPeeringConnectionOptions: (choose, world) => ({
    VpcPeeringConnectionId: choose.id(world.vpcPeeringConnections, ({ acceptedAt }) => acceptedAt !== undefined),
    AccepterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: choose.chance(50) },
  }),
  RejectVpcPeeringConnection: pending,
  CreateVpcEndpoint: endpoint,
  DeleteVpcEndpoints: (choose, world) => ({ VpcEndpointIds: choose.ids(world.vpcEndpoints) }),
  DescribeVpcEndpointServices: described('ServiceNames', () => ['com.amazonaws.us-east-1.s3']),
  DescribeVpcEndpoints: described('VpcEndpointIds', (choose, world) => choose.ids(world.vpcEndpoints)),
  ModifyVpcEndpoint: changeOfEndpoint,
  CreateCustomerGateway: (choose) => ({
    Type: 'ipsec.1',
    IpAddress: choose.one(['203.0.113.9', '203.0.113.10', '203.0.113.300']),
    ...(choose.chance(50) && { BgpAsn: choose.one([65_000, 65_001, 0]) }),
    ...(choose.chance(30) && { DeviceName: choose.one(['north', 'south']) }),
    ...tagged('customer-gateway')(choose),
  }),
  DeleteCustomerGateway: (choose, world) => ({
    CustomerGatewayId: choose.id(world.customerGateways, ({ deleted }) => !deleted),
  }),
  DescribeCustomerGateways: (choose, world) => ({
    ...(choose.chance(40) && { CustomerGatewayIds: choose.ids(world.customerGateways) }),
  }),
  AttachVpnGateway: (choose, world) => ({
    VpnGatewayId: choose.id(world.vpnGateways, ({ attachedTo, deleted }) => !attachedTo && !deleted),
    VpcId: choose.id(world.vpcs),
  }),
  CreateVpnGateway: (choose) => ({
    Type: 'ipsec.1',
    ...(choose.chance(30) && { AmazonSideAsn: choose.one([64_512, 65_001, 7]) }),
    ...tagged('vpn-gateway')(choose),
  }),
  DeleteVpnGateway: (choose, world) => ({
    VpnGatewayId: choose.id(world.vpnGateways, ({ attachedTo, deleted }) => !attachedTo && !deleted),
  }),
  DescribeVpnGateways: (choose, world) => ({
    ...(choose.chance(40) && { VpnGatewayIds: choose.ids(world.vpnGateways) }),
  }),
  DetachVpnGateway: attachment,
  CreateVpnConnection: (choose, world) => ({
    Type: 'ipsec.1',
    CustomerGatewayId: choose.id(world.customerGateways, ({ deleted }) => !deleted),
    ...choose.one<object>([
      { VpnGatewayId: choose.id(world.vpnGateways, ({ deleted }) => !deleted) },
      { TransitGatewayId: choose.id(world.transitGateways) },
      {},
    ]),
    ...(choose.chance(50) && { Options: { StaticRoutesOnly: true } }),
    ...tagged('vpn-connection')(choose),
  }),
  CreateVpnConnectionRoute: route,
  DeleteVpnConnection: (choose, world) => ({ VpnConnectionId: choose.id(world.vpnConnections, ({ gone }) => !gone) }),
  DeleteVpnConnectionRoute: route,
  DescribeVpnConnections: (choose, world) => ({
    ...(choose.chance(40) && { VpnConnectionIds: choose.ids(world.vpnConnections) }),
  }),
};
