import { type DescribeInput, describeRows, type Page } from '../describe';
import type { TransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';

/** A page of the attachments that a route table has to do with, by the filters that AWS documents for both lists. */
export const pageOfAttachments = (
  input: DescribeInput,
  list: () => readonly TransitGatewayAttachment[],
): Page<TransitGatewayAttachment> =>
  describeRows(input, {
    ids: undefined,
    idsParameter: '',
    get: () => {
      throw new Error('this list has no ids');
    },
    list,
    filters: {
      'resource-id': ({ ResourceId }) => ResourceId,
      'resource-type': ({ ResourceType }) => ResourceType,
      'transit-gateway-attachment-id': ({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId,
    },
  });
