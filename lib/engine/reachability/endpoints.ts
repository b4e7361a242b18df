import { mix } from '../ids';
import { ipText, parseBlock, sizeOf } from '../ip';
import type { NetworkInterface } from '../network-interface/network-interface';
import { type KnownPrefixList, prefixListNamed } from '../prefix-list/prefix-list';
import { endpointServices } from '../vpc-endpoint/services';
import { endpointState, prefixListOf, type VpcEndpoint } from '../vpc-endpoint/vpc-endpoint';
import type { World } from '../world';
import type { Packet } from './flow';
import type { Component } from './hop';
import { inBlocks } from './longest-prefix';
import { nameOf, refused } from './refuse';
import { vpcCidrs, vpcText } from './vpc-cidrs';
import type { Passage, Place, Walk } from './walk';

/** What AWS's services listen on, for HTTP and HTTPS. Assumed: nothing else. */
const servicePorts: readonly (number | undefined)[] = [80, 443];

/**
 * A gateway endpoint, on the way to its service's public addresses and back. It serves its own VPC and nobody behind it, and takes
 * TCP and ICMP echo.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html; explanation code VPCE_GATEWAY_PROTOCOL_RESTRICTION
 */
export function throughEndpoint(walk: Walk, place: Extract<Place, { at: 'vpc-endpoint' }>, packet: Packet): Passage {
  const { world } = walk;
  const { id } = place;
  const component: Component = { kind: 'vpc-endpoint', id };
  const endpoint = world.vpcEndpoints.get(id);
  const name = `${nameOf(id, endpoint?.Tags)}, the gateway endpoint,`;
  const state = endpoint ? endpointState(world, endpoint) : 'gone';
  if (!endpoint || state !== 'available') {
    return { hops: [refused(component, packet, 'BAD_STATE', `${name} is ${state}.`)] };
  }
  const { cidrs } = prefixListOf(world, endpoint.ServiceName);
  if (walk.way === 'back' && inBlocks(cidrs, packet.source)) {
    return { hops: [{ component, packet }], next: { place: { at: 'vpc', vpcId: endpoint.VpcId }, packet } };
  }
  if (packet.protocol === 'udp') {
    const text = `${name} takes TCP and ICMP echo, and no UDP.`;
    return { hops: [refused(component, packet, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION', text)] };
  }
  if (!inBlocks(vpcCidrs(world, endpoint.VpcId), packet.source)) {
    const text = `${name} serves ${vpcText(world, endpoint.VpcId)} only, and takes nothing from ${packet.source}.`;
    return { hops: [refused(component, packet, 'GATEWAY_REJECTS_SPOOFED_TRAFFIC', text)] };
  }
  const closed = walk.everyoneListens ? undefined : closedPort(component, endpoint.ServiceName, packet, servicePorts);
  return { hops: [closed ?? { component, packet }], arrived: place };
}

/**
 * A packet has come to the interface of an interface endpoint: its service answers HTTPS there.
 * Assumed: no other port, and no ping.
 */
export function arriveAtEndpoint(
  { world, way, everyoneListens }: Walk,
  eni: NetworkInterface,
  packet: Packet,
): Passage {
  const endpoint = endpointOf(world, eni);
  const component: Component = { kind: 'vpc-endpoint', id: endpoint?.VpcEndpointId ?? eni.NetworkInterfaceId };
  const name = `${nameOf(component.id, endpoint?.Tags)}, the interface endpoint,`;
  const state = endpoint ? endpointState(world, endpoint) : 'gone';
  if (!endpoint || state !== 'available') {
    return { hops: [refused(component, packet, 'BAD_STATE', `${name} is ${state}.`)] };
  }
  if (way === 'back') {
    const text = `${name} begins no connections, so it waits for no answers.`;
    return { hops: [refused(component, packet, 'no-connection', text)] };
  }
  if (packet.protocol !== 'tcp') {
    const text = `${name} takes TCP, and no ${packet.protocol === 'icmp' ? 'ping' : 'UDP'}.`;
    return { hops: [refused(component, packet, 'PROTOCOL_RESTRICTION', text)] };
  }
  const closed = everyoneListens ? undefined : closedPort(component, endpoint.ServiceName, packet, [443]);
  return { hops: [closed ?? { component, packet }], arrived: { at: 'leaving', eni } };
}

/** Why the interface of an endpoint sends nothing of its own accord; undefined for any other interface, and for answers. */
export function endpointAsSource({ world, way }: Walk, eni: NetworkInterface, packet: Packet): Passage | undefined {
  if (way === 'back' || eni.InterfaceType !== 'vpc_endpoint') return undefined;
  const endpoint = endpointOf(world, eni);
  const id = endpoint?.VpcEndpointId ?? eni.NetworkInterfaceId;
  const text = `${nameOf(id, endpoint?.Tags)}, the interface endpoint, answers what comes to it, and begins no connections.`;
  return { hops: [refused({ kind: 'vpc-endpoint', id }, packet, 'VPCE_INTRA_VPC_TRAFFIC', text)] };
}

function closedPort(component: Component, service: string, packet: Packet, open: readonly (number | undefined)[]) {
  if (packet.protocol === 'icmp' || open.includes(packet.destinationPort)) return undefined;
  const text = `${service} takes the packet, and nothing listens on ${packet.protocol} port ${packet.destinationPort} there.`;
  return refused(component, packet, 'port-closed', text);
}

/** Cost: the endpoints of the VPC. */
const endpointOf = (world: World, eni: NetworkInterface): VpcEndpoint | undefined =>
  world.vpcEndpoints
    .by('VpcId', eni.VpcId)
    .find(({ subnets }) => subnets.some(({ NetworkInterfaceId }) => NetworkInterfaceId === eni.NetworkInterfaceId));

/** Addresses of Amazon's that services without a prefix list answer from. Assumed: one block for all of them, in every Region. */
const otherServices = '54.239.16.0/20';

const listOf = (world: World, short: string): KnownPrefixList | undefined =>
  prefixListNamed(world, `com.amazonaws.${world.region}.${short}`);

/**
 * The public address of a service by its DNS name: `s3.us-east-1.amazonaws.com`, a bucket's name before it,
 * `ec2.us-east-1.amazonaws.com`. Undefined for a name of no service. `of` is the prefix list or the service that has it.
 * Assumed: which one, drawn from the name so that it is always the same; AWS changes it every few seconds.
 */
export function serviceAddress(
  world: World,
  name: string,
): { readonly address: string; readonly of: string } | undefined {
  const { region } = world;
  const s3 = ['s3.amazonaws.com', `s3.${region}.amazonaws.com`];
  const isS3 = s3.some((host) => name === host || name.endsWith(`.${host}`));
  const list = isS3
    ? listOf(world, 's3')
    : name === `dynamodb.${region}.amazonaws.com`
      ? listOf(world, 'dynamodb')
      : undefined;
  if (list) return { address: drawn(list.cidrs, name), of: list.PrefixListId };
  const service = endpointServices(region).find(({ privateNames }) =>
    privateNames.some((one) => matchesName(one, name)),
  );
  return service && { address: drawn([otherServices], name), of: service.name };
}

/** Whether a name is the one of a record, which may begin with `*.`. */
export const matchesName = (record: string, name: string): boolean =>
  record.startsWith('*.') ? name.endsWith(record.slice(1)) && name.length >= record.length : record === name;

function drawn(cidrs: readonly string[], name: string): string {
  const block = parseBlock(cidrs[mix(name, 0) % cidrs.length] ?? '');
  if (!block) throw new Error(`${name} has no addresses`);
  return ipText(block.base + (mix(name, 1) % sizeOf(block)));
}
