import { isOfPool } from '../address/public-ip';
import { natGatewayState } from '../nat-gateway/nat-gateway';
import type { NetworkInterface } from '../network-interface/network-interface';
import { ipv6Range } from '../region/zones';
import { passAcl } from './acl';
import { behindPublicAddress, interfaceWith, publicAddressOf } from './addresses';
import { answerTo, isIpv6, type Packet } from './flow';
import type { Hop } from './hop';
import { inBlocks, isIn } from './longest-prefix';
import { nameOf, refused } from './refuse';
import type { Passage, Place, Walk } from './walk';

type At<K extends Place['at']> = Extract<Place, { at: K }>;

/** Source: RFC 1918, RFC 6598; RFC 1122, RFC 3927, RFC 4193 and RFC 4291 for the rest. */
const privateBlocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const sharedBlock = '100.64.0.0/10';
const localBlocks = [sharedBlock, '127.0.0.0/8', '169.254.0.0/16', '::1/128', 'fc00::/7', 'fe80::/10'];

/** Addresses of no single host: this network, multicast, broadcast and reserved ones. Source: RFC 6890, RFC 4291. */
const nobodysBlocks = ['0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', '::/128', 'ff00::/8'];

/** Whether an address means nothing outside a host or a private network. */
export const isPrivate = (address: string): boolean =>
  inBlocks(privateBlocks, address) || inBlocks(localBlocks, address);

/**
 * Out through an internet gateway: the private address of an interface becomes its public one, one for one; IPv6 stays as it is.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export function throughInternetGateway(walk: Walk, { id, fromVpcId }: At<'internet-gateway'>, packet: Packet): Passage {
  const { world } = walk;
  const component = { kind: 'internet-gateway', id } as const;
  const name = nameOf(id, world.internetGateways.get(id)?.Tags);
  const next = (sent: Packet) => ({ place: { at: 'internet', way: 'arriving' } as const, packet: sent });
  if (inBlocks(privateBlocks, packet.destination)) {
    const text = `${name}, the internet gateway, sends nothing to ${packet.destination}: it is a private address.`;
    return { hops: [refused(component, packet, 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', text)] };
  }
  if (isIn(sharedBlock, packet.destination)) {
    const text = `${name}, the internet gateway, sends nothing to ${packet.destination}: it is a shared address.`;
    return { hops: [refused(component, packet, 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS', text)] };
  }
  const eni = interfaceWith(world, fromVpcId, packet.source);
  if (isIpv6(packet.source)) {
    if (eni) return { hops: [{ component, packet }], next: next(packet) };
    const text = `No interface of the VPC has ${packet.source}, so ${name} does not let it out.`;
    return { hops: [refused(component, packet, 'GATEWAY_REJECTS_SPOOFED_TRAFFIC', text)] };
  }
  const address = eni && publicAddressOf(world, eni, packet.source);
  if (!address) {
    const text = `${packet.source} has no public address, so nobody on the internet could answer it.`;
    const ids = eni ? { ids: [eni.NetworkInterfaceId] } : {};
    return { hops: [refused(component, packet, 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', text, ids)] };
  }
  const rewritten = { ...packet, source: address };
  const decision = { kind: 'translation', from: packet.source, to: address } as const;
  return { hops: [{ component, packet, rewritten, decision }], next: next(rewritten) };
}

/**
 * Out through an egress-only internet gateway, which lets in only what answers.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export function throughEgressOnlyGateway(
  walk: Walk,
  { id }: At<'egress-only-internet-gateway'>,
  packet: Packet,
): Passage {
  const component = { kind: 'egress-only-internet-gateway', id } as const;
  if (walk.way === 'back') {
    const text = `${id} carries only what was begun inside the VPC, and the answers to it. This answers what came in by another way.`;
    return { hops: [refused(component, packet, 'no-connection', text)] };
  }
  walk.tracked.groups.add(id);
  return { hops: [{ component, packet }], next: { place: { at: 'internet', way: 'arriving' }, packet } };
}

/**
 * The internet: what is for a public address of the account goes in by the internet gateway of its VPC. Of the others, nobody has
 * those that EC2 gives out, but for whoever asked: so an address which an instance has lost leads nowhere.
 * Assumed: somebody has every other one, and answers on every port.
 */
export function throughInternet(walk: Walk, _place: At<'internet'>, packet: Packet): Passage {
  const { world } = walk;
  const { destination } = packet;
  const component = { kind: 'internet', id: 'internet' } as const;
  const target = isIpv6(destination)
    ? world.networkInterfaces.first('ipv6', destination)
    : behindPublicAddress(world, destination)?.eni;
  if (target) return intoNetwork(walk, target, packet);
  const isGivenOut = isOfPool(destination) || isIn(ipv6Range(world.region), destination);
  const isSomebodys = walk.way === 'back' || !isGivenOut;
  if (isSomebodys && !isPrivate(destination) && !inBlocks(nobodysBlocks, destination)) {
    return { hops: [{ component, packet }], arrived: { at: 'internet', way: 'leaving' } };
  }
  const text = `Nothing that the internet knows of has the address ${destination}.`;
  return { hops: [refused(component, packet, 'NO_POSSIBLE_DESTINATION', text)] };
}

