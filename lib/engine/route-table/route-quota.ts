import { findPrefixList } from '../prefix-list/prefix-list';
import type { World } from '../world';
import type { Destination, RouteTable } from './route-table';

/** A prefix list counts for as many routes as it may have entries. */
const weightOf = (world: World, { DestinationPrefixListId: id }: Destination): number =>
  (id ? findPrefixList(world, id)?.weight : undefined) ?? 1;

const isIpv6 = (world: World, { DestinationIpv6CidrBlock, DestinationPrefixListId: id }: Destination): boolean =>
  DestinationIpv6CidrBlock !== undefined || (id ? findPrefixList(world, id)?.AddressFamily === 'IPv6' : false);

/**
 * Whether a table can hold one more destination, or (`more`) so many more entries of a prefix list that it has. IPv4 and IPv6
 * count each by itself; local and propagated routes, and those of gateway endpoints, do not count.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export function hasRoomFor(world: World, table: RouteTable, destination: Destination, more?: number): boolean {
  const family = isIpv6(world, destination);
  const held = table.routes
    .filter(
      ({ Origin, target }) => Origin === 'CreateRoute' && !('GatewayId' in target && isEndpoint(target.GatewayId)),
    )
    .filter((route) => isIpv6(world, route) === family)
    .reduce((sum, route) => sum + weightOf(world, route), 0);
  return held + (more ?? weightOf(world, destination)) <= world.quotas.routesPerRouteTable;
}

/** Whether a gateway is a gateway endpoint, whose routes only the endpoint changes. */
export const isEndpoint = (gatewayId: string): boolean => gatewayId.startsWith('vpce-');
