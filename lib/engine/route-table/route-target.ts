import { instanceErrors } from '../instance/errors';
import { getInstance, instanceState } from '../instance/instance';
import { getNetworkInterface, interfacesOf, type NetworkInterface } from '../network-interface/network-interface';
import { type InputOf, notModelled, required, string } from '../shapes';
import { findVpcAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import { vpcPeeringConnectionErrors } from '../vpc-peering-connection/errors';
import { getVpcPeeringConnection } from '../vpc-peering-connection/vpc-peering-connection';
import type { World } from '../world';
import { destinationMembers, destinationText } from './destination';
import { routeTableErrors } from './errors';
import { routeErrors } from './route-errors';
import { attachedNetwork } from './route-state';
import type { Destination, RouteTable, RouteTarget } from './route-table';

/** The parameters that CreateRoute and ReplaceRoute name a target with; exactly one is given. */
const targets = {
  TransitGatewayId: string,
  GatewayId: string,
  EgressOnlyInternetGatewayId: string,
  InstanceId: string,
  NetworkInterfaceId: string,
  VpcPeeringConnectionId: string,
  NatGatewayId: string,
} as const;
type GivenTarget = InputOf<typeof targets>;

/** The parameters that CreateRoute and ReplaceRoute share. */
export const routeMembers = {
  ...destinationMembers,
  ...targets,
  RouteTableId: required(string),
  VpcEndpointId: notModelled,
  LocalGatewayId: notModelled,
  CarrierGatewayId: notModelled,
  CoreNetworkArn: notModelled,
  OdbNetworkArn: notModelled,
} as const;

const targetNames = Object.keys(targets) as (keyof typeof targets)[]; // Its own keys, which TypeScript does not tell.

/** How many targets a call names. */
export const targetCount = (given: GivenTarget): number => targetNames.filter((name) => given[name]).length;

/**
 * The one target of a call. Refuses one that does not exist, one that is not of the table's VPC, and one that the destination
 * does not suit.
 */
export function targetOf(world: World, table: RouteTable, given: GivenTarget, destination: Destination): RouteTarget {
  if (given.GatewayId) return gateway(world, table, given.GatewayId);
  if (given.NatGatewayId) return natGateway(world, table, given.NatGatewayId, destination);
  if (given.InstanceId) return onlyInterface(world, table, given.InstanceId);
  if (given.NetworkInterfaceId) {
    return ownInterface(table, getNetworkInterface(world, given.NetworkInterfaceId));
  }
  if (given.VpcPeeringConnectionId) return peering(world, table, given.VpcPeeringConnectionId);
  if (given.TransitGatewayId) return transitGateway(world, table, given.TransitGatewayId);
  return egressOnlyGateway(world, table, given.EgressOnlyInternetGatewayId ?? '', destination);
}

function gateway(world: World, table: RouteTable, id: string): RouteTarget {
  if (!world.internetGateways.get(id) && !world.vpnGateways.get(id)) throw routeErrors.gatewayNotFound(id);
  if (attachedNetwork(world, id) !== table.VpcId) throw routeTableErrors.gatewayElsewhere(table.RouteTableId, id);
  return { GatewayId: id };
}

/**
 * NAT gateways take IPv4, and IPv6 for addresses that stand for IPv4 ones.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
const nat64 = '64:ff9b::/96';

function natGateway(world: World, table: RouteTable, id: string, destination: Destination): RouteTarget {
  const nat = world.natGateways.get(id);
  if (!nat || nat.deletion) throw routeErrors.natGatewayNotFound(id);
  if (nat.VpcId !== table.VpcId) throw routeErrors.targetElsewhere(table.RouteTableId, 'NAT gateway', id);
  if (destination.DestinationIpv6CidrBlock && destination.DestinationIpv6CidrBlock !== nat64) {
    throw routeErrors.family(destinationText(destination), 'a NAT gateway');
  }
  return { NatGatewayId: id };
}

/** An instance stands for its network interface, of which it must have exactly one. */
function onlyInterface(world: World, table: RouteTable, id: string): RouteTarget {
  const instance = getInstance(world, id);
  const [only, ...more] = interfacesOf(world, id);
  if (more.length > 0) throw instanceErrors.severalInterfaces(id);
  if (!only) throw instanceErrors.wrongState(instanceState(world, instance), id);
  return ownInterface(table, only);
}

function ownInterface(table: RouteTable, { NetworkInterfaceId, VpcId }: NetworkInterface): RouteTarget {
  if (VpcId !== table.VpcId) throw routeErrors.targetElsewhere(table.RouteTableId, 'interface', NetworkInterfaceId);
  return { NetworkInterfaceId };
}

/** Accepted while nobody has accepted the connection: the route is a blackhole until then. Assumed: an ended one is unknown. */
function peering(world: World, table: RouteTable, id: string): RouteTarget {
  const { ended, requester, accepter } = getVpcPeeringConnection(world, id);
  if (ended) throw vpcPeeringConnectionErrors.notFound(id);
  if (![requester, accepter].includes(table.VpcId)) {
    throw routeErrors.targetElsewhere(table.RouteTableId, 'VPC peering connection', id);
  }
  return { VpcPeeringConnectionId: id };
}

function transitGateway(world: World, table: RouteTable, id: string): RouteTarget {
  if (!findVpcAttachment(world, id, table.VpcId)) throw routeErrors.transitGatewayNotFound(id);
  return { TransitGatewayId: id };
}

function egressOnlyGateway(world: World, table: RouteTable, id: string, destination: Destination): RouteTarget {
  const eigw = world.egressOnlyInternetGateways.get(id);
  if (!eigw) throw routeErrors.gatewayNotFound(id);
  if (eigw.VpcId !== table.VpcId) throw routeTableErrors.gatewayElsewhere(table.RouteTableId, id);
  if (destination.DestinationCidrBlock) {
    throw routeErrors.family(destinationText(destination), 'an egress-only internet gateway');
  }
  return { EgressOnlyInternetGatewayId: id };
}
