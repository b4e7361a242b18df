import { operation } from '../operation';
import { required, string } from '../shapes';
import { deleteAttachment } from './make-attachment';
import { describeVpcAttachment, getAvailableVpcAttachment } from './transit-gateway-attachment';

/**
 * DeleteTransitGatewayVpcAttachment: its interfaces go when it is `deleted`; static routes to it become blackholes.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGatewayVpcAttachment.html
 */
export const deleteTransitGatewayVpcAttachment = operation({
  name: 'DeleteTransitGatewayVpcAttachment',
  input: { TransitGatewayAttachmentId: required(string) },
  run(world, input) {
    const attachment = getAvailableVpcAttachment(world, input.TransitGatewayAttachmentId);
    return { TransitGatewayVpcAttachment: describeVpcAttachment(world, deleteAttachment(world, attachment)) };
  },
});