function intoNetwork(walk: Walk, target: NetworkInterface, packet: Packet): Passage {
  const { world, tracked } = walk;
  const vpcId = target.VpcId;
  const outward = world.egressOnlyInternetGateways.first('VpcId', vpcId)?.EgressOnlyInternetGatewayId;
  if (walk.way === 'back' && outward && tracked.groups.has(outward)) {
    const component = { kind: 'egress-only-internet-gateway', id: outward } as const;
    return {
      hops: [{ component, packet, decision: { kind: 'tracked' } }],
      next: { place: { at: 'vpc', vpcId }, packet },
    };
  }
  const gateway = world.internetGateways.first('attachedTo', vpcId);
  if (!gateway && outward && isIpv6(packet.destination)) {
    const component = { kind: 'egress-only-internet-gateway', id: outward } as const;
    const text = `${outward} lets in only what answers, and this was not asked for from inside.`;
    return { hops: [refused(component, packet, 'no-connection', text)] };
  }
  if (!gateway) {
    const text = `${nameOf(vpcId, world.vpcs.get(vpcId)?.Tags)} has no internet gateway: nothing comes in from the internet.`;
    return { hops: [refused({ kind: 'vpc', id: vpcId }, packet, 'NO_POSSIBLE_DESTINATION', text)] };
  }
  const id = gateway.InternetGatewayId;
  const component = { kind: 'internet-gateway', id } as const;
  const table = world.routeTables.first('GatewayId', id);
  const edge = { kind: 'internet-gateway', id, ...(table && { routeTableId: table.RouteTableId }) } as const;
  const place = { at: 'vpc', vpcId, edge } as const;
  const behind = behindPublicAddress(world, packet.destination);
  if (!behind) return { hops: [{ component, packet }], next: { place, packet } };
  const rewritten = { ...packet, destination: behind.privateAddress };
  const decision = { kind: 'translation', from: packet.destination, to: behind.privateAddress } as const;
  return { hops: [{ component, packet, rewritten, decision }], next: { place, packet: rewritten } };
}

/**
 * Out through a NAT gateway: every source becomes the gateway's own private address, which the internet gateway translates for a
 * public one. It stands in its subnet as an interface without groups does: the subnet's network ACL and route table apply.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html, …/nat-gateway-basics.html
 * Assumed: it keeps the source port where nobody else uses it, and takes its first address of several.
 * Not modelled: NAT64.
 */
export function throughNatGateway(walk: Walk, { id, fromSubnetId }: At<'nat-gateway'>, packet: Packet): Passage {
  const { world, tracked } = walk;
  const component = { kind: 'nat-gateway', id } as const;
  const gateway = world.natGateways.get(id);
  const own = gateway?.addresses[0]?.PrivateIp;
  const name = nameOf(id, gateway?.Tags);
  if (!gateway || !own || natGatewayState(world, gateway) !== 'available') {
    const state = gateway ? natGatewayState(world, gateway) : 'gone';
    return { hops: [refused(component, packet, 'BAD_STATE', `${name}, the NAT gateway, is ${state}.`)] };
  }
  if (isIpv6(packet.source)) {
    const text = `${name}, the NAT gateway, takes no IPv6 packets here.`;
    return { hops: [refused(component, packet, 'PROTOCOL_RESTRICTION', text)] };
  }
  const hops: Hop[] = [];
  if (fromSubnetId !== gateway.SubnetId) {
    const acl = passAcl(walk, gateway.SubnetId, gateway.VpcId, packet, false);
    hops.push(acl);
    if (acl.refusal) return { hops };
  }
  if (walk.way === 'back') {
    const text = `${name}, the NAT gateway, carries only what was begun behind it, and the answers to it. This answers what came in by another way.`;
    return { hops: [...hops, refused(component, packet, 'no-connection', text)] };
  }
  const rewritten = { ...packet, source: own };
  const cameFrom = { at: 'router', vpcId: gateway.VpcId, subnetId: gateway.SubnetId, from: 'gateway' } as const;
  tracked.translations.set(id, { before: packet, after: rewritten, cameFrom });
  hops.push({ component, packet, rewritten, decision: { kind: 'translation', from: packet.source, to: own } });
  return { hops, next: { place: cameFrom, packet: rewritten } };
}

/** A packet that comes to a NAT gateway's own address: the answer to one that it sent, or nothing that it knows. */
export function backToNatGateway(walk: Walk, eni: NetworkInterface, packet: Packet): Passage {
  const { world, tracked } = walk;
  const gateway = world.natGateways
    .by('SubnetId', eni.SubnetId)
    .find(({ NetworkInterfaceId }) => NetworkInterfaceId === eni.NetworkInterfaceId);
  const id = gateway?.NatGatewayId ?? eni.NetworkInterfaceId;
  const component = { kind: 'nat-gateway', id } as const;
  const known = walk.way === 'back' ? tracked.translations.get(id) : undefined;
  if (!known || !isAnswer(packet, known.after)) {
    const text = `${nameOf(id, gateway?.Tags)}, the NAT gateway, lets nobody begin a connection from outside.`;
    return { hops: [refused(component, packet, 'no-connection', text)] };
  }
  const rewritten = answerTo(known.before);
  const decision = { kind: 'translation', from: packet.destination, to: rewritten.destination } as const;
  return { hops: [{ component, packet, rewritten, decision }], next: { place: known.cameFrom, packet: rewritten } };
}

/** Whether a packet answers another, address by address and port by port. */
export function isAnswer(packet: Packet, to: Packet): boolean {
  const wanted = answerTo(to);
  return (
    packet.source === wanted.source &&
    packet.destination === wanted.destination &&
    packet.sourcePort === wanted.sourcePort &&
    packet.destinationPort === wanted.destinationPort
  );
}
