import type { World } from '../world';
import type { Destination, Route, RouteTable } from './route-table';
import { placeInNetwork } from './routes-of';

export const isGatewayTable = (table: RouteTable): boolean => table.associations.some(({ GatewayId }) => GatewayId);

/**
 * Whether a gateway's route table may have that route: only to network interfaces, and only for blocks of the VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export const suitsGateways = (world: World, vpcId: string, { target, ...destination }: Route): boolean =>
  ('kind' in target || 'NetworkInterfaceId' in target) && placeInNetwork(world, vpcId, destination) !== 'outside';

/**
 * Whether a destination inside the VPC is the whole block of one of its subnets, which is all that a route more specific than
 * the local one may have. Cost: the subnets of the VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html
 */
export const isSubnetBlock = (world: World, vpcId: string, destination: Destination): boolean =>
  world.subnets
    .by('VpcId', vpcId)
    .some(
      ({ CidrBlock, ipv6Block }) =>
        CidrBlock === destination.DestinationCidrBlock ||
        (ipv6Block !== undefined && ipv6Block.Ipv6CidrBlock === destination.DestinationIpv6CidrBlock),
    );
