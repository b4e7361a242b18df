import { addEndpointRoute, removeEndpointRoute } from '../route-table/add-route';
import { getRouteTable } from '../route-table/route-table';
import type { World } from '../world';
import { vpcEndpointErrors } from './errors';
import { prefixListOf, routeTablesOf, type VpcEndpoint } from './vpc-endpoint';

/** Give those route tables the gateway endpoint's route. Refuses tables of another VPC and any that leads there already. */
export function addRouteTables(world: World, endpoint: VpcEndpoint, routeTableIds: readonly string[]): void {
  const { PrefixListId } = prefixListOf(world, endpoint.ServiceName);
  for (const id of new Set(routeTableIds)) {
    const table = getRouteTable(world, id);
    if (table.VpcId !== endpoint.VpcId) throw vpcEndpointErrors.otherVpc('route table', id, endpoint.VpcId);
    const route = table.routes.find(({ DestinationPrefixListId }) => DestinationPrefixListId === PrefixListId);
    if (route) throw vpcEndpointErrors.routeExists(id, PrefixListId);
    addEndpointRoute(world, id, PrefixListId, endpoint.VpcEndpointId);
  }
}

/** Take the gateway endpoint's route from those tables. Refuses one that does not have it. */
export function removeRouteTables(world: World, endpoint: VpcEndpoint, routeTableIds: readonly string[]): void {
  const { PrefixListId } = prefixListOf(world, endpoint.ServiceName);
  const associated = routeTablesOf(world, endpoint);
  for (const id of new Set(routeTableIds)) {
    const { RouteTableId } = getRouteTable(world, id);
    if (!associated.some((table) => table.RouteTableId === RouteTableId)) {
      throw vpcEndpointErrors.notAssociated('route table', id, endpoint.VpcEndpointId);
    }
    removeEndpointRoute(world, id, PrefixListId, endpoint.VpcEndpointId);
  }
}
