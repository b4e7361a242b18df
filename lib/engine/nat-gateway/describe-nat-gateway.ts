import type { World } from '../world';
import { type NatGateway, type NatGatewayAddress, natGatewayState } from './nat-gateway';

/**
 * The gateway as AWS shows it, in the order of the API model.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html and the CLI's examples.
 */
export function describeNatGateway(world: World, gateway: NatGateway): object {
  return {
    CreateTime: gateway.CreateTime,
    ...(gateway.deletion && { DeleteTime: gateway.deletion.DeleteTime }),
    ...(world.now >= gateway.settledAt && gateway.failure),
    NatGatewayAddresses: gateway.addresses.map((address) => describeNatGatewayAddress(world, gateway, address)),
    NatGatewayId: gateway.NatGatewayId,
    State: natGatewayState(world, gateway),
    SubnetId: gateway.SubnetId,
    VpcId: gateway.VpcId,
    ...(gateway.Tags.length > 0 && { Tags: gateway.Tags }),
    ConnectivityType: gateway.ConnectivityType,
    AvailabilityMode: 'zonal',
  };
}

/**
 * One address of the gateway. One on its way shows neither its private nor its public side yet. Source: the CLI's
 * examples of CreateNatGateway and AssociateNatGatewayAddress; Assumed: DescribeNatGateways shows it so too.
 */
function describeNatGatewayAddress(world: World, gateway: NatGateway, address: NatGatewayAddress): object {
  const settled = world.now >= address.settledAt;
  const { AllocationId, NetworkInterfaceId, ...rest } = { ...gateway, ...address };
  return {
    ...(AllocationId !== undefined && { AllocationId }),
    ...(NetworkInterfaceId !== undefined && world.now >= gateway.settledAt && { NetworkInterfaceId }),
    ...(settled && rest.PrivateIp !== undefined && { PrivateIp: rest.PrivateIp }),
    ...(settled && rest.PublicIp !== undefined && { PublicIp: rest.PublicIp }),
    ...(settled && rest.AssociationId !== undefined && { AssociationId: rest.AssociationId }),
    IsPrimary: address.IsPrimary,
    Status: statusOf(world, gateway, address),
  };
}

function statusOf(world: World, gateway: NatGateway, address: NatGatewayAddress): string {
  const isPublic = gateway.ConnectivityType === 'public';
  if (address.draining) return isPublic ? 'disassociating' : 'unassigning';
  if (world.now < address.settledAt) return isPublic ? 'associating' : 'assigning';
  return gateway.failure ? 'failed' : 'succeeded';
}

/** How the operations that change a gateway's addresses answer: the addresses they touched. */
export const describeTouched = (
  world: World,
  gateway: NatGateway,
  touched: (address: NatGatewayAddress) => boolean,
): object => ({
  NatGatewayId: gateway.NatGatewayId,
  NatGatewayAddresses: gateway.addresses
    .filter(touched)
    .map((address) => describeNatGatewayAddress(world, gateway, address)),
});
