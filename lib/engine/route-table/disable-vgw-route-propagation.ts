import { operation } from '../operation';
import { required, string } from '../shapes';
import { routeErrors } from './route-errors';
import { getRouteTable } from './route-table';

/**
 * DisableVgwRoutePropagation: the gateway's routes go from the table. Disabling what is not enabled changes nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableVgwRoutePropagation.html
 */
export const disableVgwRoutePropagation = operation({
  name: 'DisableVgwRoutePropagation',
  input: { GatewayId: required(string), RouteTableId: required(string) },
  run(world, { GatewayId, RouteTableId }) {
    const table = getRouteTable(world, RouteTableId);
    if (!world.vpnGateways.get(GatewayId)) throw routeErrors.gatewayNotFound(GatewayId);
    const propagatingVgws = table.propagatingVgws.filter((id) => id !== GatewayId);
    if (propagatingVgws.length < table.propagatingVgws.length) {
      world.routeTables.replace({ ...table, propagatingVgws });
    }
    return {};
  },
});
