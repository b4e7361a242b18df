import type { World } from '../world';
import { routeTableErrors } from './errors';
import { type RouteTable, type RouteTableAssociation, routeTableOf } from './route-table';

/** The association of that id with the table that has it. Refuses an id that is none's. */
export function getAssociation(world: World, id: string): { table: RouteTable; association: RouteTableAssociation } {
  const table = world.routeTables.first('association', id);
  const association = table?.associations.find(({ RouteTableAssociationId }) => RouteTableAssociationId === id);
  if (!table || !association) throw routeTableErrors.associationNotFound(id);
  return { table, association };
}

export const addAssociation = (world: World, table: RouteTable, association: RouteTableAssociation): RouteTable =>
  world.routeTables.replace({ ...table, associations: [...table.associations, association] });

export const removeAssociation = (world: World, table: RouteTable, id: string): RouteTable =>
  world.routeTables.replace({
    ...table,
    associations: table.associations.filter(({ RouteTableAssociationId }) => RouteTableAssociationId !== id),
  });

/** With a deleted subnet its association with a route table goes. */
export function forgetSubnetRoutes(world: World, subnet: { readonly SubnetId: string; readonly VpcId: string }): void {
  const table = routeTableOf(world, subnet);
  const association = table.associations.find(({ SubnetId }) => SubnetId === subnet.SubnetId);
  if (association) removeAssociation(world, table, association.RouteTableAssociationId);
}

/** With a gateway that leaves its VPC its association with a route table goes, and propagation. Assumed: AWS does not say. */
export function forgetGatewayRoutes(world: World, gatewayId: string): void {
  for (const propagated of world.routeTables.by('propagatingVgw', gatewayId)) {
    const propagatingVgws = propagated.propagatingVgws.filter((id) => id !== gatewayId);
    world.routeTables.replace({ ...propagated, propagatingVgws });
  }
  const table = world.routeTables.first('GatewayId', gatewayId);
  const association = table?.associations.find(({ GatewayId }) => GatewayId === gatewayId);
  if (table && association) removeAssociation(world, table, association.RouteTableAssociationId);
}
