import { isCalled, siteBehind } from '../sites';
import { type Site, usuallyListening } from '../surroundings';
import { transitState } from '../transit-gateway/transit-gateway';
import type { VpnConnection } from '../vpn-connection/vpn-connection';
import type { World } from '../world';
import { isIpv6, type Packet } from './flow';
import type { Component, Hop } from './hop';
import { inBlocks } from './longest-prefix';
import { nameOf, refused } from './refuse';
import { associatedTable, fromAttachment, fromPrivateLine } from './transit-gateway';
import { privateLineTable, transitWay } from './transit-routes';
import { vpcCidrs } from './vpc-cidrs';
import { fromVpnGateway } from './vpn-gateway';
import { fromDevice } from './vpn-tunnel';
import type { Passage, Place, Walk } from './walk';

/** A network on premises: a packet arrives at one of its hosts, or leaves it by one of the ways that it is joined to the account. */
export const throughSite = (walk: Walk, { site, way }: Extract<Place, { at: 'site' }>, packet: Packet): Passage =>
  way === 'arriving' ? arrive(walk, site, packet) : leave(walk, site, packet);

function arrive({ way, everyoneListens }: Walk, site: Site, packet: Packet): Passage {
  const component: Component = { kind: 'site', id: site.name };
  const arrived: Place = { at: 'site', site, way: 'leaving' };
  const host = site.hosts.find(({ address }) => address === packet.destination);
  if (!host) {
    const text = `No host of ${site.name}, the network on premises, has the address ${packet.destination}.`;
    return { hops: [refused(component, packet, 'NO_POSSIBLE_DESTINATION', text)] };
  }
  const { listens = usuallyListening } = host;
  const isOpen = packet.protocol === 'icmp' || listens.includes(`${packet.protocol}/${packet.destinationPort ?? 0}`);
  if (way === 'out' && !isOpen && !everyoneListens) {
    const text = `${host.name} in ${site.name} takes the packet, and nothing listens on ${packet.protocol} port ${packet.destinationPort} there.`;
    return { hops: [refused(component, packet, 'port-closed', text)], arrived };
  }
  return { hops: [{ component, packet }], arrived };
}

/**
 * The router on premises knows its own blocks, those of VPCs behind virtual private gateways, and what transit gateways have a
 * route for. A private line comes before VPN connections.
 * Assumed: with static routing its people gave the device the same routes that BGP would have.
 */
function leave(walk: Walk, site: Site, packet: Packet): Passage {
  const component: Component = { kind: 'site', id: site.name };
  const here: Hop = { component, packet };
  if (inBlocks(site.cidrs, packet.destination)) {
    return arrive(walk, site, packet);
  }
  if (isIpv6(packet.source) !== isIpv6(packet.destination)) {
    const text = `${packet.source} in ${site.name} cannot send to ${packet.destination}, an address of the other family.`;
    return { hops: [refused(component, packet, 'site-has-no-way', text)] };
  }
  const ways = [...privateLines(walk, site, packet), ...tunnels(walk, site, packet)];
  // Tunnels that are down are known to be, so they are taken only where nothing else leads there.
  const way = ways.find(({ leads, works }) => leads && works) ?? ways.find(({ leads }) => leads);
  if (way) {
    const passage = way.take();
    return { ...passage, hops: [here, ...passage.hops] };
  }
  const known = ways.map(({ name, to }) => `${name} leads to ${to}`);
  const text =
    known.length === 0
      ? `${site.name} has neither a VPN connection nor a private line to the account, and no way to ${packet.destination}.`
      : `${site.name} has no way to ${packet.destination}: ${known.join('; ')}.`;
  return { hops: [refused(component, packet, 'site-has-no-way', text, { ids: ways.map(({ id }) => id) })] };
}

/** One way out of a network on premises. */
interface Way {
  readonly id: string;
  readonly name: string;
  /** What it leads to, for sentences. */
  readonly to: string;
  readonly leads: boolean;
  readonly works: boolean;
  readonly take: () => Passage;
}

function privateLines(walk: Walk, site: Site, packet: Packet): Way[] {
  const { world } = walk;
  const called = site.directConnect?.gateway;
  if (called === undefined) return [];
  const ways: Way[] = [];
  for (const { VpnGatewayId: id, Tags, deleted } of world.vpnGateways.list()) {
    if (deleted || !isCalled(called, id, Tags)) continue;
    const take = () => fromVpnGateway(walk, id, packet);
    ways.push({ id, name: nameOf(id, Tags), ...intoVpc(world, id, packet), works: true, take });
  }
  for (const gateway of world.transitGateways.by('live', 'live')) {
    const { TransitGatewayId: id, Tags } = gateway;
    if (!isCalled(called, id, Tags)) continue;
    const table = privateLineTable(world, gateway);
    const leads = table !== undefined && transitWay(world, table, packet.destination) !== undefined;
    const take = () => fromPrivateLine(walk, gateway, site, packet);
    const works = transitState(world, gateway) === 'available';
    ways.push({ id, name: nameOf(id, Tags), to: transitText(table?.TransitGatewayRouteTableId), leads, works, take });
  }
  return ways;
}

function tunnels(walk: Walk, site: Site, packet: Packet): Way[] {
  return connectionsOf(walk.world, site).flatMap((row): Way[] => {
    const { VpnConnectionId: id, VpnGatewayId, Tags } = row;
    const hop = fromDevice(walk.world, row, packet);
    const works = hop.refusal === undefined;
    const name = nameOf(id, Tags);
    const through = (onward: () => Passage) => (): Passage => {
      if (!works) return { hops: [hop] };
      const passage = onward();
      return { ...passage, hops: [hop, ...passage.hops] };
    };
    if (VpnGatewayId) {
      const take = through(() => fromVpnGateway(walk, VpnGatewayId, packet));
      return [{ id, name, ...intoVpc(walk.world, VpnGatewayId, packet), works, take }];
    }
    const attachment = walk.world.transitGatewayAttachments.first('ResourceId', id);
    if (!attachment) return [];
    const table = associatedTable(walk.world, attachment);
    const leads = table !== undefined && transitWay(walk.world, table, packet.destination) !== undefined;
    const take = through(() => fromAttachment(walk, attachment, packet));
    return [{ id, name, to: transitText(table?.TransitGatewayRouteTableId), leads, works, take }];
  });
}

/** The VPN connections that end at the site's device. */
function connectionsOf(world: World, site: Site): VpnConnection[] {
  if (site.vpnDevice === undefined) return [];
  const ofDevice = world.customerGateways
    .by('kept', 'kept')
    .filter(({ CustomerGatewayId }) => siteBehind(world, CustomerGatewayId)?.name === site.name);
  return ofDevice.flatMap((gateway) => world.vpnConnections.by('CustomerGatewayId', gateway.CustomerGatewayId));
}

/** What a virtual private gateway announces to premises: the blocks of its VPC. */
function intoVpc(world: World, gatewayId: string, packet: Packet): Pick<Way, 'to' | 'leads'> {
  const vpcId = world.vpnGateways.get(gatewayId)?.attachedTo;
  if (vpcId === undefined) return { to: 'no VPC, since its gateway is attached to none', leads: false };
  const cidrs = vpcCidrs(world, vpcId);
  return { to: cidrs.join(', '), leads: inBlocks(cidrs, packet.destination) };
}

const transitText = (tableId: string | undefined): string =>
  tableId === undefined ? 'a transit gateway without a route table for it' : `what ${tableId} has routes to`;
