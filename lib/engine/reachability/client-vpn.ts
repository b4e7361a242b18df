import type { NetworkInterface } from '../network-interface/network-interface';
import { clientVpnInterfaceOf, clientVpnSubnet } from './client-vpn-interface';
import { answerTo, isIpv6, type Packet } from './flow';
import { isAnswer } from './gateways';
import type { Component } from './hop';
import { inBlocks } from './longest-prefix';
import { refused } from './refuse';
import type { Passage, Place, Walk } from './walk';

/**
 * A Client VPN endpoint: what its clients send enters the VPC from the address of an interface of the endpoint's, with the same
 * source port, under that interface's groups; answers go back to the client.
 * Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html; client-authorization.html there
 * Not modelled: clients with IPv6, routes of the endpoint's own.
 */
export function throughClientVpn(
  walk: Walk,
  { name, way }: Extract<Place, { at: 'client-vpn' }>,
  packet: Packet,
): Passage {
  // The endpoint has shown itself when it handed the packet over.
  if (way === 'arriving') return { hops: [], arrived: { at: 'client-vpn', name, way: 'leaving' } };
  const { world, tracked } = walk;
  const component: Component = { kind: 'client-vpn', id: name };
  const endpoint = world.surroundings?.clientVpns?.find((one) => one.name === name);
  if (isIpv6(packet.destination)) {
    const text = `The Client VPN endpoint ${name} carries IPv4 only here.`;
    return { hops: [refused(component, packet, 'PROTOCOL_RESTRICTION', text)] };
  }
  if (endpoint?.authorizes && !inBlocks(endpoint.authorizes, packet.destination)) {
    const text = `The Client VPN endpoint ${name} lets its clients go to ${endpoint.authorizes.join(', ')}, and not to ${packet.destination}.`;
    return { hops: [refused(component, packet, 'not-authorized', text)] };
  }
  const subnet = endpoint && clientVpnSubnet(world, endpoint);
  const eni = endpoint && subnet && clientVpnInterfaceOf(world, endpoint, subnet);
  const own = eni?.PrivateIpAddresses[0]?.PrivateIpAddress;
  if (!eni || own === undefined) {
    const text = `The Client VPN endpoint ${name} has no subnet to enter a VPC by${endpoint ? `: ${endpoint.subnet} is not there, or full` : ''}.`;
    return { hops: [refused(component, packet, 'BAD_STATE', text)] };
  }
  const rewritten = { ...packet, source: own };
  tracked.translations.set(name, {
    before: packet,
    after: rewritten,
    cameFrom: { at: 'client-vpn', name, way: 'arriving' },
  });
  const decision = { kind: 'translation', from: packet.source, to: own } as const;
  return {
    hops: [{ component, packet, rewritten, decision }],
    next: { place: { at: 'leaving', eni }, packet: rewritten },
  };
}

/**
 * A packet has come to the interface of a Client VPN endpoint: back through the translation to the client, if it answers a packet
 * of the client's.
 */
export function behindClientVpnInterface(
  { tracked }: Walk,
  { Description: name }: NetworkInterface,
  packet: Packet,
): Passage {
  const component: Component = { kind: 'client-vpn', id: name };
  const known = tracked.translations.get(name);
  if (!known || !isAnswer(packet, known.after)) {
    const text = `The Client VPN endpoint ${name} takes only answers to what its clients sent; nobody begins a connection to a client.`;
    return { hops: [refused(component, packet, 'no-connection', text)] };
  }
  const rewritten = answerTo(known.before);
  const decision = { kind: 'translation', from: packet.destination, to: rewritten.destination } as const;
  const hops = [{ component, packet, rewritten, decision }];
  return { hops, next: { place: known.cameFrom, packet: rewritten } };
}
