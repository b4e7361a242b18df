import { instanceOf } from '../network-interface/network-interface';
import type { World } from '../world';
import { routeState } from './route-state';
import type { Route, RouteTable, RouteTableAssociation } from './route-table';
import { routesOf } from './routes-of';

/** The route as AWS shows it. One to an interface also names the instance that the interface is attached to. */
function describeRoute(world: World, vpcId: string, { target, Origin, ...destination }: Route): object {
  const { VpcPeeringConnectionId, TransitGatewayId, NetworkInterfaceId, ...rest } = flat(target);
  const networkInterface = NetworkInterfaceId ? world.networkInterfaces.get(NetworkInterfaceId) : undefined;
  const instance = networkInterface && instanceOf(world, networkInterface);
  return {
    ...destination,
    ...(rest.EgressOnlyInternetGatewayId && { EgressOnlyInternetGatewayId: rest.EgressOnlyInternetGatewayId }),
    ...(rest.GatewayId && { GatewayId: rest.GatewayId }),
    ...(instance && { InstanceId: instance.InstanceId, InstanceOwnerId: world.account }),
    ...(rest.NatGatewayId && { NatGatewayId: rest.NatGatewayId }),
    ...(TransitGatewayId && { TransitGatewayId }),
    ...(NetworkInterfaceId && { NetworkInterfaceId }),
    Origin,
    State: routeState(world, vpcId, target),
    ...(VpcPeeringConnectionId && { VpcPeeringConnectionId }),
  };
}

interface FlatTarget {
  readonly GatewayId?: string;
  readonly NatGatewayId?: string;
  readonly NetworkInterfaceId?: string;
  readonly VpcPeeringConnectionId?: string;
  readonly TransitGatewayId?: string;
  readonly EgressOnlyInternetGatewayId?: string;
}
const flat = (target: Route['target']): FlatTarget => ('kind' in target ? { GatewayId: target.kind } : target);

/** The association as AWS shows it. */
const describeAssociation = (
  { RouteTableId }: RouteTable,
  { Main, RouteTableAssociationId, SubnetId, GatewayId }: RouteTableAssociation,
): object => ({
  Main: Main ?? false,
  RouteTableAssociationId,
  RouteTableId,
  ...(SubnetId && { SubnetId }),
  ...(GatewayId && { GatewayId }),
  AssociationState: associated,
});

/** Assumed: at once, for gateways too; AWS's documentation shows `associated` in the answer for a subnet. */
export const associated = { State: 'associated' } as const;

/**
 * The route table as AWS shows it.
 * Source: the CLI's examples for describe-route-tables and create-route-table, and recorded answers.
 */
export const describeRouteTable = (world: World, table: RouteTable): object => ({
  Associations: table.associations.map((association) => describeAssociation(table, association)),
  PropagatingVgws: table.propagatingVgws.map((GatewayId) => ({ GatewayId })),
  RouteTableId: table.RouteTableId,
  Routes: routesOf(world, table).map((route) => describeRoute(world, table.VpcId, route)),
  Tags: table.Tags,
  VpcId: table.VpcId,
  OwnerId: world.account,
});
