import { operation } from '../operation';
import { required, string } from '../shapes';
import { routeTableErrors } from './errors';
import { isGatewayTable } from './gateway-table';
import { routeErrors } from './route-errors';
import { attachedNetwork } from './route-state';
import { getRouteTable } from './route-table';

/**
 * EnableVgwRoutePropagation: the routes that a virtual private gateway knows appear in the table. Enabling it again changes
 * nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableVgwRoutePropagation.html
 */
export const enableVgwRoutePropagation = operation({
  name: 'EnableVgwRoutePropagation',
  input: { GatewayId: required(string), RouteTableId: required(string) },
  run(world, { GatewayId, RouteTableId }) {
    const table = getRouteTable(world, RouteTableId);
    if (!world.vpnGateways.get(GatewayId)) throw routeErrors.gatewayNotFound(GatewayId);
    if (attachedNetwork(world, GatewayId) !== table.VpcId) {
      throw routeTableErrors.vpnGatewayNotAttached(GatewayId, table.VpcId);
    }
    if (isGatewayTable(table)) throw routeTableErrors.propagates(RouteTableId);
    if (table.propagatingVgws.includes(GatewayId)) return {};
    world.routeTables.replace({ ...table, propagatingVgws: [...table.propagatingVgws, GatewayId] });
    return {};
  },
});
