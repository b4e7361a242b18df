import { operation } from '../operation';
import { prefixListErrors } from '../prefix-list/errors';
import { findPrefixList } from '../prefix-list/prefix-list';
import type { World } from '../world';
import { addRoute } from './add-route';
import { checkRoute } from './check-route';
import { destinationOf, destinationText, isTo } from './destination';
import { routeErrors } from './route-errors';
import { hasRoomFor } from './route-quota';
import { getRouteTable, type Route } from './route-table';
import { routeMembers, targetCount, targetOf } from './route-target';
import { localDestinations } from './routes-of';

/**
 * CreateRoute: a route to one target. Blocks are made canonical. An instance stands for its one network interface.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html;
 * test/transcripts/ground-truth.yaml, part 8.
 * Not modelled: Gateway Load Balancer endpoints, local and carrier gateways, core networks, ODB networks.
 */
export const createRoute = operation({
  name: 'CreateRoute',
  input: routeMembers,
  run(world, input) {
    const destination = destinationOf(input);
    const count = targetCount(input);
    if (count === 0) throw routeErrors.noTarget();
    if (count > 1) throw routeErrors.severalTargets();
    const table = getRouteTable(world, input.RouteTableId);
    checkPrefixList(world, destination.DestinationPrefixListId);
    const route: Route = {
      ...destination,
      target: targetOf(world, table, input, destination),
      Origin: 'CreateRoute',
    };
    checkRoute(world, table, route);
    const taken = [...localDestinations(world, table.VpcId), ...table.routes];
    if (taken.some((other) => isTo(other, destination))) throw routeErrors.alreadyExists(destinationText(destination));
    if (!hasRoomFor(world, table, destination)) throw routeErrors.limit();
    addRoute(world, table.RouteTableId, route);
    return { Return: true };
  },
});

function checkPrefixList(world: World, id: string | undefined): void {
  if (id && !findPrefixList(world, id)) throw prefixListErrors.notFound(id);
}
