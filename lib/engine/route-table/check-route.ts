import type { World } from '../world';
import { destinationText } from './destination';
import { isGatewayTable, isSubnetBlock, suitsGateways } from './gateway-table';
import { routeErrors } from './route-errors';
import type { Route, RouteTable } from './route-table';
import { placeInNetwork } from './routes-of';

/**
 * Refuses a route that its table cannot have beside the local routes: inside the VPC only network interfaces and NAT gateways
 * are targets, and only for whole blocks of subnets; a gateway's table has nothing but routes to interfaces inside the VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html, …/gateway-route-tables.html
 */
export function checkRoute(world: World, table: RouteTable, route: Route): void {
  const { target, Origin: _, ...destination } = route;
  const place = placeInNetwork(world, table.VpcId, destination);
  if (place !== 'outside' && !('NetworkInterfaceId' in target || 'NatGatewayId' in target)) {
    throw 'VpcPeeringConnectionId' in target
      ? routeErrors.unsupportedTarget()
      : routeErrors.insideNetwork(destinationText(destination));
  }
  if (place === 'inside' && !isSubnetBlock(world, table.VpcId, destination)) {
    throw routeErrors.noSubnet(destinationText(destination));
  }
  if (isGatewayTable(table) && !suitsGateways(world, table.VpcId, route)) {
    throw routeErrors.gatewayTable(table.RouteTableId);
  }
}
