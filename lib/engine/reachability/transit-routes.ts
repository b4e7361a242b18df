import { sitesOnPrivateLine } from '../sites';
import type { Site } from '../surroundings';
import type { TransitGateway } from '../transit-gateway/transit-gateway';
import type { TransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import { routesOf, type TransitRoute } from '../transit-gateway-route-table/routes';
import type { TransitGatewayRouteTable } from '../transit-gateway-route-table/transit-gateway-route-table';
import { vpnConnectionState } from '../vpn-connection/vpn-connection';
import type { World } from '../world';
import type { Decision } from './hop';
import { isIn, longestPrefix } from './longest-prefix';

/** What a table's routes were computed from: records, which never change, and the states of connections, which time changes. */
type Source = object | string | undefined;

const known = new WeakMap<TransitGatewayRouteTable, { from: readonly Source[]; routes: readonly TransitRoute[] }>();

const transitRouteTo = (world: World, table: TransitGatewayRouteTable, address: string): TransitRoute | undefined =>
  longestPrefix(tableRoutes(world, table), ({ destination }) => destination.text, address);

/** Assumed: a private line is associated with, and propagates to, the gateway's default route tables. */
export const privateLineTable = (world: World, { Options }: TransitGateway): TransitGatewayRouteTable | undefined =>
  world.transitGatewayRouteTables.get(Options.AssociationDefaultRouteTableId ?? '');

/** Where a table leads for an address: a route of its own, or the private line of a network on premises. */
export function transitWay(
  world: World,
  table: TransitGatewayRouteTable,
  address: string,
):
  | { readonly decision: Extract<Decision, { kind: 'transit-route' }>; readonly to?: TransitGatewayAttachment | Site }
  | undefined {
  const routeTableId = table.TransitGatewayRouteTableId;
  const route = transitRouteTo(world, table, address);
  const line = privateLineTo(world, table, address);
  const learned = route?.attachment?.ResourceType === 'vpn' && route.Type === 'propagated';
  const { destination } = route ?? {};
  // Of equal blocks a private line comes before what a VPN connection announced, and after all else.
  if (line && (!destination || line.length > destination.prefix || (learned && line.length === destination.prefix))) {
    return { decision: { kind: 'transit-route', routeTableId, cidr: line.cidr, type: 'propagated' }, to: line.site };
  }
  if (!route) return undefined;
  const { attachment, destination: to } = route;
  const type = route.Type;
  if (!attachment) return { decision: { kind: 'transit-route', routeTableId, cidr: to.text, type } };
  const attachmentId = attachment.TransitGatewayAttachmentId;
  return { decision: { kind: 'transit-route', routeTableId, cidr: to.text, type, attachmentId }, to: attachment };
}

function privateLineTo(world: World, table: TransitGatewayRouteTable, address: string) {
  const gateway = world.surroundings?.sites && world.transitGateways.get(table.TransitGatewayId);
  if (gateway?.Options.PropagationDefaultRouteTableId !== table.TransitGatewayRouteTableId) return undefined;
  const blocks = sitesOnPrivateLine(world, gateway.TransitGatewayId, gateway.Tags).flatMap((site) =>
    site.cidrs
      .filter((cidr) => isIn(cidr, address))
      .map((cidr) => ({ site, cidr, length: Number(cidr.slice(cidr.indexOf('/') + 1)) })),
  );
  return blocks.sort((a, b) => b.length - a.length)[0];
}

function tableRoutes(world: World, table: TransitGatewayRouteTable): readonly TransitRoute[] {
  const from = sourcesOf(world, table);
  const before = known.get(table);
  if (before && before.from.length === from.length && before.from.every((one, at) => one === from[at]))
    return before.routes;
  const routes = routesOf(world, table);
  known.set(table, { from, routes });
  return routes;
}

function sourcesOf(world: World, table: TransitGatewayRouteTable): Source[] {
  const sources: Source[] = [world.surroundings];
  for (const { TransitGatewayAttachmentId: id } of table.routes) {
    if (id !== undefined) sources.push(world.transitGatewayAttachments.get(id));
  }
  for (const id of table.propagations) {
    const attachment = world.transitGatewayAttachments.get(id);
    sources.push(attachment);
    if (attachment?.ResourceType === 'vpc') sources.push(world.vpcs.get(attachment.ResourceId));
    const connection = attachment?.ResourceType === 'vpn' ? world.vpnConnections.get(attachment.ResourceId) : undefined;
    if (!connection) continue;
    sources.push(
      connection,
      vpnConnectionState(world, connection),
      world.customerGateways.get(connection.CustomerGatewayId),
    );
  }
  return sources;
}
