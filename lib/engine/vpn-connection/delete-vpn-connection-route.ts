import { blockText, parseBlock } from '../ip';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { vpnConnectionErrors } from './errors';
import { getRoutedConnection } from './vpn-connection';

/**
 * DeleteVpnConnectionRoute: take a static route away. Assumed: it is gone at once.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpnConnectionRoute.html
 */
export const deleteVpnConnectionRoute = operation({
  name: 'DeleteVpnConnectionRoute',
  dryRun: false,
  input: { DestinationCidrBlock: required(string), VpnConnectionId: required(string) },
  run(world, input) {
    const block = parseBlock(input.DestinationCidrBlock);
    if (!block) throw vpnConnectionErrors.cidr(input.DestinationCidrBlock, 'destinationCidrBlock');
    const row = getRoutedConnection(world, input.VpnConnectionId);
    const cidr = blockText(block);
    const routes = row.routes.filter(({ DestinationCidrBlock }) => DestinationCidrBlock !== cidr);
    if (routes.length === row.routes.length) throw vpnConnectionErrors.noRoute(cidr, row.VpnConnectionId);
    world.vpnConnections.replace({ ...row, routes });
    return {};
  },
});
