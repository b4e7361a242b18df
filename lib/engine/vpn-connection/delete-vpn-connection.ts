import { operation } from '../operation';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import { detachVpn } from '../transit-gateway-attachment/attach-vpn';
import type { World } from '../world';
import { vpnConnectionErrors } from './errors';
import { getVpnConnection } from './vpn-connection';

/**
 * DeleteVpnConnection: end a connection; its gateways are in use until it is `deleted`, and it is listed for a while after.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpnConnection.html
 */
export const deleteVpnConnection = operation({
  name: 'DeleteVpnConnection',
  input: { VpnConnectionId: required(string) },
  run(world, input) {
    const row = getVpnConnection(world, input.VpnConnectionId);
    if (row.gone) throw vpnConnectionErrors.notFound(row.VpnConnectionId);
    if (row.deleting) return {};
    world.vpnConnections.replace({ ...row, deleting: true });
    if (row.TransitGatewayId) detachVpn(world, row.VpnConnectionId);
    startTimer(world, 'vpn-connection-deleted', row.VpnConnectionId);
    startTimer(world, 'vpn-forgotten', row.VpnConnectionId);
    return {};
  },
});

/** Settles a connection that is on its way out. */
export function vpnConnectionDeleted(world: World, id: string): void {
  const row = world.vpnConnections.get(id);
  if (row) world.vpnConnections.replace({ ...row, gone: true });
}

/** Settles a customer gateway, virtual private gateway or VPN connection that was listed as `deleted` long enough. */
export function forgetVpn(world: World, id: string): void {
  world.customerGateways.remove(id);
  world.vpnGateways.remove(id);
  world.vpnConnections.remove(id);
}
