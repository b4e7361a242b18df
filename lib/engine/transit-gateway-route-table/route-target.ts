import { boolean, type InputOf, required, string } from '../shapes';
import type { World } from '../world';
import type { Destination } from './destination';
import { transitGatewayRouteTableErrors } from './errors';
import { getAttachmentFor } from './table-and-attachment';
import type { StaticRoute, TransitGatewayRouteTable } from './transit-gateway-route-table';

/** The parameters of CreateTransitGatewayRoute and ReplaceTransitGatewayRoute. */
export const routeMembers = {
  DestinationCidrBlock: required(string),
  TransitGatewayRouteTableId: required(string),
  TransitGatewayAttachmentId: string,
  Blackhole: boolean,
} as const;

/**
 * The static route that a call describes: to an attachment, or nowhere. A blackhole keeps no attachment, even when one is named.
 * Observed: a live account, github.com/floci-io/floci/pull/2348.
 */
export function routeFor(
  world: World,
  table: TransitGatewayRouteTable,
  destination: Destination,
  target: Pick<InputOf<typeof routeMembers>, 'Blackhole' | 'TransitGatewayAttachmentId'>,
): StaticRoute {
  const DestinationCidrBlock = destination.text;
  if (target.Blackhole) return { DestinationCidrBlock };
  if (!target.TransitGatewayAttachmentId) throw transitGatewayRouteTableErrors.noTarget();
  const { TransitGatewayAttachmentId } = getAttachmentFor(world, table, target.TransitGatewayAttachmentId);
  return { DestinationCidrBlock, TransitGatewayAttachmentId };
}
