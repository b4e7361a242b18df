import { type InputOf, notModelled, required, string } from '../shapes';
import type { TransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import type { World } from '../world';
import { transitGatewayRouteTableErrors } from './errors';
import { getTableAndAttachment, resourceOf } from './table-and-attachment';
import type { TransitGatewayRouteTable } from './transit-gateway-route-table';

/** The parameters that turn a propagation on and off. */
export const propagationMembers = {
  TransitGatewayRouteTableId: required(string),
  TransitGatewayAttachmentId: string,
  TransitGatewayRouteTableAnnouncementId: notModelled,
} as const;

/** The route table and the attachment of a call; refuses one that names no attachment. */
export function getPropagation(
  world: World,
  input: InputOf<typeof propagationMembers>,
): { table: TransitGatewayRouteTable; attachment: TransitGatewayAttachment } {
  if (!input.TransitGatewayAttachmentId) throw transitGatewayRouteTableErrors.noTarget();
  return getTableAndAttachment(world, input.TransitGatewayRouteTableId, input.TransitGatewayAttachmentId);
}

/** The propagation as AWS shows it in answer to a change. */
export const describePropagation = (
  { TransitGatewayRouteTableId }: TransitGatewayRouteTable,
  attachment: TransitGatewayAttachment,
  State: 'enabled' | 'disabled',
): object => ({
  TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
  ...resourceOf(attachment),
  TransitGatewayRouteTableId,
  State,
});
