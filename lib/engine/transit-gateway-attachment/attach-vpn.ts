import { getAvailableTransitGateway, transitState } from '../transit-gateway/transit-gateway';
import type { World } from '../world';
import { deleteAttachment, makeAttachment } from './make-attachment';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

/**
 * Attach a VPN connection to a transit gateway, as CreateVpnConnection does. Refuses a gateway that does not exist or is not
 * available.
 */
export function attachVpn(world: World, transitGatewayId: string, vpnConnectionId: string): TransitGatewayAttachment {
  const gateway = getAvailableTransitGateway(world, transitGatewayId);
  return makeAttachment(world, gateway, { ResourceType: 'vpn', ResourceId: vpnConnectionId }, []);
}

/** Take a VPN connection's attachment away, as DeleteVpnConnection does; nothing when it has none. */
export function detachVpn(world: World, vpnConnectionId: string): void {
  const attachment = world.transitGatewayAttachments.first('ResourceId', vpnConnectionId);
  if (attachment && transitState(world, attachment) !== 'deleting') deleteAttachment(world, attachment);
}
