import { blockText, containsBlock, parseBlock } from '../ip';
import { block6Text, containsBlock6, parseBlock6 } from '../ip6';
import { getVpc, vpcBlocks, vpcBlocks6 } from '../vpc/vpc';
import type { World } from '../world';
import { isTo } from './destination';
import { propagatedRoutes } from './propagated-routes';
import type { Destination, Route, RouteTable } from './route-table';

/** A local route for every block of the VPC, the primary one first. */
export const localDestinations = (world: World, vpcId: string): Destination[] => {
  const vpc = getVpc(world, vpcId);
  return [
    ...vpcBlocks(vpc).map((block) => ({ DestinationCidrBlock: blockText(block) })),
    ...vpcBlocks6(vpc).map((block) => ({ DestinationIpv6CidrBlock: block6Text(block) })),
  ];
};

/**
 * All routes of a table: the local ones, those that were made, and those that virtual private gateways propagate. A static
 * route comes before a propagated one to the same block, which then is not shown.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function routesOf(world: World, table: RouteTable): Route[] {
  const locals = localDestinations(world, table.VpcId).map(
    (destination): Route =>
      table.routes.find((route) => isTo(route, destination)) ?? {
        ...destination,
        target: { kind: 'local' },
        Origin: 'CreateRouteTable',
      },
  );
  // A replaced local route whose block has left the VPC is gone with it.
  const made = table.routes.filter(
    ({ Origin, ...route }) => Origin === 'CreateRoute' && !locals.some((local) => isTo(local, route)),
  );
  const standing = [...locals, ...made];
  const propagated = propagatedRoutes(world, table).filter((route) => !standing.some((other) => isTo(other, route)));
  return [...standing, ...propagated];
}

/** How a destination lies to the VPC's blocks: one of them, a part of one, or neither. A prefix list is neither. */
export function placeInNetwork(world: World, vpcId: string, destination: Destination): 'equal' | 'inside' | 'outside' {
  if (localDestinations(world, vpcId).some((local) => isTo(local, destination))) return 'equal';
  const vpc = getVpc(world, vpcId);
  const block = parseBlock(destination.DestinationCidrBlock ?? '');
  const block6 = parseBlock6(destination.DestinationIpv6CidrBlock ?? '');
  const inside =
    (block && vpcBlocks(vpc).some((outer) => containsBlock(outer, block))) ||
    (block6 && vpcBlocks6(vpc).some((outer) => containsBlock6(outer, block6)));
  return inside ? 'inside' : 'outside';
}
