import { operation } from '../operation';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import { vpnGatewayErrors } from './errors';
import { getVpnGateway } from './vpn-gateway';

/**
 * DeleteVpnGateway: refused while it is attached or a VPN connection uses it; afterwards it is listed as `deleted` for a while.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpnGateway.html
 */
export const deleteVpnGateway = operation({
  name: 'DeleteVpnGateway',
  input: { VpnGatewayId: required(string) },
  run(world, input) {
    const row = getVpnGateway(world, input.VpnGatewayId);
    if (row.deleted) throw vpnGatewayErrors.notFound(row.VpnGatewayId);
    const connections = world.vpnConnections.count('VpnGatewayId', row.VpnGatewayId);
    if (row.attachedTo || connections > 0) throw vpnGatewayErrors.inUse();
    world.vpnGateways.replace({ ...row, deleted: true });
    startTimer(world, 'vpn-forgotten', row.VpnGatewayId);
    return {};
  },
});
