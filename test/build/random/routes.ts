import { implicitAssociation } from '@/lib/engine/network-acl/associations';
import type { World } from '@/lib/engine/world';
import type { TestAccount } from '../account';
import { type Choices, nonsense } from '../choices';
import { makeSubnet } from '../network-interface';
import { described, type Input, tagged } from './parts';

const cidrs = ['0.0.0.0/0', '192.168.0.0/16', '192.168.7.7/20', '10.0.1.0/24', '10.0.0.0/16', '10.0.1.0/25'] as const;

/** Mostly a whole association id of any kind; the main one is asked for, too. */
const associationId = (choose: Choices, world: World): string =>
  choose.row(world.routeTables, ({ associations }) => associations.length > 0)?.associations.at(-1)
    ?.RouteTableAssociationId ?? choose.one(nonsense);

const routeTable = (choose: Choices, world: World, VpcId?: string) =>
  choose.row(world.routeTables, (table) => table.VpcId === (VpcId ?? table.VpcId));

/** A target that often is of the table's VPC, or no thing at all. */
const target = (choose: Choices, world: World, VpcId = ''): object =>
  choose.one<() => object>([
    () => ({ GatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === VpcId) }),
    () => ({ NetworkInterfaceId: choose.id(world.networkInterfaces, (eni) => eni.VpcId === VpcId) }),
    () => ({ InstanceId: choose.id(world.instances) }),
    () => ({ NatGatewayId: choose.id(world.natGateways, (nat) => nat.VpcId === VpcId) }),
    () => ({ VpcPeeringConnectionId: choose.id(world.vpcPeeringConnections) }),
    () => ({ TransitGatewayId: choose.id(world.transitGateways) }),
    () => ({ EgressOnlyInternetGatewayId: choose.id(world.egressOnlyInternetGateways) }),
    () => ({ GatewayId: choose.id(world.vpnGateways, ({ attachedTo }) => attachedTo === VpcId) }),
  ])();

const madeRoute = (choose: Choices, world: World) => {
  const table = choose.row(world.routeTables, ({ routes }) => routes.length > 0);
  const { target: _, Origin: __, ...destination } = table?.routes[0] ?? { target: 0, Origin: 0 };
  return { table, destination };
};

const propagation: Input = (choose, world) => {
  const gateway = choose.row(world.vpnGateways, ({ attachedTo }) => attachedTo !== undefined);
  return {
    GatewayId: gateway?.VpnGatewayId ?? choose.one(nonsense),
    RouteTableId: routeTable(choose, world, gateway?.attachedTo)?.RouteTableId,
  };
};

const entry = (choose: Choices) => ({
  RuleNumber: choose.one([100, 110, 120, 0, 32_767]),
  Egress: choose.chance(50),
  RuleAction: choose.one(['allow', 'deny']),
  ...(choose.chance(80) ? { CidrBlock: choose.one(cidrs) } : { Ipv6CidrBlock: choose.one(['::/0', 'fd00::1/64']) }),
  ...choose.one<object>([
    { Protocol: '-1' },
    { Protocol: '6', PortRange: { From: 22, To: 22 } },
    { Protocol: 'udp', PortRange: { From: 53, To: 52 } },
    { Protocol: '1', IcmpTypeCode: { Type: -1, Code: -1 } },
    { Protocol: '58', IcmpTypeCode: { Type: 8, Code: 0 } },
  ]),
});

const networkAcl = (choose: Choices, world: World) => choose.id(world.networkAcls);

/** An entry that is there, in most cases. */
const madeEntry = (choose: Choices, world: World) => {
  const acl = choose.row(world.networkAcls, ({ entries }) => entries.length > 0);
  const { RuleNumber, Egress } = acl?.entries.at(-1) ?? entry(choose);
  return { NetworkAclId: acl?.NetworkAclId ?? choose.one(nonsense), RuleNumber, Egress };
};

