import { newId, nextSequence } from '../ids';
import type { Tag } from '../tags';
import { startTimer } from '../timer';
import { type TransitGateway, transitMs } from '../transit-gateway/transit-gateway';
import type { World } from '../world';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

/**
 * Make an attachment, associated with the gateway's default association route table and propagating to its default
 * propagation route table where the gateway has them.
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function makeAttachment(
  world: World,
  gateway: TransitGateway,
  resource: Pick<TransitGatewayAttachment, 'ResourceType' | 'ResourceId'>,
  Tags: readonly Tag[],
): TransitGatewayAttachment {
  const { AssociationDefaultRouteTableId, PropagationDefaultRouteTableId } = gateway.Options;
  const availableAt = world.now + transitMs.attachment;
  const attachment = world.transitGatewayAttachments.insert({
    creation: nextSequence(world),
    TransitGatewayAttachmentId: newId(world, 'transitGatewayAttachment'),
    TransitGatewayId: gateway.TransitGatewayId,
    ...resource,
    ...(AssociationDefaultRouteTableId && {
      association: { TransitGatewayRouteTableId: AssociationDefaultRouteTableId, associatedAt: availableAt },
    }),
    CreationTime: new Date(world.now).toISOString(),
    availableAt,
    Tags,
  });
  const table = PropagationDefaultRouteTableId && world.transitGatewayRouteTables.get(PropagationDefaultRouteTableId);
  if (table) {
    const propagations = [...table.propagations, attachment.TransitGatewayAttachmentId];
    world.transitGatewayRouteTables.replace({ ...table, propagations });
  }
  return attachment;
}

/** Begin to delete an attachment: `deleting` until it settles, then listed as `deleted` for about an hour. */
export function deleteAttachment<A extends TransitGatewayAttachment>(world: World, attachment: A): A {
  const id = attachment.TransitGatewayAttachmentId;
  const deletedAt = startTimer(world, 'transit-gateway-attachment-deleted', id);
  startTimer(world, 'transit-gateway-forgotten', id);
  const deleting = { ...attachment, deletedAt };
  world.transitGatewayAttachments.replace(deleting);
  return deleting;
}
