import { siteBehind } from '../sites';
import { type VpnConnection, vpnConnectionState } from '../vpn-connection/vpn-connection';
import type { World } from '../world';
import type { Packet } from './flow';
import type { Component, Hop } from './hop';
import { isIn } from './longest-prefix';
import { nameOf, refused } from './refuse';
import type { Passage, Walk } from './walk';

/** From AWS's side through the tunnels of a VPN connection, to the network on premises at their other end. */
export function throughConnection({ world }: Walk, id: string, packet: Packet): Passage {
  const row = world.vpnConnections.get(id);
  const hop = tunnelHop(world, id, row, packet, packet.source, packet.destination);
  const site = row && siteBehind(world, row.CustomerGatewayId);
  if (hop.refusal || !site) return { hops: [hop] };
  return { hops: [hop], next: { place: { at: 'site', site, way: 'arriving' }, packet } };
}

/** From the device on premises through the tunnels: the hop, which refuses where they do not work. */
export const fromDevice = (world: World, row: VpnConnection, packet: Packet): Hop =>
  tunnelHop(world, row.VpnConnectionId, row, packet, packet.destination, packet.source);

/**
 * Tunnels are up while a device on premises has the customer gateway's address, and carry what the connection's two blocks let through.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnectionOptionsSpecification.html
 */
function tunnelHop(
  world: World,
  id: string,
  row: VpnConnection | undefined,
  packet: Packet,
  remote: string,
  local: string,
): Hop {
  const component: Component = { kind: 'vpn-connection', id };
  const name = `${nameOf(id, row?.Tags)}, the VPN connection,`;
  const state = row ? vpnConnectionState(world, row) : 'gone';
  if (!row || state !== 'available') return refused(component, packet, 'BAD_STATE_VPN', `${name} is ${state}.`);
  if (!siteBehind(world, row.CustomerGatewayId)) {
    const device = world.customerGateways.get(row.CustomerGatewayId)?.IpAddress ?? row.CustomerGatewayId;
    const text = `Both tunnels of ${nameOf(id, row.Tags)}, the VPN connection, are down: no VPN device answers at ${device}.`;
    return refused(component, packet, 'BAD_STATE_VPN', text, { ids: [id, row.CustomerGatewayId] });
  }
  if (!isIn(row.LocalIpv4NetworkCidr, local) || !isIn(row.RemoteIpv4NetworkCidr, remote)) {
    const text = `${name} carries only packets between ${row.LocalIpv4NetworkCidr} on premises and ${row.RemoteIpv4NetworkCidr} at AWS.`;
    return refused(component, packet, 'BAD_STATE_VPN', text);
  }
  return { component, packet };
}
