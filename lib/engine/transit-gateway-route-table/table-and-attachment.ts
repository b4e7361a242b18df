import { transitState } from '../transit-gateway/transit-gateway';
import { transitGatewayAttachmentErrors } from '../transit-gateway-attachment/errors';
import {
  getTransitGatewayAttachment,
  type TransitGatewayAttachment,
} from '../transit-gateway-attachment/transit-gateway-attachment';
import type { World } from '../world';
import { getAvailableRouteTable, type TransitGatewayRouteTable } from './transit-gateway-route-table';

/**
 * The attachment that a call on a route table names, in the state `available`. One of another gateway is refused as if it did
 * not exist. Observed: a live account, github.com/floci-io/floci/pull/2348.
 */
export function getAttachmentFor(
  world: World,
  table: TransitGatewayRouteTable,
  attachmentId: string,
): TransitGatewayAttachment {
  const attachment = getTransitGatewayAttachment(world, attachmentId);
  if (attachment.TransitGatewayId !== table.TransitGatewayId)
    throw transitGatewayAttachmentErrors.notFound(attachmentId);
  const state = transitState(world, attachment);
  if (state !== 'available' && state !== 'modifying') throw transitGatewayAttachmentErrors.state(attachmentId);
  return attachment;
}

/** The two that association and propagation are about. */
export function getTableAndAttachment(
  world: World,
  tableId: string,
  attachmentId: string,
): { table: TransitGatewayRouteTable; attachment: TransitGatewayAttachment } {
  const table = getAvailableRouteTable(world, tableId);
  return { table, attachment: getAttachmentFor(world, table, attachmentId) };
}

/** What every answer about an attachment says of its resource. */
export const resourceOf = ({ ResourceId, ResourceType }: TransitGatewayAttachment): object => ({
  ResourceId,
  ResourceType,
});
