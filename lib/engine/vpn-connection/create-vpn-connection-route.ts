import { operation } from '../operation';
import { getStaticRoute, staticRouteMembers } from './static-route';

/** How long a new route is `pending`. Assumed: five seconds. */
const pendingMs = 5_000;

/**
 * CreateVpnConnectionRoute: a static route to a network behind the customer gateway. Assumed: one that is there is left as it is.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnectionRoute.html
 */
export const createVpnConnectionRoute = operation({
  name: 'CreateVpnConnectionRoute',
  dryRun: false,
  input: staticRouteMembers,
  run(world, input) {
    const { row, DestinationCidrBlock } = getStaticRoute(world, input);
    if (row.routes.some((route) => route.DestinationCidrBlock === DestinationCidrBlock)) return {};
    const route = { DestinationCidrBlock, availableAt: world.now + pendingMs };
    world.vpnConnections.replace({ ...row, routes: [...row.routes, route] });
    return {};
  },
});
