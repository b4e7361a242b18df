import { findPrefixList } from '../prefix-list/prefix-list';
import { routeState } from '../route-table/route-state';
import { type Route, type RouteTable, type RouteTarget, routeTableOf } from '../route-table/route-table';
import { placeInNetwork, routesOf } from '../route-table/routes-of';
import type { World } from '../world';
import { passAcl } from './acl';
import { holds } from './addresses';
import type { Packet } from './flow';
import type { Hop } from './hop';
import { destinationText } from './hop-words';
import { longestPrefix } from './longest-prefix';
import { nameOf, refused } from './refuse';
import type { Passage, Place, Walk } from './walk';

type At<K extends Place['at']> = Extract<Place, { at: K }>;

/**
 * The router of a subnet. Inside the subnet it delivers at once; what leaves the subnet passes its network ACL and goes where the
 * most specific route says.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function throughRouter(walk: Walk, place: At<'router'>, packet: Packet): Passage {
  const { world } = walk;
  const { vpcId, subnetId } = place;
  const subnet = world.subnets.get(subnetId);
  if (!subnet) throw new Error(`an interface lies in ${subnetId}, which is gone`);
  if (holds(subnet, packet.destination)) return { hops: [], next: { place: { at: 'vpc', vpcId, subnetId }, packet } };
  const acl = passAcl(walk, subnetId, vpcId, packet, true);
  if (acl.refusal) return { hops: [acl] };
  const table = routeTableOf(world, subnet);
  const found = findRoute(world, table, packet);
  if (found.refusal) return { hops: [acl, found] };
  if (found.decision?.kind !== 'route') throw new Error('a route table decides by a route');
  return { hops: [acl, found], next: { place: after(world, found.decision.route.target, place), packet } };
}

/** What a route table says of a packet: the hop, which refuses where there is no route that leads anywhere. */
export function findRoute(world: World, table: RouteTable, packet: Packet): Hop {
  const component = { kind: 'route-table', id: table.RouteTableId } as const;
  const name = nameOf(table.RouteTableId, table.Tags);
  const route = longestPrefix(inOrder(world, table), ({ cidrs }) => cidrs, packet.destination)?.route;
  if (!route) {
    return refused(
      component,
      packet,
      'NO_ROUTE_TO_DESTINATION',
      `${name}, the route table, has no route to ${packet.destination}.`,
    );
  }
  const decision = { kind: 'route', routeTableId: table.RouteTableId, route } as const;
  if (routeState(world, table.VpcId, route.target) === 'active') return { component, packet, decision };
  const text = `The route of ${name} for ${destinationText(route)} leads to ${targetId(route.target)}, which is gone or does not work: it is a blackhole.`;
  return refused(component, packet, 'BAD_STATE_ROUTE', text, { decision, ids: [targetId(route.target)] });
}

interface Ready {
  readonly route: Route;
  readonly cidrs: readonly string[];
}

/** Records never change, so their routes need to be put in order only once, unless a gateway propagates some. */
const ready = new WeakMap<RouteTable, { readonly of: object; readonly routes: readonly Ready[] }>();

/**
 * Of routes to one block the first is taken: local ones, then those to a block, to a prefix list, propagated ones. Propagated ones
 * inside a block of the VPC are never taken: the local route comes before them though it is less specific.
 * Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
function inOrder(world: World, table: RouteTable): readonly Ready[] {
  const vpc = world.vpcs.get(table.VpcId);
  const known = ready.get(table);
  if (known && known.of === vpc) return known.routes;
  const rank = ({ Origin, DestinationPrefixListId }: Route) =>
    Origin === 'EnableVgwRoutePropagation' ? 2 : DestinationPrefixListId ? 1 : 0;
  const routes = routesOf(world, table)
    .filter((route) => route.Origin !== 'EnableVgwRoutePropagation' || !isInside(world, table.VpcId, route))
    .sort((a, b) => rank(a) - rank(b))
    .map((route) => ({ route, cidrs: blocksOf(world, route) }));
  const isFixed = table.propagatingVgws.length === 0 && !routes.some(({ route }) => route.DestinationPrefixListId);
  if (isFixed && vpc) ready.set(table, { of: vpc, routes });
  return routes;
}

const isInside = (world: World, vpcId: string, { Origin, target, ...destination }: Route): boolean =>
  placeInNetwork(world, vpcId, destination) === 'inside';

function blocksOf(world: World, route: Route): readonly string[] {
  if (route.DestinationPrefixListId) return findPrefixList(world, route.DestinationPrefixListId)?.cidrs ?? [];
  return [route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? ''];
}

/** The id of what a route leads to; `local`. */
function targetId(target: RouteTarget): string {
  if ('kind' in target) return target.kind;
  return Object.values(target)[0] ?? '';
}

/** Where a packet stands that has taken a route to that target. */
function after(world: World, target: RouteTarget, { vpcId, subnetId }: At<'router'>): Place {
  if ('kind' in target) return { at: 'vpc', vpcId, subnetId };
  if ('NetworkInterfaceId' in target) {
    const eni = world.networkInterfaces.get(target.NetworkInterfaceId);
    if (!eni) throw new Error('an active route leads to an interface that is there');
    return { at: 'arriving', eni, subnetId };
  }
  const from = { fromVpcId: vpcId };
  if ('NatGatewayId' in target) return { at: 'nat-gateway', id: target.NatGatewayId, fromSubnetId: subnetId };
  if ('VpcPeeringConnectionId' in target) return { at: 'peering', id: target.VpcPeeringConnectionId, ...from };
  if ('EgressOnlyInternetGatewayId' in target) {
    return { at: 'egress-only-internet-gateway', id: target.EgressOnlyInternetGatewayId, ...from };
  }
  if ('TransitGatewayId' in target) {
    const zone = world.subnets.get(subnetId)?.AvailabilityZone ?? '';
    return { at: 'transit-gateway', id: target.TransitGatewayId, zone, ...from };
  }
  const id = target.GatewayId;
  if (id.startsWith('vpce-')) return { at: 'vpc-endpoint', id, ...from };
  return id.startsWith('vgw-') ? { at: 'vpn-gateway', id, ...from } : { at: 'internet-gateway', id, ...from };
}
