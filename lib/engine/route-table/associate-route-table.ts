import { newId } from '../ids';
import { operation } from '../operation';
import { notModelled, required, string } from '../shapes';
import { getSubnet } from '../subnet/subnet';
import type { World } from '../world';
import { addAssociation } from './associations';
import { associated } from './describe-route-table';
import { routeTableErrors } from './errors';
import { suitsGateways } from './gateway-table';
import { attachedNetwork } from './route-state';
import { getRouteTable, type RouteTable, type RouteTableAssociation } from './route-table';

/**
 * AssociateRouteTable: let a table decide for a subnet, or for what comes in through an internet gateway or virtual private
 * gateway. The same association again answers its id.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 * Not modelled: public IPv4 pools.
 * Differs: associations are `associated` at once; AWS shows `associating` for a while for gateways.
 */
export const associateRouteTable = operation({
  name: 'AssociateRouteTable',
  input: { GatewayId: string, PublicIpv4Pool: notModelled, SubnetId: string, RouteTableId: required(string) },
  run(world, input) {
    const { SubnetId, GatewayId } = input;
    if (!SubnetId && !GatewayId) throw routeTableErrors.nothingToAssociate();
    if (SubnetId && GatewayId) throw routeTableErrors.subnetAndGateway();
    const table = getRouteTable(world, input.RouteTableId);
    if (SubnetId) checkSubnet(world, table, SubnetId);
    else if (GatewayId) checkGateway(world, table, GatewayId);

    const index = SubnetId ? 'SubnetId' : 'GatewayId';
    const of = SubnetId ? { SubnetId } : { GatewayId: GatewayId ?? '' };
    const id = SubnetId ?? GatewayId ?? '';
    const holder = world.routeTables.first(index, id);
    if (holder && holder.RouteTableId !== table.RouteTableId) {
      throw routeTableErrors.conflictingAssociation(table.RouteTableId);
    }
    const existing = holder?.associations.find((association) => association[index] === id);
    return {
      AssociationId: (existing ?? associate(world, table, of)).RouteTableAssociationId,
      AssociationState: associated,
    };
  },
});

function associate(
  world: World,
  table: RouteTable,
  of: { SubnetId: string } | { GatewayId: string },
): RouteTableAssociation {
  const association = { RouteTableAssociationId: newId(world, 'routeTableAssociation'), ...of };
  addAssociation(world, table, association);
  return association;
}

export function checkSubnet(world: World, table: RouteTable, subnetId: string): void {
  const subnet = getSubnet(world, subnetId);
  if (subnet.VpcId !== table.VpcId) throw routeTableErrors.subnetElsewhere(table.RouteTableId, subnetId);
}

/** Refuses a gateway that is none, one that is not the VPC's, and a table whose routes a gateway cannot use. */
export function checkGateway(world: World, table: RouteTable, gatewayId: string): void {
  if (!/^(igw|vgw)-/.test(gatewayId)) throw routeTableErrors.gatewayKind(gatewayId);
  if (attachedNetwork(world, gatewayId) !== table.VpcId) {
    throw routeTableErrors.gatewayElsewhere(table.RouteTableId, gatewayId);
  }
  if (table.propagatingVgws.length > 0) throw routeTableErrors.propagates(table.RouteTableId);
  if (!table.routes.every((route) => suitsGateways(world, table.VpcId, route))) {
    throw routeTableErrors.notForGateways(table.RouteTableId);
  }
}
