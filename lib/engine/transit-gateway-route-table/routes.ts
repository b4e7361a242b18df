import { blockText } from '../ip';
import { block6Text } from '../ip6';
import type { TransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import { vpcBlocks, vpcBlocks6 } from '../vpc/vpc';
import { connectionBlocks, vpnConnectionState } from '../vpn-connection/vpn-connection';
import type { World } from '../world';
import { covers, type Destination, parseDestination } from './destination';
import { transitGatewayRouteTableErrors } from './errors';
import type { StaticRoute, TransitGatewayRouteTable } from './transit-gateway-route-table';

/** A route of a route table, static or propagated. */
export interface TransitRoute {
  readonly destination: Destination;
  readonly Type: 'static' | 'propagated';
  /** Absent on a blackhole. */
  readonly attachment?: TransitGatewayAttachment;
}

/**
 * What is in a route table, in the order of its destinations. A static route hides a propagated one to the same destination,
 * and of VPCs whose blocks overlap only the one that propagated first does.
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview; the API
 * reference of CreateTransitGatewayVpcAttachment for blocks that overlap.
 * Assumed: a search does not show the propagated route that a static one hides.
 */
export function routesOf(world: World, table: TransitGatewayRouteTable): TransitRoute[] {
  const routes = table.routes.map((route) => staticRoute(world, route));
  const taken = new Set(routes.map(({ destination }) => destination.text));
  const propagated: TransitRoute[] = [];
  for (const id of table.propagations) {
    const attachment = world.transitGatewayAttachments.get(id);
    const blocks = attachment ? blocksOf(world, attachment) : [];
    const free = blocks.filter(
      (block) => !propagated.some(({ destination }) => covers(destination, block) || covers(block, destination)),
    );
    for (const destination of free)
      propagated.push({ destination, Type: 'propagated', ...(attachment && { attachment }) });
  }
  propagated.push(...learnedRoutes(world, table, propagated));
  return [...routes, ...propagated.filter(({ destination }) => !taken.has(destination.text))].sort(byDestination);
}

export function staticRoute(world: World, route: StaticRoute): TransitRoute {
  const { TransitGatewayAttachmentId: id } = route;
  const attachment = id === undefined ? undefined : world.transitGatewayAttachments.get(id);
  return {
    destination: destinationOf(route.DestinationCidrBlock),
    Type: 'static',
    ...(attachment && { attachment }),
  };
}

/**
 * What devices at the other end of VPN connections announce by BGP. It comes after VPCs with the same block, and may cover them.
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview
 */
function learnedRoutes(
  world: World,
  table: TransitGatewayRouteTable,
  ofVpcs: readonly TransitRoute[],
): readonly TransitRoute[] {
  if (!world.surroundings?.sites) return [];
  const taken = new Set(ofVpcs.map(({ destination }) => destination.text));
  const learned: TransitRoute[] = [];
  for (const id of table.propagations) {
    const attachment = world.transitGatewayAttachments.get(id);
    const connection = attachment?.ResourceType === 'vpn' && world.vpnConnections.get(attachment.ResourceId);
    if (!connection || connection.StaticRoutesOnly || vpnConnectionState(world, connection) !== 'available') continue;
    for (const destination of connectionBlocks(world, connection).map(destinationOf)) {
      if (taken.has(destination.text)) continue;
      taken.add(destination.text);
      learned.push({ destination, Type: 'propagated', attachment });
    }
  }
  return learned;
}

/**
 * What the attachment of a VPC propagates: its blocks, IPv6 where the attachment supports it. What comes by a VPN connection is
 * in `learnedRoutes`.
 */
function blocksOf(world: World, { ResourceId, vpc: inVpc }: TransitGatewayAttachment): Destination[] {
  const vpc = inVpc && world.vpcs.get(ResourceId);
  if (!vpc) return [];
  const texts = [
    ...vpcBlocks(vpc).map(blockText),
    ...(inVpc.Options.Ipv6Support === 'enable' ? vpcBlocks6(vpc).map(block6Text) : []),
  ];
  return texts.map(destinationOf);
}

/** The destination of a record; its text was checked when it was written. */
function destinationOf(text: string): Destination {
  const destination = parseDestination(text);
  if (!destination) throw new Error(`a route has the destination ${text}`);
  return destination;
}

/** A destination as a call gives it, or InvalidParameterValue. */
export function acceptDestination(text: string): Destination {
  const destination = parseDestination(text);
  if (!destination) throw transitGatewayRouteTableErrors.cidr(text, 'destinationCidrBlock');
  return destination;
}

const byDestination = ({ destination: a }: TransitRoute, { destination: b }: TransitRoute): number => {
  if (a.bits !== b.bits) return a.bits - b.bits;
  if (a.base !== b.base) return a.base < b.base ? -1 : 1;
  return a.prefix - b.prefix;
};

export const routeState = ({ attachment }: TransitRoute): string => (attachment ? 'active' : 'blackhole');

/** The route as AWS shows it; a blackhole has no attachments. Source: the CLI's examples for the operations on routes. */
export function describeRoute(route: TransitRoute, State: string = routeState(route)): object {
  const { attachment } = route;
  return {
    DestinationCidrBlock: route.destination.text,
    ...(attachment && {
      TransitGatewayAttachments: [
        {
          ResourceId: attachment.ResourceId,
          TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
          ResourceType: attachment.ResourceType,
        },
      ],
    }),
    Type: route.Type,
    State,
  };
}
