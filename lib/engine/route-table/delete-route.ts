import { operation } from '../operation';
import { required, string } from '../shapes';
import { removeRoute } from './add-route';
import { destinationMembers, destinationOf, destinationParameter, destinationText, isTo } from './destination';
import { routeErrors } from './route-errors';
import { isEndpoint } from './route-quota';
import { getRouteTable } from './route-table';
import { placeInNetwork } from './routes-of';

/**
 * DeleteRoute: local routes stay, and so do those of gateway endpoints.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteRoute.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const deleteRoute = operation({
  name: 'DeleteRoute',
  input: { ...destinationMembers, RouteTableId: required(string) },
  run(world, input) {
    const destination = destinationOf(input);
    const table = getRouteTable(world, input.RouteTableId);
    const text = destinationText(destination);
    if (placeInNetwork(world, table.VpcId, destination) === 'equal') {
      throw routeErrors.removeLocal(table.RouteTableId, text);
    }
    const route = table.routes.find((other) => isTo(other, destination));
    if (!route) throw routeErrors.notFound(table.RouteTableId, destinationParameter(destination), text);
    if ('GatewayId' in route.target && isEndpoint(route.target.GatewayId)) {
      throw routeErrors.removeEndpoint(table.RouteTableId, route.target.GatewayId);
    }
    removeRoute(world, table.RouteTableId, destination);
    return {};
  },
});
