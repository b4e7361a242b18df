import { transitState } from '../transit-gateway/transit-gateway';
import { findVpcAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import { isActivePeering, pairKey } from '../vpc-peering-connection/vpc-peering-connection';
import type { World } from '../world';

/**
 * Whether public DNS names of one VPC's instances stand for their private addresses when another asks: inside the VPC always,
 * across a peering connection whose owner's side allows it, and across a transit gateway with DNS support on both attachments.
 * Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-dns.html;
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html (DNS support)
 */
export const resolvesPrivately = (world: World, fromVpcId: string, ownerVpcId: string): boolean =>
  fromVpcId === ownerVpcId ||
  isAllowedByPeering(world, fromVpcId, ownerVpcId) ||
  isAllowedByTransitGateway(world, fromVpcId, ownerVpcId);

function isAllowedByPeering(world: World, fromVpcId: string, ownerVpcId: string): boolean {
  const asked = world.vpcPeeringConnections.by('pair', pairKey(ownerVpcId, fromVpcId));
  if (asked.some((row) => isActivePeering(world, row) && row.dns.requester)) return true;
  const asking = world.vpcPeeringConnections.by('pair', pairKey(fromVpcId, ownerVpcId));
  return asking.some((row) => isActivePeering(world, row) && row.dns.accepter);
}

function isAllowedByTransitGateway(world: World, fromVpcId: string, ownerVpcId: string): boolean {
  return world.transitGatewayAttachments.by('VpcId', fromVpcId).some((one) => {
    const other = findVpcAttachment(world, one.TransitGatewayId, ownerVpcId);
    const gateway = world.transitGateways.get(one.TransitGatewayId);
    return (
      gateway?.Options.DnsSupport === 'enable' &&
      [one, other].every(
        (row) => row && transitState(world, row) === 'available' && row.vpc?.Options.DnsSupport === 'enable',
      )
    );
  });
}
