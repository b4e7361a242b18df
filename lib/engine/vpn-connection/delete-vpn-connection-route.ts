import { operation } from '../operation';
import { vpnConnectionErrors } from './errors';
import { getStaticRoute, staticRouteMembers } from './static-route';

/**
 * DeleteVpnConnectionRoute: take a static route away. Assumed: it is gone at once.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpnConnectionRoute.html
 */
export const deleteVpnConnectionRoute = operation({
  name: 'DeleteVpnConnectionRoute',
  dryRun: false,
  input: staticRouteMembers,
  run(world, input) {
    const { row, DestinationCidrBlock } = getStaticRoute(world, input);
    const routes = row.routes.filter((route) => route.DestinationCidrBlock !== DestinationCidrBlock);
    if (routes.length === row.routes.length)
      throw vpnConnectionErrors.noRoute(DestinationCidrBlock, row.VpnConnectionId);
    world.vpnConnections.replace({ ...row, routes });
    return {};
  },
});
