import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { transitState } from '../transit-gateway/transit-gateway';
import {
  describeVpcAttachment,
  getListedVpcAttachment,
  isVpcAttachment,
  type VpcAttachment,
} from './transit-gateway-attachment';

/**
 * DescribeTransitGatewayVpcAttachments: the VPC attachments asked for, by id or by filter; deleted ones for about an hour.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGatewayVpcAttachments.html
 */
export const describeTransitGatewayVpcAttachments = operation({
  name: 'DescribeTransitGatewayVpcAttachments',
  input: { TransitGatewayAttachmentIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<VpcAttachment>(input, {
      ids: input.TransitGatewayAttachmentIds,
      idsParameter: 'transitGatewayAttachmentIds',
      get: (id) => getListedVpcAttachment(world, id),
      list: () => world.transitGatewayAttachments.list().filter(isVpcAttachment),
      tags: ({ Tags }) => Tags,
      filters: {
        state: (attachment) => transitState(world, attachment),
        'transit-gateway-attachment-id': ({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId,
        'transit-gateway-id': ({ TransitGatewayId }) => TransitGatewayId,
        'vpc-id': ({ ResourceId }) => ResourceId,
      },
    });
    return {
      TransitGatewayVpcAttachments: rows.map((attachment) => describeVpcAttachment(world, attachment, true)),
      ...page,
    };
  },
});
