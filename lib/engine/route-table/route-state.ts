import { instanceState } from '../instance/instance';
import { natGatewayState } from '../nat-gateway/nat-gateway';
import { instanceOf } from '../network-interface/network-interface';
import { transitState } from '../transit-gateway/transit-gateway';
import { findVpcAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import { isActivePeering } from '../vpc-peering-connection/vpc-peering-connection';
import { isAttachedTo } from '../vpn-gateway/vpn-gateway';
import type { World } from '../world';
import { isEndpoint } from './route-quota';
import type { RouteTarget } from './route-table';

/**
 * Whether a route's target can take packets (`active`) or not (`blackhole`).
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const routeState = (world: World, vpcId: string, target: RouteTarget): 'active' | 'blackhole' =>
  isThere(world, vpcId, target) ? 'active' : 'blackhole';

function isThere(world: World, vpcId: string, target: RouteTarget): boolean {
  if ('kind' in target) return true;
  if ('GatewayId' in target) return isGatewayThere(world, vpcId, target.GatewayId);
  if ('NatGatewayId' in target) return isNatGatewayThere(world, target.NatGatewayId);
  if ('NetworkInterfaceId' in target) return isInterfaceThere(world, target.NetworkInterfaceId);
  if ('VpcPeeringConnectionId' in target) return isPeeringThere(world, target.VpcPeeringConnectionId);
  if ('TransitGatewayId' in target) return isTransitGatewayThere(world, vpcId, target.TransitGatewayId);
  return world.egressOnlyInternetGateways.get(target.EgressOnlyInternetGatewayId)?.VpcId === vpcId;
}

/** Assumed: a pending one counts, since AWS lets routes to it be made and shows them `active`. */
function isNatGatewayThere(world: World, id: string): boolean {
  const gateway = world.natGateways.get(id);
  return gateway !== undefined && ['pending', 'available'].includes(natGatewayState(world, gateway));
}

function isPeeringThere(world: World, id: string): boolean {
  const connection = world.vpcPeeringConnections.get(id);
  return connection !== undefined && isActivePeering(world, connection);
}

function isGatewayThere(world: World, vpcId: string, id: string): boolean {
  if (isEndpoint(id)) return world.vpcEndpoints.get(id) !== undefined;
  const vpnGateway = world.vpnGateways.get(id);
  return vpnGateway ? isAttachedTo(world, vpnGateway, vpcId) : world.internetGateways.get(id)?.attachedTo === vpcId;
}

/** The VPC that an internet gateway or virtual private gateway is attached to, from the moment it begins to be. */
export const attachedNetwork = (world: World, gatewayId: string): string | undefined =>
  (world.internetGateways.get(gatewayId) ?? world.vpnGateways.get(gatewayId))?.attachedTo;

/** Assumed: a stopped instance's interface takes no packets, as AWS shows a stopped NAT instance. */
function isInterfaceThere(world: World, id: string): boolean {
  const networkInterface = world.networkInterfaces.get(id);
  if (!networkInterface?.Attachment) return false;
  const instance = instanceOf(world, networkInterface);
  return !instance || !['stopping', 'stopped', 'shutting-down', 'terminated'].includes(instanceState(world, instance));
}

function isTransitGatewayThere(world: World, vpcId: string, id: string): boolean {
  const attachment = findVpcAttachment(world, id, vpcId);
  return attachment !== undefined && transitState(world, attachment) === 'available';
}
