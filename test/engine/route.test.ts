import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { runInstance } from '@/test/build/instance';
import { attachInterface, makeGateway, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeRouteTable, showTable } from '@/test/build/route-table';

const anywhere = '0.0.0.0/0';

function network() {
  const account = new TestAccount();
  const VpcId = makeVpc(account);
  const SubnetId = makeSubnet(account, VpcId);
  const GatewayId = makeGateway(account, VpcId);
  const RouteTableId = makeRouteTable(account, VpcId);
  /** The table's routes but for the local one. */
  const routes = () => showTable(account, RouteTableId).Routes.slice(1);
  const create = (route: object) => account.call('CreateRoute', { RouteTableId, ...route });
  const refused = (route: object) => account.refusal('CreateRoute', { RouteTableId, ...route });
  return { account, VpcId, SubnetId, GatewayId, RouteTableId, routes, create, refused };
}

describe('CreateRoute', () => {
  test('to an internet gateway, which leaves a blackhole when it is detached', () => {
    const { account, VpcId, GatewayId, create, routes } = network();
    expect(create({ DestinationCidrBlock: anywhere, GatewayId })).toEqual({ Return: true });
    const route = { DestinationCidrBlock: anywhere, GatewayId, Origin: 'CreateRoute', State: 'active' };
    expect(routes()).toEqual([route]);
    account.call('DetachInternetGateway', { InternetGatewayId: GatewayId, VpcId });
    expect(routes()).toEqual([{ ...route, State: 'blackhole' }]);
  });

  test('makes blocks canonical', () => {
    const { GatewayId, create, routes } = network();
    create({ DestinationCidrBlock: '100.68.0.18/18', GatewayId });
    create({ DestinationIpv6CidrBlock: '2001:DB8:0::7/32', GatewayId });
    expect(routes()).toMatchObject([
      { DestinationCidrBlock: '100.68.0.0/18' },
      { DestinationIpv6CidrBlock: '2001:db8::/32' },
    ]);
  });

  test('to a network interface: a blackhole while it is loose or its instance is not running', () => {
    const { account, SubnetId, create, routes } = network();
    const { NetworkInterfaceId } = makeInterface(account, SubnetId);
    create({ DestinationCidrBlock: anywhere, NetworkInterfaceId });
    expect(routes()).toEqual([
      { DestinationCidrBlock: anywhere, NetworkInterfaceId, Origin: 'CreateRoute', State: 'blackhole' },
    ]);
    const { InstanceId } = runInstance(account, { SubnetId });
    attachInterface(account, NetworkInterfaceId, InstanceId);
    const attached = {
      DestinationCidrBlock: anywhere,
      InstanceId,
      InstanceOwnerId: '111122223333',
      NetworkInterfaceId,
      Origin: 'CreateRoute',
    };
    expect(routes()).toEqual([{ ...attached, State: 'active' }]);
    account.call('StopInstances', { InstanceIds: [InstanceId] });
    expect(routes()).toEqual([{ ...attached, State: 'blackhole' }]);
  });

  test('to an instance, which stands for its one interface', () => {
    const { account, SubnetId, create, refused, routes } = network();
    const { InstanceId } = runInstance(account, { SubnetId });
    const [eth0] = account.world.networkInterfaces.by('InstanceId', InstanceId);
    create({ DestinationCidrBlock: anywhere, InstanceId });
    expect(routes()).toMatchObject([{ InstanceId, NetworkInterfaceId: eth0?.NetworkInterfaceId, State: 'active' }]);
    attachInterface(account, makeInterface(account, SubnetId).NetworkInterfaceId, InstanceId);
    expect(refused({ DestinationCidrBlock: '8.8.8.8/32', InstanceId })).toBe(
      `InvalidInstanceID: There are multiple interfaces attached to instance '${InstanceId}'. Please specify an interface ID for the operation instead.`,
    );
    account.call('TerminateInstances', { InstanceIds: [InstanceId] });
    account.wait(60);
    expect(routes()).toEqual([
      {
        DestinationCidrBlock: anywhere,
        NetworkInterfaceId: eth0?.NetworkInterfaceId,
        Origin: 'CreateRoute',
        State: 'blackhole',
      },
    ]);
  });

  test('refuses a destination that is none, no one target, and what does not exist', () => {
    const { GatewayId, refused } = network();
    const destinations =
      'The request must contain exactly one of: destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId';
    expect(refused({ GatewayId })).toBe(`MissingParameter: ${destinations}`);
    expect(refused({ DestinationCidrBlock: anywhere, DestinationIpv6CidrBlock: '::/0', GatewayId })).toBe(
      `InvalidParameterCombination: ${destinations}`,
    );
    expect(refused({ DestinationCidrBlock: '::/0', GatewayId })).toBe(
      'InvalidParameterValue: Value (::/0) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.',
    );
    expect(refused({ DestinationIpv6CidrBlock: anywhere, GatewayId })).toBe(
      'InvalidParameterValue: Value (0.0.0.0/0) for parameter destinationIpv6CidrBlock is invalid. This is not a valid CIDR block.',
    );
    expect(refused({ DestinationCidrBlock: anywhere })).toMatch(
      /^MissingParameter: The request must contain exactly one of gatewayId, /,
    );
    expect(refused({ DestinationCidrBlock: anywhere, GatewayId, InstanceId: 'i-0123456789abcdef0' })).toMatch(
      /^InvalidParameterCombination: The request must contain exactly one of gatewayId, /,
    );
    const targets: [object, string][] = [
      [
        { GatewayId: 'eni-0123456789abcdef0' },
        "InvalidGatewayID.NotFound: The gateway ID 'eni-0123456789abcdef0' does not exist",
      ],
      [
        { NatGatewayId: 'nat-0123456789abcdef0' },
        "InvalidNatGatewayID.NotFound: The natGateway ID 'nat-0123456789abcdef0' does not exist",
      ],
      [
        { NetworkInterfaceId: 'eni-0123456789abcdef0' },
        "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
      ],
      [
        { InstanceId: 'i-0123456789abcdef0' },
        "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
      ],
      [
        { VpcPeeringConnectionId: 'pcx-0123456789abcdef0' },
        "InvalidVpcPeeringConnectionID.NotFound: The vpcPeeringConnection ID 'pcx-0123456789abcdef0' does not exist",
      ],
      [
        { TransitGatewayId: 'tgw-0123456789abcdef0' },
        "InvalidTransitGatewayID.NotFound: The transitGateway ID 'tgw-0123456789abcdef0' does not exist.",
      ],
      [
        { EgressOnlyInternetGatewayId: 'eigw-0123456789abcdef0' },
        "InvalidGatewayID.NotFound: The gateway ID 'eigw-0123456789abcdef0' does not exist",
      ],
      [
        { VpcEndpointId: 'vpce-0123456789abcdef0' },
        'NotModelled: This simulator does not model the parameter VpcEndpointId.',
      ],
    ];
    for (const [target, refusal] of targets)
      expect(refused({ DestinationCidrBlock: anywhere, ...target })).toBe(refusal);
    expect(refused({ DestinationPrefixListId: 'pl-0123456789abcdef0', GatewayId })).toMatch(
      /^InvalidPrefixListID.NotFound: /,
    );
  });

  test('refuses what belongs to another network', () => {
    const { account, RouteTableId, refused } = network();
    const [igw] = account.world.internetGateways.list();
    expect(refused({ DestinationCidrBlock: anywhere, GatewayId: igw?.InternetGatewayId })).toBe(
      `InvalidParameterValue: route table ${RouteTableId} and network gateway ${igw?.InternetGatewayId} belong to different networks`,
    );
    const { InternetGateway } = account.call<{ InternetGateway: { InternetGatewayId: string } }>(
      'CreateInternetGateway',
    );
    expect(refused({ DestinationCidrBlock: anywhere, GatewayId: InternetGateway.InternetGatewayId })).toBe(
      `InvalidParameterValue: route table ${RouteTableId} and network gateway ${InternetGateway.InternetGatewayId} belong to different networks`,
    );
    const [subnet] = account.world.subnets.by('VpcId', account.defaultVpcId);
    const { NetworkInterfaceId } = makeInterface(account, subnet?.SubnetId ?? '');
    expect(refused({ DestinationCidrBlock: anywhere, NetworkInterfaceId })).toBe(
      `InvalidParameterValue: route table ${RouteTableId} and interface ${NetworkInterfaceId} belong to different networks`,
    );
  });

  test('refuses a destination twice, and past the quota', () => {
    const { account, VpcId, GatewayId, create, refused } = network();
    create({ DestinationCidrBlock: anywhere, GatewayId });
    expect(refused({ DestinationCidrBlock: anywhere, GatewayId })).toBe(
      'RouteAlreadyExists: The route identified by 0.0.0.0/0 already exists.',
    );
    account.world.quotas = { ...account.world.quotas, routesPerRouteTable: 1 };
    expect(refused({ DestinationCidrBlock: '8.8.8.8/32', GatewayId })).toBe(
      'RouteLimitExceeded: The maximum number of routes has been reached.',
    );
    create({ DestinationIpv6CidrBlock: '::/0', GatewayId });
    expect(VpcId).toBeDefined();
  });

  test('inside the VPC goes only to interfaces and NAT gateways, for whole subnets', () => {
    const { account, SubnetId, GatewayId, create, refused, routes } = network();
    for (const DestinationCidrBlock of ['10.0.0.0/16', '10.0.1.0/24']) {
      expect(refused({ DestinationCidrBlock, GatewayId })).toBe(
        `InvalidParameterValue: The destination CIDR block ${DestinationCidrBlock} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.`,
      );
    }
    const { NetworkInterfaceId } = makeInterface(account, SubnetId);
    expect(refused({ DestinationCidrBlock: '10.0.0.0/16', NetworkInterfaceId })).toBe(
      'RouteAlreadyExists: The route identified by 10.0.0.0/16 already exists.',
    );
    expect(refused({ DestinationCidrBlock: '10.0.1.0/25', NetworkInterfaceId })).toBe(
      'InvalidParameterValue: The destination CIDR block 10.0.1.0/25 does not match the CIDR block of a subnet of this VPC.',
    );
    create({ DestinationCidrBlock: '10.0.1.0/24', NetworkInterfaceId });
    create({ DestinationCidrBlock: '10.0.0.0/8', GatewayId });
    expect(routes()).toMatchObject([{ DestinationCidrBlock: '10.0.1.0/24' }, { DestinationCidrBlock: '10.0.0.0/8' }]);
  });
});

