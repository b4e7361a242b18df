import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { routeTableErrors } from './errors';

/** Where a route sends packets. An instance as target is kept as its network interface, as AWS does. */
export type RouteTarget =
  | { readonly kind: 'local' }
  /** An internet gateway, a virtual private gateway or a gateway endpoint (`vpce-…`). */
  | { readonly GatewayId: string }
  | { readonly NatGatewayId: string }
  | { readonly NetworkInterfaceId: string }
  | { readonly VpcPeeringConnectionId: string }
  | { readonly TransitGatewayId: string }
  | { readonly EgressOnlyInternetGatewayId: string };

/** Exactly one of the three is present; blocks in canonical text. */
export interface Destination {
  readonly DestinationCidrBlock?: string;
  readonly DestinationIpv6CidrBlock?: string;
  readonly DestinationPrefixListId?: string;
}

/** Whether its target is there (`active`) or not (`blackhole`) is computed: see `routeState`. */
export interface Route extends Destination {
  readonly target: RouteTarget;
  readonly Origin: 'CreateRouteTable' | 'CreateRoute' | 'EnableVgwRoutePropagation';
}

/** `Main`, or of one subnet, or of one gateway (an edge association). */
export interface RouteTableAssociation {
  readonly RouteTableAssociationId: string;
  readonly Main?: true;
  readonly SubnetId?: string;
  readonly GatewayId?: string;
}

export interface RouteTable extends Row {
  readonly RouteTableId: string;
  readonly VpcId: string;
  /**
   * What people and gateway endpoints added, in order. Local routes are computed from the VPC's blocks; one whose target was
   * replaced stands here with the origin `CreateRouteTable`. Propagated routes are computed too: see `routesOf`.
   */
  readonly routes: readonly Route[];
  readonly associations: readonly RouteTableAssociation[];
  /** Ids of the virtual private gateways whose routes are propagated to this table. */
  readonly propagatingVgws: readonly string[];
  readonly Tags: readonly Tag[];
}

export const routeTables = defineTable<RouteTable>()('RouteTableId', {
  VpcId: (table) => table.VpcId,
  main: (table) => (isMain(table) ? table.VpcId : undefined),
  association: (table) => table.associations.map((association) => association.RouteTableAssociationId),
  SubnetId: (table) => table.associations.flatMap(({ SubnetId }) => SubnetId ?? []),
  GatewayId: (table) => table.associations.flatMap(({ GatewayId }) => GatewayId ?? []),
  propagatingVgw: (table) => table.propagatingVgws,
  prefixList: (table) => table.routes.flatMap(({ DestinationPrefixListId }) => DestinationPrefixListId ?? []),
});

const isMain = (table: RouteTable): boolean => table.associations.some(({ Main }) => Main);

export function getRouteTable(world: World, id: string): RouteTable {
  const table = world.routeTables.get(id);
  if (!table) throw id.startsWith('rtb-') ? routeTableErrors.notFound(id) : routeTableErrors.malformedId(id);
  return table;
}

export function mainRouteTable(world: World, vpcId: string): RouteTable {
  const table = world.routeTables.first('main', vpcId);
  if (!table) throw new Error(`${vpcId} has no main route table`);
  return table;
}

/** The table that decides for the subnet: the one it is associated with, the VPC's main one otherwise. */
export const routeTableOf = (world: World, subnet: { readonly SubnetId: string; readonly VpcId: string }): RouteTable =>
  world.routeTables.first('SubnetId', subnet.SubnetId) ?? mainRouteTable(world, subnet.VpcId);
