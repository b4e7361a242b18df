import { operation } from '../operation';
import { transitGatewayRouteTableErrors } from './errors';
import { routeFor, routeMembers } from './route-target';
import { acceptDestination, describeRoute, staticRoute } from './routes';
import { getAvailableRouteTable } from './transit-gateway-route-table';

/**
 * CreateTransitGatewayRoute: a static route to an attachment, or a blackhole.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayRoute.html
 */
export const createTransitGatewayRoute = operation({
  name: 'CreateTransitGatewayRoute',
  input: routeMembers,
  run(world, input) {
    const destination = acceptDestination(input.DestinationCidrBlock);
    const table = getAvailableRouteTable(world, input.TransitGatewayRouteTableId);
    const route = routeFor(world, table, destination, input);
    if (table.routes.some(({ DestinationCidrBlock }) => DestinationCidrBlock === destination.text))
      throw transitGatewayRouteTableErrors.routeExists(destination.text, table.TransitGatewayRouteTableId);
    world.transitGatewayRouteTables.replace({ ...table, routes: [...table.routes, route] });
    return { Route: describeRoute(staticRoute(world, route)) };
  },
});