describe('ReplaceRoute', () => {
  test('gives a route another target, in its place', () => {
    const { account, SubnetId, GatewayId, RouteTableId, create, routes } = network();
    create({ DestinationCidrBlock: anywhere, GatewayId });
    create({ DestinationCidrBlock: '8.8.8.8/32', GatewayId });
    const { NetworkInterfaceId } = makeInterface(account, SubnetId);
    const input = { RouteTableId, DestinationCidrBlock: anywhere, NetworkInterfaceId };
    expect(account.call('ReplaceRoute', input)).toEqual({});
    expect(routes()).toMatchObject([
      { DestinationCidrBlock: anywhere, NetworkInterfaceId, Origin: 'CreateRoute' },
      { DestinationCidrBlock: '8.8.8.8/32' },
    ]);
  });

  test('refuses a route that is not there', () => {
    const { account, GatewayId, RouteTableId } = network();
    expect(account.refusal('ReplaceRoute', { RouteTableId, DestinationCidrBlock: anywhere, GatewayId })).toBe(
      "InvalidParameterValue: There is no route defined for '0.0.0.0/0' in the route table. Use CreateRoute instead.",
    );
    expect(account.refusal('ReplaceRoute', { RouteTableId, DestinationCidrBlock: anywhere })).toMatch(
      /^MissingParameter: .*, or must have localTarget set to true$/,
    );
    expect(account.refusal('ReplaceRoute', { RouteTableId, DestinationCidrBlock: anywhere, LocalTarget: true })).toBe(
      'InvalidParameterValue: local-target only allowed with network local destination CIDRs',
    );
  });

  test('takes the local route to an interface and back', () => {
    const { account, SubnetId, GatewayId, RouteTableId } = network();
    const { NetworkInterfaceId } = makeInterface(account, SubnetId);
    const local = { RouteTableId, DestinationCidrBlock: '10.0.0.0/16' };
    const shown = () => showTable(account, RouteTableId).Routes;
    account.call('ReplaceRoute', { ...local, NetworkInterfaceId });
    expect(shown()).toEqual([
      { DestinationCidrBlock: '10.0.0.0/16', NetworkInterfaceId, Origin: 'CreateRouteTable', State: 'blackhole' },
    ]);
    expect(account.refusal('DeleteRoute', local)).toBe(
      `InvalidParameterValue: cannot remove local route 10.0.0.0/16 in route table ${RouteTableId}`,
    );
    expect(account.refusal('ReplaceRoute', { ...local, GatewayId })).toMatch(/This route can target only an interface/);
    account.call('ReplaceRoute', { ...local, LocalTarget: true });
    expect(shown()).toEqual([
      { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
    ]);
  });
});

describe('DeleteRoute', () => {
  test('takes a route away, whatever host bits name it', () => {
    const { account, GatewayId, RouteTableId, create, routes } = network();
    create({ DestinationCidrBlock: '192.168.0.0/16', GatewayId });
    expect(account.call('DeleteRoute', { RouteTableId, DestinationCidrBlock: '192.168.0.7/16' })).toEqual({});
    expect(routes()).toEqual([]);
  });

  test('refuses the local route and one that is not there', () => {
    const { account, RouteTableId } = network();
    const refused = (destination: object) => account.refusal('DeleteRoute', { RouteTableId, ...destination });
    expect(refused({ DestinationCidrBlock: '10.0.0.0/16' })).toBe(
      `InvalidParameterValue: cannot remove local route 10.0.0.0/16 in route table ${RouteTableId}`,
    );
    expect(refused({ DestinationCidrBlock: anywhere })).toBe(
      `InvalidRoute.NotFound: no route with destination-cidr-block 0.0.0.0/0 in route table ${RouteTableId}`,
    );
    expect(refused({ DestinationIpv6CidrBlock: '::/0' })).toBe(
      `InvalidRoute.NotFound: no route with destination-ipv6-cidr-block ::/0 in route table ${RouteTableId}`,
    );
  });
});
