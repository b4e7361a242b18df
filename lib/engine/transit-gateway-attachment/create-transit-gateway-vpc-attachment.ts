import { operation } from '../operation';
import { enumeration, list, required, string, structure, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getAvailableTransitGateway } from '../transit-gateway/transit-gateway';
import { getVpc } from '../vpc/vpc';
import { acceptSubnets, attachSubnets } from './attached-subnets';
import { transitGatewayAttachmentErrors } from './errors';
import { makeAttachment } from './make-attachment';
import { describeVpcAttachment, findVpcAttachment, type VpcAttachment } from './transit-gateway-attachment';

const toggle = enumeration('enable', 'disable');

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
    Options: structure({
      DnsSupport: toggle,
      SecurityGroupReferencingSupport: toggle,
      Ipv6Support: toggle,
      ApplianceModeSupport: toggle,
    }),
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
        Options: {
          DnsSupport: input.Options?.DnsSupport ?? 'enable',
          // Observed: a live account, github.com/floci-io/floci/pull/2347: enabled here, disabled on the gateway.
          SecurityGroupReferencingSupport: input.Options?.SecurityGroupReferencingSupport ?? 'enable',
          Ipv6Support: input.Options?.Ipv6Support ?? 'disable',
          ApplianceModeSupport: input.Options?.ApplianceModeSupport ?? 'disable',
        },
      },
    };
    world.transitGatewayAttachments.replace(attachment);
    return { TransitGatewayVpcAttachment: describeVpcAttachment(world, attachment) };
  },
});
