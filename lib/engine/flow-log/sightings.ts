import type { NetworkInterface } from '../network-interface/network-interface';
import { interfaceWith } from '../reachability/addresses';
import { answerTo, type Packet } from '../reachability/flow';
import type { ComponentKind, Hop, Trace } from '../reachability/hop';
import type { RouteTarget } from '../route-table/route-table';
import { findVpcAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import type { World } from '../world';

/** A packet at an interface, as flow logs see it: after the groups and network ACLs have judged it there. */
export interface Sighting {
  readonly eni: NetworkInterface;
  readonly direction: 'ingress' | 'egress';
  readonly packet: Packet;
  readonly accepted: boolean;
  /** Whose packet it is: the one who began, or the one who answers. */
  readonly way: 'out' | 'back';
  /** Where an accepted packet that leaves is sent: the target of the route, `subnet` without one. */
  readonly target?: RouteTarget | 'subnet';
}

/**
 * Every interface that a flow passes, in order, and what its groups and network ACLs made of the packet there.
 * Assumed: what the source/destination check drops, or an interface that is not attached, is not seen by flow logs at all.
 * Assumed: a reset (nothing listens on a tcp port) goes back by the way that the packet came.
 */
export function sightingsOf(world: World, { out, back, verdict }: Trace): Sighting[] {
  const there = sightingsOn(world, out, 'out');
  const isReset = !verdict.reached && verdict.seen === 'refused' && out[0]?.packet.protocol === 'tcp';
  return isReset && back.length === 0
    ? [...there, ...there.map(mirrored).reverse()]
    : [...there, ...sightingsOn(world, back, 'back')];
}

const mirrored = ({ eni, direction, packet }: Sighting): Sighting => ({
  eni,
  direction: direction === 'ingress' ? 'egress' : 'ingress',
  packet: answerTo(packet),
  accepted: true,
  way: 'back',
});

function sightingsOn(world: World, hops: readonly Hop[], way: Sighting['way']): Sighting[] {
  const seen: Sighting[] = [];
  let at = 0;
  for (let hop = hops[at]; hop; hop = hops[at]) {
    const { component, packet, rewritten, refusal } = hop;
    const before = hops[at - 1]?.component.kind;
    const see = (eni: NetworkInterface | undefined, rest: Partial<Sighting>) => {
      if (eni) seen.push({ eni, direction: 'ingress', packet, accepted: true, way, ...rest });
    };
    at += 1;
    const eni = interfaceAt(world, hop);
    const leaves = isLeaving(component.kind, before);
    if (eni && isComing(component.kind, before)) see(eni, {});
    if (eni && leaves) {
      const judges = ownJudges(hops, at, eni);
      at += judges.length;
      const accepted = !judges.some((judge) => judge.refusal);
      see(eni, {
        direction: 'egress',
        packet: rewritten ?? packet,
        accepted,
        ...(accepted && targetOf(judges, hops[at])),
      });
    }
    if (refusal && isJudge(component.kind)) see(keptFrom(world, hops, at - 1, seen.at(-1)), { accepted: false });
  }
  return seen;
}

/** Whether a packet leaves the interface of a hop into its VPC; it depends on what it came from. */
function isLeaving(kind: ComponentKind, before: ComponentKind | undefined): boolean {
  if (kind === 'network-interface') return before === undefined || before === 'instance' || before === 'client-vpn';
  return kind === 'nat-gateway' || before === 'transit-gateway-route-table';
}

/** Whether a packet comes to the interface of a hop. An answer to a NAT gateway has come to it by a hop of its own. */
const isComing = (kind: ComponentKind, before: ComponentKind | undefined): boolean =>
  kind === 'nat-gateway' ? before !== 'network-interface' : !isLeaving(kind, before);

const isJudge = (kind: ComponentKind | undefined): boolean => kind === 'security-group' || kind === 'network-acl';

/** The interface that a hop takes a packet at. */
function interfaceAt(world: World, { component, refusal, interfaceId }: Hop): NetworkInterface | undefined {
  if (refusal) return undefined;
  if (component.kind === 'nat-gateway') return interfaceOfNat(world, component.id);
  return world.networkInterfaces.get(component.kind === 'network-interface' ? component.id : (interfaceId ?? ''));
}

const interfaceOfNat = (world: World, id: string): NetworkInterface | undefined =>
  world.networkInterfaces.get(world.natGateways.get(id)?.NetworkInterfaceId ?? '');

/** The groups of an interface that a packet leaves, and the network ACL of its subnet where the packet leaves that too. */
function ownJudges(hops: readonly Hop[], from: number, { groups }: NetworkInterface): Hop[] {
  const judges: Hop[] = [];
  const group = hops[from];
  if (groups.length > 0 && group?.component.kind === 'security-group') judges.push(group);
  const acl = hops[from + judges.length];
  if (acl?.component.kind === 'network-acl') judges.push(acl);
  return judges;
}

function targetOf(judges: readonly Hop[], next: Hop | undefined): Pick<Sighting, 'target'> {
  if (!judges.some(({ component }) => component.kind === 'network-acl')) return { target: 'subnet' };
  return next?.decision?.kind === 'route' && !next.refusal ? { target: next.decision.route.target } : {};
}

/**
 * The interface that a group or a network ACL kept a packet from: the one its route leads to (a transit gateway
 * has one in each zone), or else the one with its address.
 */
function keptFrom(
  world: World,
  hops: readonly Hop[],
  at: number,
  before: Sighting | undefined,
): NetworkInterface | undefined {
  const judge = hops[at];
  if (!judge) return undefined;
  const { kind, id } = judge.component;
  const vpcId = (kind === 'network-acl' ? world.networkAcls : world.securityGroups).get(id)?.VpcId ?? '';
  const routed = hops.slice(0, at).findLast(({ component }) => !isJudge(component.kind))?.decision;
  const target = routed?.kind === 'route' ? routed.route.target : undefined;
  if (target && 'NetworkInterfaceId' in target) return world.networkInterfaces.get(target.NetworkInterfaceId);
  if (target && 'NatGatewayId' in target) return interfaceOfNat(world, target.NatGatewayId);
  if (target && 'TransitGatewayId' in target) {
    const { subnets } = findVpcAttachment(world, target.TransitGatewayId, vpcId)?.vpc ?? { subnets: [] };
    const interfaces = subnets.map((subnet) => world.networkInterfaces.get(subnet.NetworkInterfaceId));
    return interfaces.find((eni) => eni?.AvailabilityZone === before?.eni.AvailabilityZone);
  }
  return interfaceWith(world, vpcId, judge.packet.destination);
}
