import { siteBehind, sitesOnPrivateLine } from '../sites';
import type { Site } from '../surroundings';
import { connectionBlocks, type VpnConnection, vpnConnectionState } from '../vpn-connection/vpn-connection';
import { isAttachedTo } from '../vpn-gateway/vpn-gateway';
import type { World } from '../world';
import { interfaceWith } from './addresses';
import type { Packet } from './flow';
import type { Component, Hop } from './hop';
import { inBlocks, longestPrefix } from './longest-prefix';
import { nameOf, refused } from './refuse';
import { vpcCidrs, vpcText } from './vpc-cidrs';
import { throughConnection } from './vpn-tunnel';
import type { Edge, Passage, Place, Walk } from './walk';

/** What a virtual private gateway sends by: a private line, or a VPN connection. */
type Line = { readonly cidrs: readonly string[] } & ({ readonly site: Site } | { readonly connection: VpnConnection });

/**
 * A virtual private gateway, from its VPC to networks on premises. It takes only packets from interfaces of its own VPC: what
 * comes from elsewhere, through peering or another gateway, has no transit here.
 * Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html
 */
export function throughVpnGateway(
  walk: Walk,
  { id, fromVpcId }: Extract<Place, { at: 'vpn-gateway' }>,
  packet: Packet,
): Passage {
  const { world } = walk;
  const component: Component = { kind: 'vpn-gateway', id };
  const refusal = refusalAt(world, id, fromVpcId, packet);
  if (refusal) return { hops: [refusal] };
  const lines = linesOf(world, id);
  const line = longestPrefix(lines, ({ cidrs }) => cidrs, packet.destination);
  if (!line) return { hops: [noLine(world, id, packet)] };
  if ('site' in line) {
    return { hops: [{ component, packet }], next: { place: { at: 'site', site: line.site, way: 'arriving' }, packet } };
  }
  const passage = throughConnection(walk, line.connection.VpnConnectionId, packet);
  return { ...passage, hops: [{ component, packet }, ...passage.hops] };
}

function refusalAt(world: World, id: string, vpcId: string, packet: Packet): Hop | undefined {
  const component: Component = { kind: 'vpn-gateway', id };
  const gateway = world.vpnGateways.get(id);
  const name = `${nameOf(id, gateway?.Tags)}, the virtual private gateway,`;
  if (!gateway || !isAttachedTo(world, gateway, vpcId)) {
    const text = `${name} is not attached to ${vpcText(world, vpcId)}.`;
    return refused(component, packet, 'BAD_STATE_ATTACHMENT', text);
  }
  if (!inBlocks(vpcCidrs(world, vpcId), packet.source)) {
    const text = `${name} takes nothing from ${packet.source}, which is not an address of ${vpcText(world, vpcId)}: it is no way through for others.`;
    return refused(component, packet, 'GATEWAY_REJECTS_SPOOFED_TRAFFIC', text);
  }
  if (interfaceWith(world, vpcId, packet.source)) return undefined;
  const text = `${name} takes nothing from ${packet.source}: no interface of ${vpcText(world, vpcId)} has that address.`;
  return refused(component, packet, 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS', text);
}

/** In the order that decides between equal blocks: private lines, static routes, what was announced by BGP. */
function linesOf(world: World, id: string): Line[] {
  const connections = world.vpnConnections.by('VpnGatewayId', id);
  const ready = connections
    .map((connection) => ({ connection, cidrs: connectionBlocks(world, connection) }))
    .sort((a, b) => Number(b.connection.StaticRoutesOnly) - Number(a.connection.StaticRoutesOnly));
  const tags = world.vpnGateways.get(id)?.Tags ?? [];
  return [
    ...sitesOnPrivateLine(world, id, tags).map((site) => ({ site, cidrs: site.cidrs })),
    // One that works is preferred to one that does not.
    ...ready.filter(({ connection }) => isUp(world, connection)),
    ...ready.filter(({ connection }) => !isUp(world, connection)),
  ];
}

const isUp = (world: World, connection: VpnConnection): boolean =>
  vpnConnectionState(world, connection) === 'available' &&
  siteBehind(world, connection.CustomerGatewayId) !== undefined;

/** Why none of its lines leads there. */
function noLine(world: World, id: string, packet: Packet): Hop {
  const name = nameOf(id, world.vpnGateways.get(id)?.Tags);
  const connections = world.vpnConnections.by('VpnGatewayId', id);
  const [down] = connections.filter((connection) => !connection.StaticRoutesOnly && !isUp(world, connection));
  if (down) {
    const state = vpnConnectionState(world, down);
    const device = world.customerGateways.get(down.CustomerGatewayId)?.IpAddress;
    const why = state === 'available' ? `its tunnels are down: no VPN device answers at ${device}` : `it is ${state}`;
    const text = `${nameOf(down.VpnConnectionId, down.Tags)}, the VPN connection of ${name}, announces no way to ${packet.destination}: ${why}.`;
    return refused({ kind: 'vpn-connection', id: down.VpnConnectionId }, packet, 'BAD_STATE_VPN', text);
  }
  const [unrouted] = connections.filter(({ StaticRoutesOnly }) => StaticRoutesOnly);
  const text = unrouted
    ? `${nameOf(unrouted.VpnConnectionId, unrouted.Tags)}, the VPN connection of ${name}, has static routes only, and none to ${packet.destination}.`
    : `Neither a VPN connection nor a private line of ${name}, the virtual private gateway, leads to ${packet.destination}.`;
  const ids = [id, ...(unrouted ? [unrouted.VpnConnectionId] : [])];
  return refused({ kind: 'vpn-gateway', id }, packet, 'NO_POSSIBLE_DESTINATION', text, { ids });
}

/**
 * From premises through a virtual private gateway into its VPC, where only interfaces can be reached. Its own route table, where
 * it has one, decides before the packet is delivered.
 */
export function fromVpnGateway({ world }: Walk, id: string, packet: Packet): Passage {
  const component: Component = { kind: 'vpn-gateway', id };
  const gateway = world.vpnGateways.get(id);
  const vpcId = gateway?.attachedTo ?? '';
  const name = `${nameOf(id, gateway?.Tags)}, the virtual private gateway,`;
  if (!gateway || !isAttachedTo(world, gateway, vpcId)) {
    return { hops: [refused(component, packet, 'BAD_STATE_ATTACHMENT', `${name} is not attached to a VPC.`)] };
  }
  if (!interfaceWith(world, vpcId, packet.destination)) {
    const text = `${name} delivers nothing to ${packet.destination}: no interface of ${vpcText(world, vpcId)} has that address.`;
    return { hops: [refused(component, packet, 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', text)] };
  }
  const table = world.routeTables.first('GatewayId', id);
  const edge: Edge = { kind: 'vpn-gateway', id, ...(table && { routeTableId: table.RouteTableId }) };
  return { hops: [{ component, packet }], next: { place: { at: 'vpc', vpcId, edge }, packet } };
}
