import { type Instance, instanceState } from '../instance/instance';
import { interfacesOf, type NetworkInterface } from '../network-interface/network-interface';
import { type HostFacts, type Listening, usuallyListening } from '../surroundings';
import type { World } from '../world';
import { hasAddress, holds, mainAddress } from './addresses';
import { answerTo, isIpv6, type Packet } from './flow';
import { isAnswer } from './gateways';
import type { Decision, Hop } from './hop';
import { isIn, longestPrefix } from './longest-prefix';
import { nameOf, refused } from './refuse';
import type { Passage, Place, Walk } from './walk';

/** What runs on an instance: the lab's facts for its Name tag. */
export function factsOf(world: World, { Tags }: Instance): Partial<HostFacts> {
  const name = Tags.find(({ Key }) => Key === 'Name')?.Value;
  return world.surroundings?.hosts?.find((host) => host.name === name) ?? {};
}

const listeningOn = (world: World, instance: Instance): readonly Listening[] => {
  const { listens = usuallyListening, proxies = [] } = factsOf(world, instance);
  return [...listens, ...proxies.map((proxy) => proxy.listens)];
};

/** An interface that the operating system sends by, and why. */
export interface Device {
  readonly eni: NetworkInterface;
  readonly decision: Decision;
}

/**
 * The interface by which an instance sends to an address, as Linux chooses: one of its own for its subnet, the first of several;
 * then the routes that were added; then the default route, by the first interface. `source` is the address that an answer must
 * come from: with source routing it leaves by the interface that has it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html; ip-route(8). Assumed: the first interface has the lowest metric.
 */
export function deviceFor(world: World, instance: Instance, destination: string, source?: string): Device | undefined {
  const devices = interfacesOf(world, instance.InstanceId).filter(
    ({ Attachment }) => Attachment && !Attachment.detaching,
  );
  const family = isIpv6(destination) ? 'IPv6' : 'IPv4';
  const able = devices.filter((eni) => mainAddress(eni, family) !== undefined);
  const facts = factsOf(world, instance);
  const chosen = (eni: NetworkInterface, why: Extract<Decision, { kind: 'device' }>['why']): Device => ({
    eni,
    decision: { kind: 'device', index: eni.Attachment?.DeviceIndex ?? 0, why },
  });
  if (source !== undefined && facts.sourceRouting !== false) {
    const asked = able.find((eni) => hasAddress(world, eni, source));
    if (asked) return chosen(asked, 'asked-here');
  }
  const near = able.find((eni) => {
    const subnet = world.subnets.get(eni.SubnetId);
    return subnet !== undefined && holds(subnet, destination);
  });
  if (near) return chosen(near, 'same-subnet');
  const route = longestPrefix(facts.routes ?? [], ({ to }) => to, destination);
  const added = route && able.find(({ Attachment }) => Attachment?.DeviceIndex === route.device);
  if (added) return chosen(added, 'route');
  const [first] = able;
  return first && chosen(first, 'default');
}

/**
 * A packet has come to an instance: it takes it, answers that nothing listens there, or hands it on if it is one that forwards.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 * Not modelled: firewalls of operating systems, and any routing of theirs but by destination and by source address.
 */
export function arriveAtHost(walk: Walk, eni: NetworkInterface, instance: Instance, packet: Packet): Passage {
  const { world } = walk;
  const component = { kind: 'instance', id: instance.InstanceId } as const;
  const name = nameOf(instance.InstanceId, instance.Tags);
  const state = instanceState(world, instance);
  if (state !== 'running') {
    return {
      hops: [refused(component, packet, 'BAD_STATE', `${name} is ${state}: nobody is there to take the packet.`)],
    };
  }
  return hasAsOwn(world, instance, packet.destination)
    ? take(walk, eni, instance, packet)
    : handOn(walk, instance, packet);
}

/** Whether an address is one of an instance's own: Linux takes what is for any of them, by whatever interface it comes. */
export const hasAsOwn = (world: World, { InstanceId }: Instance, address: string): boolean =>
  isLoopback(address) || interfacesOf(world, InstanceId).some((eni) => hasAddress(world, eni, address));

/** Whether an address means whoever uses it. */
export const isLoopback = (address: string): boolean => address === '::1' || isIn('127.0.0.0/8', address);

function take(walk: Walk, eni: NetworkInterface, instance: Instance, packet: Packet): Passage {
  const { world, tracked } = walk;
  const component = { kind: 'instance', id: instance.InstanceId } as const;
  if (walk.way === 'back') {
    const known = tracked.translations.get(instance.InstanceId);
    if (known && isAnswer(packet, known.after))
      return send(walk, instance, packet, answerTo(known.before), known.before.destination);
    return { hops: [{ component, packet }], arrived: { at: 'leaving', eni } };
  }
  const wanted = `${packet.protocol}/${packet.destinationPort}`;
  const proxy = factsOf(world, instance).proxies?.find(({ listens }) => listens === wanted);
  if (proxy && !walk.everyoneListens) return relay(walk, instance, packet, proxy);
  return { hops: [listen(walk, instance, packet)], arrived: { at: 'answering', instance } };
}

