import type { Operation } from '../operation';
import { createTransitGatewayVpcAttachment } from './create-transit-gateway-vpc-attachment';
import { deleteTransitGatewayVpcAttachment } from './delete-transit-gateway-vpc-attachment';
import { describeTransitGatewayAttachments } from './describe-transit-gateway-attachments';
import { describeTransitGatewayVpcAttachments } from './describe-transit-gateway-vpc-attachments';
import { modifyTransitGatewayVpcAttachment } from './modify-transit-gateway-vpc-attachment';

export const transitGatewayAttachmentOperations: readonly Operation[] = [
  createTransitGatewayVpcAttachment,
  deleteTransitGatewayVpcAttachment,
  describeTransitGatewayAttachments,
  describeTransitGatewayVpcAttachments,
  modifyTransitGatewayVpcAttachment,
];
