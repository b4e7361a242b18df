import { operation } from '../operation';
import { list, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getAvailableTransitGateway } from '../transit-gateway/transit-gateway';
import { getVpc } from '../vpc/vpc';
import { acceptSubnets, attachSubnets } from './attached-subnets';
import { attachmentOptions, chosenOptions } from './attachment-options';
import { transitGatewayAttachmentErrors } from './errors';
import { makeAttachment } from './make-attachment';
import { describeVpcAttachment, findVpcAttachment, type VpcAttachment } from './transit-gateway-attachment';

/**
 * CreateTransitGatewayVpcAttachment: attach a VPC through one subnet in each zone; an interface of the attachment appears in each.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachment.html
 * Not modelled: transit gateways of other accounts.
 */
export const createTransitGatewayVpcAttachment = operation({
  name: 'CreateTransitGatewayVpcAttachment',
  input: {
    TransitGatewayId: required(string),
    VpcId: required(string),
    SubnetIds: required(list(string)),
    Options: attachmentOptions,
    TagSpecifications: tagSpecifications,
  },
  run(world, input) {
    const Tags = tagsFor(world, input.TagSpecifications, 'transit-gateway-attachment');
    const gateway = getAvailableTransitGateway(world, input.TransitGatewayId);
    const { VpcId } = getVpc(world, input.VpcId);
    const subnets = acceptSubnets(world, VpcId, input.SubnetIds);
    if (findVpcAttachment(world, gateway.TransitGatewayId, VpcId))
      throw transitGatewayAttachmentErrors.duplicate(gateway.TransitGatewayId);
    if (world.transitGatewayAttachments.count('VpcId', VpcId) >= world.quotas.transitGatewayAttachmentsPerVpc)
      throw transitGatewayAttachmentErrors.limit();

    const made = makeAttachment(world, gateway, { ResourceType: 'vpc', ResourceId: VpcId }, Tags);
    const attachment: VpcAttachment = {
      ...made,
      vpc: {
        subnets: attachSubnets(world, made.TransitGatewayAttachmentId, subnets),
        Options: chosenOptions(input.Options),
      },
    };
    world.transitGatewayAttachments.replace(attachment);
    return { TransitGatewayVpcAttachment: describeVpcAttachment(world, attachment) };
  },
});
