import type { World } from '../world';
import { isTo } from './destination';
import { type Destination, getRouteTable, type Route } from './route-table';

/** Add a route as it is, without any of the rules of CreateRoute. */
export function addRoute(world: World, routeTableId: string, route: Route): void {
  const table = getRouteTable(world, routeTableId);
  world.routeTables.replace({ ...table, routes: [...table.routes, route] });
}

/** Take a stored route from its table. Nothing happens when there is none with that destination. */
export function removeRoute(world: World, routeTableId: string, destination: Destination): void {
  const table = getRouteTable(world, routeTableId);
  world.routeTables.replace({ ...table, routes: table.routes.filter((route) => !isTo(route, destination)) });
}

/** The route that a gateway endpoint keeps in a route table it is associated with. */
export function addEndpointRoute(
  world: World,
  routeTableId: string,
  DestinationPrefixListId: string,
  vpcEndpointId: string,
): void {
  addRoute(world, routeTableId, {
    DestinationPrefixListId,
    target: { GatewayId: vpcEndpointId },
    Origin: 'CreateRoute',
  });
}

/** Take a gateway endpoint's route from a table; nothing happens when the table is gone already. */
export function removeEndpointRoute(
  world: World,
  routeTableId: string,
  DestinationPrefixListId: string,
  vpcEndpointId: string,
): void {
  const route = world.routeTables
    .get(routeTableId)
    ?.routes.find((one) => one.DestinationPrefixListId === DestinationPrefixListId);
  if (route && 'GatewayId' in route.target && route.target.GatewayId === vpcEndpointId)
    removeRoute(world, routeTableId, { DestinationPrefixListId });
}