export const inputs: { readonly [operation: string]: Input } = {
  AssociateRouteTable: (choose, world) => {
    const table = routeTable(choose, world);
    return {
      RouteTableId: table?.RouteTableId,
      ...(choose.chance(20)
        ? { GatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === table?.VpcId) }
        : { SubnetId: choose.id(world.subnets, ({ VpcId }) => VpcId === table?.VpcId) }),
    };
  },
  CreateRoute: (choose, world) => {
    const table = routeTable(choose, world);
    return {
      RouteTableId: table?.RouteTableId,
      ...(choose.chance(15) ? { DestinationIpv6CidrBlock: '::/0' } : { DestinationCidrBlock: choose.one(cidrs) }),
      ...target(choose, world, table?.VpcId),
    };
  },
  CreateRouteTable: (choose, world) => ({ VpcId: choose.id(world.vpcs), ...tagged('route-table')(choose) }),
  DeleteRoute: (choose, world) => {
    const { table, destination } = madeRoute(choose, world);
    return { RouteTableId: table?.RouteTableId, ...destination };
  },
  DeleteRouteTable: (choose, world) => ({
    RouteTableId: choose.id(world.routeTables, ({ associations }) => associations.length === 0),
  }),
  DescribeRouteTables: described('RouteTableIds', (choose, world) => choose.ids(world.routeTables)),
  DisableVgwRoutePropagation: propagation,
  DisassociateRouteTable: (choose, world) => ({ AssociationId: associationId(choose, world) }),
  EnableVgwRoutePropagation: propagation,
  ReplaceRoute: (choose, world) => {
    const { table, destination } = madeRoute(choose, world);
    const to = choose.chance(10) ? { LocalTarget: true } : target(choose, world, table?.VpcId);
    return { RouteTableId: table?.RouteTableId, ...destination, ...to };
  },
  ReplaceRouteTableAssociation: (choose, world) => {
    const AssociationId = associationId(choose, world);
    const from = world.routeTables.first('association', AssociationId);
    return { AssociationId, RouteTableId: routeTable(choose, world, from?.VpcId)?.RouteTableId };
  },

  CreateNetworkAcl: (choose, world) => ({ VpcId: choose.id(world.vpcs), ...tagged('network-acl')(choose) }),
  CreateNetworkAclEntry: (choose, world) => ({ NetworkAclId: networkAcl(choose, world), ...entry(choose) }),
  DeleteNetworkAcl: (choose, world) => ({
    NetworkAclId: choose.id(
      world.networkAcls,
      ({ IsDefault, associations }) => !IsDefault && associations.length === 0,
    ),
  }),
  DeleteNetworkAclEntry: madeEntry,
  DescribeNetworkAcls: described('NetworkAclIds', (choose, world) => choose.ids(world.networkAcls)),
  ReplaceNetworkAclAssociation: (choose, world) => {
    const acl = choose.row(world.networkAcls);
    const id = choose.row(world.subnets, ({ VpcId }) => VpcId === acl?.VpcId)?.SubnetId ?? '';
    const explicit = world.networkAcls.first('SubnetId', id)?.associations.find(({ SubnetId }) => SubnetId === id);
    return {
      AssociationId: explicit?.NetworkAclAssociationId ?? implicitAssociation(id).NetworkAclAssociationId,
      NetworkAclId: acl?.NetworkAclId,
    };
  },
  ReplaceNetworkAclEntry: (choose, world) => ({ ...entry(choose), ...madeEntry(choose, world) }),
};

/** A table with a subnet and a route, and an ACL with an entry, in a VPC that has an internet gateway. */
export function furnish(account: TestAccount): void {
  const gateway = account.world.internetGateways.list().find(({ attachedTo }) => attachedTo);
  const VpcId = gateway?.attachedTo ?? '';
  const [block] = account.world.subnets.by('VpcId', VpcId);
  const subnet = block?.SubnetId ?? makeSubnet(account, VpcId);
  const { RouteTable } = account.call<{ RouteTable: { RouteTableId: string } }>('CreateRouteTable', { VpcId });
  account.call('CreateRouteTable', { VpcId });
  const { RouteTableId } = RouteTable;
  account.call('AssociateRouteTable', { RouteTableId, SubnetId: subnet });
  account.call('CreateRoute', {
    RouteTableId,
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: gateway?.InternetGatewayId,
  });
  const { NetworkAcl } = account.call<{ NetworkAcl: { NetworkAclId: string } }>('CreateNetworkAcl', { VpcId });
  const rule = { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', Egress: true, CidrBlock: '0.0.0.0/0' };
  account.call('CreateNetworkAclEntry', { NetworkAclId: NetworkAcl.NetworkAclId, ...rule });
}
