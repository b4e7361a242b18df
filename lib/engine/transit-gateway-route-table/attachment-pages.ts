import { type DescribeInput, listRows, type Page } from '../describe';
import type { TransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';

/** A page of the attachments that a route table has to do with, by the filters that AWS documents for both lists. */
export const pageOfAttachments = (
  input: DescribeInput,
  list: () => readonly TransitGatewayAttachment[],
): Page<TransitGatewayAttachment> =>
  listRows(input, {
    list,
    filters: {
      'resource-id': ({ ResourceId }) => ResourceId,
      'resource-type': ({ ResourceType }) => ResourceType,
      'transit-gateway-attachment-id': ({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId,
    },
  });
