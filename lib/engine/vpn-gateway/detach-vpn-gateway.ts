import { operation } from '../operation';
import { forgetGatewayRoutes } from '../route-table/associations';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import type { World } from '../world';
import { vpnGatewayErrors } from './errors';
import { getVpnGateway } from './vpn-gateway';

/**
 * DetachVpnGateway: take a gateway from its VPC. Until it is `detached` neither the VPC can go nor the gateway be attached elsewhere.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachVpnGateway.html
 */
export const detachVpnGateway = operation({
  name: 'DetachVpnGateway',
  input: { VpcId: required(string), VpnGatewayId: required(string) },
  run(world, input) {
    const row = getVpnGateway(world, input.VpnGatewayId);
    if (row.attachedTo !== input.VpcId || row.detaching) {
      throw vpnGatewayErrors.notAttached(row.VpnGatewayId, input.VpcId);
    }
    world.vpnGateways.replace({ ...row, detaching: true });
    startTimer(world, 'vpn-gateway-detached', row.VpnGatewayId);
    return {};
  },
});

/** Settles a gateway that is on its way out of its VPC. */
export function vpnGatewayDetached(world: World, id: string): void {
  const gateway = world.vpnGateways.get(id);
  if (!gateway?.attachedTo) return;
  const { attachedTo, attachedAt: _at, detaching: _detaching, ...row } = gateway;
  forgetGatewayRoutes(world, id);
  world.vpnGateways.replace({ ...row, detachedFrom: attachedTo });
}
