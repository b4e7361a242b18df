import { operation } from '../operation';
import { routeFor, routeMembers } from './route-target';
import { acceptDestination, describeRoute, staticRoute } from './routes';
import { getAvailableRouteTable } from './transit-gateway-route-table';

/**
 * ReplaceTransitGatewayRoute: another target for a static route; one that is not there is made.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceTransitGatewayRoute.html
 * Observed: a live account, github.com/floci-io/floci/pull/2348, for a route that is not there.
 */
export const replaceTransitGatewayRoute = operation({
  name: 'ReplaceTransitGatewayRoute',
  input: routeMembers,
  run(world, input) {
    const destination = acceptDestination(input.DestinationCidrBlock);
    const table = getAvailableRouteTable(world, input.TransitGatewayRouteTableId);
    const route = routeFor(world, table, destination, input);
    const others = table.routes.filter(({ DestinationCidrBlock }) => DestinationCidrBlock !== destination.text);
    world.transitGatewayRouteTables.replace({ ...table, routes: [...others, route] });
    return { Route: describeRoute(staticRoute(world, route)) };
  },
});
