import { operation } from '../operation';
import { boolean } from '../shapes';
import type { World } from '../world';
import { checkRoute } from './check-route';
import { destinationOf, destinationText, isTo } from './destination';
import { routeErrors } from './route-errors';
import { isEndpoint } from './route-quota';
import { type Destination, getRouteTable, type Route, type RouteTable } from './route-table';
import { routeMembers, targetCount, targetOf } from './route-target';
import { placeInNetwork } from './routes-of';

const orLocal = ', or must have localTarget set to true';

/**
 * ReplaceRoute: another target for a route that is there. A local route may go to a network interface or a NAT gateway, and
 * back to `local`.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceRoute.html;
 * test/transcripts/ground-truth.yaml, part 8.
 * Not modelled: Gateway Load Balancer endpoints, local and carrier gateways, core networks, ODB networks.
 */
export const replaceRoute = operation({
  name: 'ReplaceRoute',
  input: { ...routeMembers, LocalTarget: boolean },
  run(world, input) {
    const destination = destinationOf(input);
    const count = targetCount(input) + (input.LocalTarget ? 1 : 0);
    if (count === 0) throw routeErrors.noTarget(orLocal);
    if (count > 1) throw routeErrors.severalTargets(orLocal);
    const table = getRouteTable(world, input.RouteTableId);
    const isLocal = placeInNetwork(world, table.VpcId, destination) === 'equal';
    if (input.LocalTarget) {
      if (!isLocal) throw routeErrors.localTarget();
      put(world, table, destination, undefined);
      return {};
    }
    const target = targetOf(world, table, input, destination);
    const existing = table.routes.find((route) => isTo(route, destination));
    if (!existing && !isLocal) throw routeErrors.nothingToReplace(destinationText(destination));
    if (existing && 'GatewayId' in existing.target && isEndpoint(existing.target.GatewayId)) {
      throw routeErrors.replaceEndpoint(table.RouteTableId, existing.target.GatewayId);
    }
    const route: Route = { ...destination, target, Origin: isLocal ? 'CreateRouteTable' : 'CreateRoute' };
    checkRoute(world, table, route);
    put(world, table, destination, route);
    return {};
  },
});

/** Set the stored route of that destination in its place; without one, take it away. */
function put(world: World, table: RouteTable, destination: Destination, route: Route | undefined): void {
  const at = table.routes.findIndex((other) => isTo(other, destination));
  const routes = [...table.routes];
  routes.splice(at < 0 ? routes.length : at, at < 0 ? 0 : 1, ...(route ? [route] : []));
  world.routeTables.replace({ ...table, routes });
}
