import { removeServiceInterface } from '../network-interface/make-service-interface';
import { operation } from '../operation';
import { list, required, string } from '../shapes';
import { transitMs } from '../transit-gateway/transit-gateway';
import { acceptSubnets, attachSubnets } from './attached-subnets';
import { attachmentOptions, chosenOptions } from './attachment-options';
import { transitGatewayAttachmentErrors } from './errors';
import { describeVpcAttachment, getAvailableVpcAttachment, type VpcAttachment } from './transit-gateway-attachment';

/**
 * ModifyTransitGatewayVpcAttachment: its subnets and options. Subnets are removed before others are added.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTransitGatewayVpcAttachment.html
 * Differs: a removed subnet's interface goes at once; in AWS it goes while the attachment is `modifying`.
 */
export const modifyTransitGatewayVpcAttachment = operation({
  name: 'ModifyTransitGatewayVpcAttachment',
  input: {
    TransitGatewayAttachmentId: required(string),
    AddSubnetIds: list(string),
    RemoveSubnetIds: list(string),
    Options: attachmentOptions,
  },
  run(world, input) {
    const { AddSubnetIds = [], RemoveSubnetIds = [], Options } = input;
    const attachment = getAvailableVpcAttachment(world, input.TransitGatewayAttachmentId);
    const { subnets, Options: before } = attachment.vpc;
    for (const id of RemoveSubnetIds) {
      if (!subnets.some(({ SubnetId }) => SubnetId === id)) throw transitGatewayAttachmentErrors.subnetNotAttached(id);
    }
    const kept = subnets.filter(({ SubnetId }) => !RemoveSubnetIds.includes(SubnetId));
    const keptIds = kept.map(({ SubnetId }) => SubnetId);
    const added = acceptSubnets(world, attachment.ResourceId, AddSubnetIds, keptIds);
    if (kept.length + added.length === 0) throw transitGatewayAttachmentErrors.noSubnets();

    for (const { SubnetId, NetworkInterfaceId } of subnets) {
      if (!keptIds.includes(SubnetId)) removeServiceInterface(world, NetworkInterfaceId);
    }
    const modified: VpcAttachment = {
      ...attachment,
      vpc: {
        subnets: [...kept, ...attachSubnets(world, attachment.TransitGatewayAttachmentId, added)],
        Options: chosenOptions(Options, before),
      },
      availableAt: world.now + transitMs.modification,
      modified: true,
    };
    world.transitGatewayAttachments.replace(modified);
    return { TransitGatewayVpcAttachment: describeVpcAttachment(world, modified) };
  },
});
