import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { transitState } from '../transit-gateway/transit-gateway';
import type { World } from '../world';
import { associationOf, getListedAttachment, type TransitGatewayAttachment } from './transit-gateway-attachment';

/**
 * DescribeTransitGatewayAttachments: attachments of VPCs and of VPN connections, each with its route table.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayAttachments.html
 * Not modelled: Direct Connect, peering and Connect attachments.
 */
export const describeTransitGatewayAttachments = operation({
  name: 'DescribeTransitGatewayAttachments',
  input: { TransitGatewayAttachmentIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<TransitGatewayAttachment>(input, {
      ids: input.TransitGatewayAttachmentIds,
      idsParameter: 'transitGatewayAttachmentIds',
      get: (id) => getListedAttachment(world, id),
      list: () => world.transitGatewayAttachments.list(),
      tags: ({ Tags }) => Tags,
      filters: {
        'association.state': (attachment) => associationOf(world, attachment)?.State,
        'association.transit-gateway-route-table-id': (attachment) =>
          associationOf(world, attachment)?.TransitGatewayRouteTableId,
        'resource-id': ({ ResourceId }) => ResourceId,
        'resource-owner-id': () => world.account,
        'resource-type': ({ ResourceType }) => ResourceType,
        state: (attachment) => transitState(world, attachment),
        'transit-gateway-attachment-id': ({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId,
        'transit-gateway-id': ({ TransitGatewayId }) => TransitGatewayId,
        'transit-gateway-owner-id': () => world.account,
      },
    });
    return { TransitGatewayAttachments: rows.map((attachment) => describeAttachment(world, attachment)), ...page };
  },
});

function describeAttachment(world: World, attachment: TransitGatewayAttachment): object {
  const Association = associationOf(world, attachment);
  return {
    TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
    TransitGatewayId: attachment.TransitGatewayId,
    TransitGatewayOwnerId: world.account,
    ResourceOwnerId: world.account,
    ResourceType: attachment.ResourceType,
    ResourceId: attachment.ResourceId,
    State: transitState(world, attachment),
    ...(Association && { Association }),
    CreationTime: attachment.CreationTime,
    Tags: attachment.Tags,
  };
}
