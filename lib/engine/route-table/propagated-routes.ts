import { announcedBlocks } from '../vpn-connection/vpn-connection';
import { isAttachedTo } from '../vpn-gateway/vpn-gateway';
import type { World } from '../world';
import type { Route, RouteTable } from './route-table';

/**
 * The routes that virtual private gateways propagate to a table while they are attached to its VPC.
 * Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html
 */
export const propagatedRoutes = (world: World, table: RouteTable): Route[] =>
  table.propagatingVgws.flatMap((GatewayId) => {
    const gateway = world.vpnGateways.get(GatewayId);
    if (!gateway || !isAttachedTo(world, gateway, table.VpcId)) return [];
    return announcedBlocks(world, GatewayId).map(
      (cidr): Route => ({
        // Only a private line carries IPv6 to a virtual private gateway.
        ...(cidr.includes(':') ? { DestinationIpv6CidrBlock: cidr } : { DestinationCidrBlock: cidr }),
        target: { GatewayId },
        Origin: 'EnableVgwRoutePropagation',
      }),
    );
  });