/** Something listens for the packet, or the operating system says that nothing does. Every host answers echo requests. */
function listen(walk: Walk, instance: Instance, packet: Packet): Hop {
  const component = { kind: 'instance', id: instance.InstanceId } as const;
  const wanted = `${packet.protocol}/${packet.destinationPort}`;
  const isTaken =
    packet.protocol === 'icmp' ||
    walk.everyoneListens ||
    listeningOn(walk.world, instance).some((one) => one === wanted);
  if (isTaken) return { component, packet };
  const name = nameOf(instance.InstanceId, instance.Tags);
  const text = `${name} takes the packet, and nothing listens on ${packet.protocol} port ${packet.destinationPort} there.`;
  return refused(component, packet, 'port-closed', text);
}

/** What an instance sends to an address of its own never leaves it. Source: ip-route(8), the table `local`. */
export function withinHost(walk: Walk, place: Extract<Place, { at: 'host' }>, packet: Packet): Passage {
  const component = { kind: 'instance', id: place.instance.InstanceId } as const;
  return { hops: [walk.way === 'out' ? listen(walk, place.instance, packet) : { component, packet }], arrived: place };
}

/** The operating system answers by the interface that its routes give. */
export function answerFromHost(walk: Walk, { instance }: Extract<Place, { at: 'answering' }>, packet: Packet): Passage {
  return send(walk, instance, packet, packet, packet.source);
}

/** A proxy makes a connection of its own to what stands behind it. */
function relay(
  walk: Walk,
  instance: Instance,
  packet: Packet,
  proxy: { readonly to: string; readonly port: number },
): Passage {
  const { world, tracked } = walk;
  const device = deviceFor(world, instance, proxy.to);
  const source = device && mainAddress(device.eni, isIpv6(proxy.to) ? 'IPv6' : 'IPv4');
  if (!device || source === undefined) return noDevice(instance, packet, proxy.to);
  const rewritten: Packet = { ...packet, source, destination: proxy.to, destinationPort: proxy.port };
  tracked.translations.set(instance.InstanceId, {
    before: packet,
    after: rewritten,
    cameFrom: { at: 'leaving', eni: device.eni },
  });
  const component = { kind: 'instance', id: instance.InstanceId } as const;
  const hop = { component, packet, rewritten, decision: device.decision };
  return { hops: [hop], next: { place: { at: 'leaving', eni: device.eni }, packet: rewritten } };
}

function handOn(walk: Walk, instance: Instance, packet: Packet): Passage {
  const { world } = walk;
  const { forwards } = factsOf(world, instance);
  const name = nameOf(instance.InstanceId, instance.Tags);
  if (!forwards) {
    const text = `${name} is handed a packet for ${packet.destination}, which is none of its addresses, and it forwards none.`;
    return { hops: [refused({ kind: 'instance', id: instance.InstanceId }, packet, 'not-forwarding', text)] };
  }
  if (forwards === 'router' || walk.way === 'back') {
    walk.forwarded = true;
    return send(walk, instance, packet, packet);
  }
  const device = deviceFor(world, instance, packet.destination);
  const source = device && mainAddress(device.eni, isIpv6(packet.destination) ? 'IPv6' : 'IPv4');
  if (!device || source === undefined) return noDevice(instance, packet, packet.destination);
  const rewritten = { ...packet, source };
  const place = { at: 'leaving', eni: device.eni } as const;
  walk.tracked.translations.set(instance.InstanceId, { before: packet, after: rewritten, cameFrom: place });
  const component = { kind: 'instance', id: instance.InstanceId } as const;
  const decision = { kind: 'translation', from: packet.source, to: source } as const;
  return { hops: [{ component, packet, rewritten, decision }], next: { place, packet: rewritten } };
}

/** Send a packet on, changed or not. `answersFrom` is the address that an answer must come from. */
function send(walk: Walk, instance: Instance, packet: Packet, sent: Packet, answersFrom?: string): Passage {
  const device = deviceFor(walk.world, instance, sent.destination, answersFrom);
  if (!device) return noDevice(instance, packet, sent.destination);
  const component = { kind: 'instance', id: instance.InstanceId } as const;
  const hop = { component, packet, ...(sent !== packet && { rewritten: sent }), decision: device.decision };
  return { hops: [hop], next: { place: { at: 'leaving', eni: device.eni }, packet: sent } };
}

const noDevice = (instance: Instance, packet: Packet, to: string): Passage => {
  const text = `${nameOf(instance.InstanceId, instance.Tags)} has no interface by which it could send to ${to}.`;
  return { hops: [refused({ kind: 'instance', id: instance.InstanceId }, packet, 'no-device', text)] };
};
