import { blockText, parseBlock } from '../ip';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { vpnConnectionErrors } from './errors';
import { getRoutedConnection } from './vpn-connection';

/** How long a new route is `pending`. Assumed: five seconds. */
const pendingMs = 5_000;

/**
 * CreateVpnConnectionRoute: a static route to a network behind the customer gateway. Assumed: one that is there is left as it is.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnectionRoute.html
 */
export const createVpnConnectionRoute = operation({
  name: 'CreateVpnConnectionRoute',
  dryRun: false,
  input: { DestinationCidrBlock: required(string), VpnConnectionId: required(string) },
  run(world, input) {
    const block = parseBlock(input.DestinationCidrBlock);
    if (!block) throw vpnConnectionErrors.cidr(input.DestinationCidrBlock, 'destinationCidrBlock');
    const row = getRoutedConnection(world, input.VpnConnectionId);
    const DestinationCidrBlock = blockText(block);
    if (row.routes.some((route) => route.DestinationCidrBlock === DestinationCidrBlock)) return {};
    const route = { DestinationCidrBlock, availableAt: world.now + pendingMs };
    world.vpnConnections.replace({ ...row, routes: [...row.routes, route] });
    return {};
  },
});
