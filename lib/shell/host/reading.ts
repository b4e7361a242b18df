import { mix } from '@/lib/engine/ids';
import { getImage } from '@/lib/engine/image/image';
import { isIpv6 } from '@/lib/engine/reachability/flow';
import type { Component, Hop, Trace } from '@/lib/engine/reachability/hop';
import type { World } from '@/lib/engine/world';

/** What a program that sends packets sees of a trace. */
export interface Reading {
  readonly seen: 'answer' | 'timeout' | 'refused' | 'unreachable' | 'unknown-host';
  /** There and back, milliseconds. */
  readonly rttMs: number;
  /** Time to live that is left in an answer. Assumed: it comes back by as many routers as the question went. */
  readonly ttl: number;
  /** Who answers, or is where the packet ended. */
  readonly end: Component | undefined;
  /** The address that the packet comes from where it arrives, after all translation. */
  readonly seenFrom: string;
  /** The packet came to a proxy, which takes it whatever becomes of the proxy's own connection. */
  readonly beyondProxy?: 'timeout' | 'refused';
}

export function readingOf(world: World, trace: Trace): Reading {
  const { out, verdict } = trace;
  const last = out.at(-1);
  const proxied = out.findIndex(isRelay);
  const beyond = !verdict.reached && proxied >= 0 && trace.flow.protocol === 'tcp';
  return {
    seen: beyond ? 'answer' : verdict.seen,
    rttMs: costMs(world, out),
    ttl: firstTtl(world, last?.component) - routersOn(world, out).length,
    end: last?.component,
    seenFrom: last?.packet.source ?? '',
    ...(beyond && { beyondProxy: verdict.seen === 'refused' ? ('refused' as const) : ('timeout' as const) }),
  };
}

/** A proxy ends the connection that comes to it and makes one of its own. */
const isRelay = ({ component, packet, rewritten }: Hop): boolean =>
  component.kind === 'instance' && rewritten !== undefined && rewritten.destination !== packet.destination;

/** What takes one off a packet's time to live. Without an address it lets nobody know, as AWS's own do. */
export interface Router {
  readonly address?: string;
  /** Milliseconds from the sender and back. */
  readonly rttMs: number;
}

/**
 * What decrements the time to live on a way, in order. The routers of a VPC, internet gateways, peering and endpoints do not.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html (a NAT gateway shows itself by its
 * private address). Assumed: a transit gateway, a virtual private gateway and a Client VPN endpoint count and stay silent, the
 * internet counts as eight silent routers, and a site's router has the first address of its first block.
 */
export function routersOn(world: World, hops: readonly Hop[]): Router[] {
  const routers: Router[] = [];
  for (const [index, hop] of hops.entries()) {
    const rttMs = costMs(world, hops.slice(0, index + 1));
    const isEnd = index === 0 || index === hops.length - 1;
    const refusesAll = hop.refusal !== undefined;
    if (refusesAll || isRelay(hop)) break;
    if (hop.component.kind === 'internet') routers.push(...Array.from({ length: 8 }, () => ({ rttMs })));
    else if (hop.component.kind === 'instance' && !isEnd) routers.push({ rttMs, ...ownAddress(world, hops, index) });
    else if (hop.component.kind === 'nat-gateway') routers.push({ rttMs, ...natAddress(world, hop) });
    else if (hop.component.kind === 'site' && hops[index - 1]?.component.kind !== 'site') {
      routers.push({ rttMs, ...siteAddress(world, hop) });
    } else if (silent.has(hop.component.kind)) routers.push({ rttMs });
  }
  return routers;
}

const silent: ReadonlySet<string> = new Set(['transit-gateway', 'vpn-gateway', 'client-vpn']);

/** A host shows itself by the address of the interface that the packet came by. */
function ownAddress(world: World, hops: readonly Hop[], index: number): { address?: string } {
  const before = hops[index - 1]?.component;
  const eni = before?.kind === 'network-interface' ? world.networkInterfaces.get(before.id) : undefined;
  const v6 = isIpv6(hops[index]?.packet.destination ?? '');
  const address = v6 ? eni?.Ipv6Addresses?.[0]?.Ipv6Address : eni?.PrivateIpAddresses[0]?.PrivateIpAddress;
  return address === undefined ? {} : { address };
}

function natAddress(world: World, { component }: Hop): { address?: string } {
  const address = world.natGateways.get(component.id)?.addresses[0]?.PrivateIp;
  return address === undefined ? {} : { address };
}

function siteAddress(world: World, { component, packet }: Hop): { address?: string } {
  const block = world.surroundings?.sites?.find(({ name }) => name === component.id)?.cidrs[0];
  return block === undefined || isIpv6(packet.destination) ? {} : { address: block.replace(/\d+\/\d+$/, '1') };
}

/** Assumed: milliseconds there and back that each kind of thing costs. */
const costs: Readonly<Record<string, number>> = {
  instance: 0.1,
  'nat-gateway': 0.3,
  'transit-gateway': 0.6,
  'vpn-gateway': 9,
  'client-vpn': 15,
  site: 1,
  internet: 12,
};

function costMs(world: World, hops: readonly Hop[]): number {
  const zones = hops.flatMap(({ component: { kind, id } }) =>
    kind === 'network-interface' ? (world.networkInterfaces.get(id)?.AvailabilityZone ?? []) : [],
  );
  const crossings = zones.filter((zone, index) => index > 0 && zone !== zones[index - 1]).length;
  return hops.reduce((sum, { component }) => sum + (costs[component.kind] ?? 0), 0.15 + crossings * 0.6);
}

/** The figure for one probe: a little more than the path costs, the same whenever it is asked. */
export const jittered = (world: World, rttMs: number, key: string, probe: number): number =>
  rttMs * (1 + (mix(`${world.seed}/rtt/${key}`, probe) % 1000) / 4000);

/**
 * What a host writes into its packets. Source: `net.ipv4.ip_default_ttl` is 127 on Amazon Linux 2023, as pings that users posted
 * show; 64 is Linux's own, 128 Windows'.
 */
function firstTtl(world: World, end: Component | undefined): number {
  const instance = end?.kind === 'instance' ? world.instances.get(end.id) : undefined;
  if (!instance) return 64;
  const image = getImage(instance.ImageId);
  if (image.Platform === 'windows') return 128;
  return image.Name.startsWith('al2023') ? 127 : 64;
}
