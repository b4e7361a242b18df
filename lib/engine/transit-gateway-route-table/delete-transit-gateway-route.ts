import { operation } from '../operation';
import { required, string } from '../shapes';
import { transitGatewayRouteTableErrors } from './errors';
import { acceptDestination, describeRoute, staticRoute } from './routes';
import { getAvailableRouteTable } from './transit-gateway-route-table';

/**
 * DeleteTransitGatewayRoute: a static route; propagated ones go with their propagation.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGatewayRoute.html
 */
export const deleteTransitGatewayRoute = operation({
  name: 'DeleteTransitGatewayRoute',
  input: { TransitGatewayRouteTableId: required(string), DestinationCidrBlock: required(string) },
  run(world, input) {
    const destination = acceptDestination(input.DestinationCidrBlock);
    const table = getAvailableRouteTable(world, input.TransitGatewayRouteTableId);
    const route = table.routes.find(({ DestinationCidrBlock }) => DestinationCidrBlock === destination.text);
    if (!route) throw transitGatewayRouteTableErrors.routeNotFound(destination.text, table.TransitGatewayRouteTableId);
    world.transitGatewayRouteTables.replace({ ...table, routes: table.routes.filter((one) => one !== route) });
    return { Route: describeRoute(staticRoute(world, route), 'deleted') };
  },
});
