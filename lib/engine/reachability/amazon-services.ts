import { ipText } from '../ip';
import type { NetworkInterface } from '../network-interface/network-interface';
import type { Listening } from '../surroundings';
import { blockOf } from '../vpc/vpc';
import type { World } from '../world';
import { hasAddress } from './addresses';
import type { Packet } from './flow';
import type { Component, Hop } from './hop';
import { refused } from './refuse';
import type { Passage, Place, Walk } from './walk';

interface Service {
  readonly name: string;
  readonly listens: readonly Listening[];
}

const resolver: Service = { name: 'Amazon’s DNS server', listens: ['udp/53', 'tcp/53'] };
const clock: Service = { name: 'Amazon’s time service', listens: ['udp/123'] };

const linkLocal: { readonly [address: string]: Service } = {
  '169.254.169.253': resolver,
  'fd00:ec2::253': resolver,
  '169.254.169.254': { name: 'the instance metadata service', listens: ['tcp/80'] },
  '169.254.169.123': clock,
  'fd00:ec2::123': clock,
};

/**
 * What Amazon runs for every interface of a VPC, at link-local addresses and, its DNS server, at the VPC's first block plus two. No
 * group, network ACL or route has a say. Undefined for a packet that is for none of them, or that the interface only hands on.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html, …/nacl-basics.html, …/AmazonDNS-concepts.html
 * Assumed: they take nothing but their own protocol, and no ping.
 * Not modelled: DHCP, metadata over IPv6, Windows activation.
 */
export function toAmazonService({ world, way }: Walk, eni: NetworkInterface, packet: Packet): Passage | undefined {
  const service = way === 'out' ? serviceAt(world, eni, packet.destination) : undefined;
  if (!service || !hasAddress(world, eni, packet.source)) return undefined;
  const { name, listens } = service;
  const here: Hop = { component: { kind: 'network-interface', id: eni.NetworkInterfaceId }, packet };
  const component: Component = { kind: 'vpc', id: eni.VpcId };
  if (service === resolver && !world.vpcs.get(eni.VpcId)?.enableDnsSupport) {
    const text = `${name} at ${packet.destination} is silent: the VPC has no DNS support.`;
    return { hops: [here, refused(component, packet, 'BAD_STATE', text)] };
  }
  if (!listens.some((one) => one === `${packet.protocol}/${packet.destinationPort}`)) {
    const text = `${name} at ${packet.destination} takes nothing but ${listens.join(' and ')}.`;
    return { hops: [here, refused(component, packet, 'PROTOCOL_RESTRICTION', text)] };
  }
  return { hops: [here, { component, packet }], arrived: { at: 'amazon-service', eni } };
}

function serviceAt(world: World, { VpcId }: NetworkInterface, address: string): Service | undefined {
  const known = linkLocal[address];
  if (known) return known;
  const vpc = world.vpcs.get(VpcId);
  return vpc && address === ipText(blockOf(vpc.CidrBlock).base + 2) ? resolver : undefined;
}

/** The answer comes straight to the interface that asked. */
export function fromAmazonService(
  _walk: Walk,
  { eni }: Extract<Place, { at: 'amazon-service' }>,
  packet: Packet,
): Passage {
  const hops: Hop[] = [
    { component: { kind: 'vpc', id: eni.VpcId }, packet },
    { component: { kind: 'network-interface', id: eni.NetworkInterfaceId }, packet },
  ];
  const host = eni.Attachment?.InstanceId;
  if (host !== undefined) hops.push({ component: { kind: 'instance', id: host }, packet });
  return { hops, arrived: { at: 'leaving', eni } };
}
