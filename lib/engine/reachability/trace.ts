import type { World } from '../world';
import { fromAmazonService } from './amazon-services';
import { beginning } from './beginning';
import { throughClientVpn } from './client-vpn';
import type { Code } from './codes';
import { arriveAtInterface, leaveInterface, throughVpc } from './deliver';
import { throughEndpoint } from './endpoints';
import { cameBack, otherThanMeant } from './ends';
import { answerTo, type Flow, type Packet } from './flow';
import {
  isAnswer,
  throughEgressOnlyGateway,
  throughInternet,
  throughInternetGateway,
  throughNatGateway,
} from './gateways';
import type { Component, Hop, Trace, Verdict } from './hop';
import { answerFromHost, withinHost } from './hosts';
import { throughPeering } from './peering';
import { refused } from './refuse';
import { throughRouter } from './routing';
import { throughSite } from './site';
import { throughTransitGateway } from './transit-gateway';
import { throughVpnGateway } from './vpn-gateway';
import type { Passage, Place, Tracked, Walk } from './walk';

/**
 * What the first packet of a flow meets on its way, and what its answer meets on the way back. The world is not changed. Cost:
 * what the packets pass, never what the world holds.
 * Reads of the same world and flow are the same to the byte. `open`: interfaces whose groups are left out of account.
 * Not modelled: load balancers, firewalls, containers and functions on the way; sizes of packets, and how much a way can carry.
 */
export function trace(world: World, flow: Flow, open?: ReadonlySet<string>): Trace {
  const start = beginning(world, flow);
  if (start.refused)
    return { flow, out: [...start.hops, start.refused], back: [], verdict: lost('out', start.refused) };
  const tracked: Tracked = { groups: new Set(), translations: new Map() };
  const asked = { ...(flow.everyoneListens && { everyoneListens: flow.everyoneListens }), ...(open && { open }) };
  const out = follow({ world, way: 'out', tracked, ...asked }, start.place, start.packet, start.hops);
  const stopped = out.hops.at(-1);
  const answered = () =>
    out.arrived
      ? follow({ world, way: 'back', tracked, ...(open && { open }) }, out.arrived, answerTo(out.packet), [])
      : undefined;
  if (stopped?.refusal) {
    const verdict = lost('out', stopped);
    // That nothing listens is an answer too, and may be lost as any other.
    const end = verdict.seen === 'refused' ? answered()?.hops.at(-1)?.refusal : undefined;
    if (!end) return { flow, out: out.hops, back: [], verdict };
    const text = `${stopped.refusal.text} The sender is not told: ${end.text}`;
    const hop: Hop = { ...stopped, refusal: { ...stopped.refusal, text } };
    return { flow, out: [...out.hops.slice(0, -1), hop], back: [], verdict: { ...lost('out', hop), seen: 'timeout' } };
  }
  const other = otherThanMeant(world, flow, out.hops);
  if (other) return { flow, out: [...out.hops.slice(0, -1), other], back: [], verdict: lost('out', other) };
  const back = answered();
  const last = back?.hops.at(-1);
  if (!back || !last) throw new Error('a way ends by arriving or by being refused, and an answer passes something');
  if (last.refusal) return { flow, out: out.hops, back: back.hops, verdict: lost('back', last) };
  const isKnown = isAnswer(back.packet, start.packet);
  if (isKnown && cameBack(start.place, back.arrived)) {
    return { flow, out: out.hops, back: back.hops, verdict: { reached: true, seen: 'answer' } };
  }
  const text = isKnown
    ? `The answer comes to another ${back.packet.destination} than the one that asked: nobody waits for it there.`
    : `The answer comes from ${back.packet.source}, and ${start.packet.destination} was asked: nobody waits for it.`;
  const strange: Hop = { ...last, refusal: { code: 'no-connection', text } };
  return { flow, out: out.hops, back: [...back.hops.slice(0, -1), strange], verdict: lost('back', strange) };
}

function lost(way: 'out' | 'back', { refusal }: Hop): Extract<Verdict, { reached: false }> {
  if (!refusal) throw new Error('a packet is lost by a refusal');
  // What is lost on its way back nobody tells the sender of.
  return { reached: false, way, refusal, seen: (way === 'out' && seen[refusal.code]) || 'timeout' };
}

/** What a sender sees other than nothing at all. */
const seen: { readonly [K in Code]?: Exclude<Verdict['seen'], 'answer'> } = {
  'port-closed': 'refused',
  'no-device': 'unreachable',
  'no-such-name': 'unknown-host',
};

/** No way that leads anywhere passes so many places. */
const mostPlaces = 64;

/** Walk from a place until the packet arrives or is refused. */
function follow(walk: Walk, from: Place, first: Packet, before: readonly Hop[]) {
  const hops: Hop[] = [...before];
  const passed = new Set<string>();
  let place = from;
  let packet = first;
  for (;;) {
    const key = placeKey(place, packet);
    if (passed.has(key) || passed.size >= mostPlaces) {
      const component: Component = hops.at(-1)?.component ?? { kind: 'internet', id: 'internet' };
      const text = `The packet for ${packet.destination} comes by the same place again: its routes lead in a circle.`;
      return { hops: [...hops, refused(component, packet, 'loop', text)], packet, arrived: undefined };
    }
    passed.add(key);
    const { hops: more, next, arrived } = pass(walk, place, packet);
    hops.push(...more);
    if (!next) return { hops, packet, arrived };
    ({ place, packet } = next);
  }
}

function pass(walk: Walk, place: Place, packet: Packet): Passage {
  switch (place.at) {
    case 'answering':
      return answerFromHost(walk, place, packet);
    case 'host':
      return withinHost(walk, place, packet);
    case 'leaving':
      return leaveInterface(walk, place, packet);
    case 'amazon-service':
      return fromAmazonService(walk, place, packet);
    case 'arriving':
      return arriveAtInterface(walk, place, packet);
    case 'router':
      return throughRouter(walk, place, packet);
    case 'vpc':
      return throughVpc(walk, place, packet);
    case 'internet-gateway':
      return throughInternetGateway(walk, place, packet);
    case 'egress-only-internet-gateway':
      return throughEgressOnlyGateway(walk, place, packet);
    case 'nat-gateway':
      return throughNatGateway(walk, place, packet);
    case 'internet':
      return throughInternet(walk, place, packet);
    case 'peering':
      return throughPeering(walk, place, packet);
    case 'transit-gateway':
      return throughTransitGateway(walk, place, packet);
    case 'vpn-gateway':
      return throughVpnGateway(walk, place, packet);
    case 'vpc-endpoint':
      return throughEndpoint(walk, place, packet);
    case 'site':
      return throughSite(walk, place, packet);
    case 'client-vpn':
      return throughClientVpn(walk, place, packet);
  }
}

function placeKey(place: Place, packet: Packet): string {
  const where =
    'eni' in place
      ? place.eni.NetworkInterfaceId
      : 'id' in place
        ? place.id
        : 'subnetId' in place
          ? place.subnetId
          : 'vpcId' in place
            ? place.vpcId
            : 'site' in place
              ? place.site.name
              : '';
  const ports = `${packet.sourcePort ?? ''}-${packet.destinationPort ?? ''}`;
  // One place met from another side is another place: an appliance is met between two passages of a transit gateway.
  const side = 'from' in place ? place.from : 'fromVpcId' in place ? place.fromVpcId : 'way' in place ? place.way : '';
  return `${place.at} ${where} ${side} ${packet.source} ${packet.destination} ${ports}`;
}
