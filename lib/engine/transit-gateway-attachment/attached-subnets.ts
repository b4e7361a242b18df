import { makeServiceInterface } from '../network-interface/make-service-interface';
import type { Subnet } from '../subnet/subnet';
import type { World } from '../world';
import { transitGatewayAttachmentErrors } from './errors';
import type { VpcAttachment } from './transit-gateway-attachment';

/**
 * Subnets that an attachment may be given: of its VPC, and at most one for each zone, those it has included. A subnet of
 * another VPC is refused as if it did not exist. Observed: a live account, github.com/floci-io/floci/pull/2347.
 */
export function acceptSubnets(
  world: World,
  vpcId: string,
  subnetIds: readonly string[],
  attached: readonly string[] = [],
): Subnet[] {
  const subnets = subnetIds.map((id) => {
    const subnet = world.subnets.get(id);
    if (subnet?.VpcId !== vpcId) throw transitGatewayAttachmentErrors.subnetNotFound(id);
    return subnet;
  });
  const zones = [...attached.map((id) => world.subnets.get(id)), ...subnets].map((subnet) => subnet?.AvailabilityZone);
  if (new Set(zones).size < zones.length) throw transitGatewayAttachmentErrors.sameZone();
  return subnets;
}

/** Put the attachment's interface into each subnet. Source: test/transcripts/ground-truth.yaml, 9-transit-gateway. */
export const attachSubnets = (
  world: World,
  attachmentId: string,
  subnets: readonly Subnet[],
): VpcAttachment['vpc']['subnets'] =>
  subnets.map((subnet) => ({
    SubnetId: subnet.SubnetId,
    NetworkInterfaceId: makeServiceInterface(world, {
      subnet,
      interfaceType: 'transit_gateway',
      description: `Network Interface for Transit Gateway Attachment ${attachmentId}`,
      requesterId: world.account,
      requesterManaged: false,
      groups: [],
      sourceDestCheck: false,
      instanceOwnerId: 'amazon-aws',
      attachment: 'ela-attach',
    }).NetworkInterfaceId,
  }));
