import { blockText, parseBlock } from '../ip';
import { type InputOf, required, string } from '../shapes';
import type { World } from '../world';
import { vpnConnectionErrors } from './errors';
import { getVpnConnection, type VpnConnection, vpnConnectionState } from './vpn-connection';

/** The parameters that make and delete a static route. */
export const staticRouteMembers = {
  DestinationCidrBlock: required(string),
  VpnConnectionId: required(string),
} as const;

/**
 * The connection of a call, whose static routes can be changed, and the block in canonical text. Refuses any other connection
 * in the words for its type, then its state.
 */
export function getStaticRoute(
  world: World,
  input: InputOf<typeof staticRouteMembers>,
): { row: VpnConnection; DestinationCidrBlock: string } {
  const block = parseBlock(input.DestinationCidrBlock);
  if (!block) throw vpnConnectionErrors.cidr(input.DestinationCidrBlock, 'destinationCidrBlock');
  const row = getVpnConnection(world, input.VpnConnectionId);
  if (!row.StaticRoutesOnly || row.TransitGatewayId) throw vpnConnectionErrors.invalidType();
  if (vpnConnectionState(world, row) !== 'available') throw vpnConnectionErrors.invalidState();
  return { row, DestinationCidrBlock: blockText(block) };
}
