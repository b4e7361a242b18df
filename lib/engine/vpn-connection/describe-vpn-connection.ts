import { siteBehind } from '../sites';
import type { World } from '../world';
import { customerGatewayConfiguration } from './customer-gateway-configuration';
import { connectionBlocks, type VpnConnection, vpnConnectionState } from './vpn-connection';

/**
 * The connection as AWS shows it. `created`: the answer to its creation, which says nothing of the tunnels' health yet.
 * The configuration is shown while it is of use. The tunnels are up while a device of the lab stands at the other end.
 * Source: the CLI's examples; descriptions that users posted.
 */
export function describeVpnConnection(world: World, row: VpnConnection, created = false): object {
  const State = vpnConnectionState(world, row);
  const isUsable = State === 'pending' || State === 'available';
  return {
    Category: 'VPN',
    ...(row.TransitGatewayId && { TransitGatewayId: row.TransitGatewayId }),
    GatewayAssociationState: row.VpnGatewayId || row.TransitGatewayId ? 'associated' : 'not-associated',
    Options: {
      EnableAcceleration: false,
      StaticRoutesOnly: row.StaticRoutesOnly,
      LocalIpv4NetworkCidr: row.LocalIpv4NetworkCidr,
      RemoteIpv4NetworkCidr: row.RemoteIpv4NetworkCidr,
      OutsideIpAddressType: 'PublicIpv4',
      TunnelInsideIpVersion: 'ipv4',
      TunnelOptions: row.tunnels,
    },
    Routes: row.routes.map(({ DestinationCidrBlock, availableAt }) => ({
      DestinationCidrBlock,
      Source: 'Static',
      State: world.now < availableAt ? 'pending' : 'available',
    })),
    Tags: row.Tags,
    ...(!created && { VgwTelemetry: row.tunnels.map((tunnel) => health(world, row, tunnel.OutsideIpAddress)) }),
    VpnConnectionId: row.VpnConnectionId,
    State,
    ...(isUsable && { CustomerGatewayConfiguration: customerGatewayConfiguration(world, row) }),
    Type: 'ipsec.1',
    CustomerGatewayId: row.CustomerGatewayId,
    ...(row.VpnGatewayId && { VpnGatewayId: row.VpnGatewayId }),
  };
}

/** Source of the words: descriptions that users posted. Assumed: none of a static connection whose tunnels are up. */
function health(world: World, row: VpnConnection, OutsideIpAddress: string): object {
  const isUp = vpnConnectionState(world, row) === 'available' && siteBehind(world, row.CustomerGatewayId) !== undefined;
  const learned = isUp && !row.StaticRoutesOnly ? connectionBlocks(world, row).length : 0;
  return {
    AcceptedRouteCount: learned,
    LastStatusChange: new Date(row.availableAt).toISOString(),
    OutsideIpAddress,
    Status: isUp ? 'UP' : 'DOWN',
    StatusMessage: isUp ? (row.StaticRoutesOnly ? '' : `${learned} BGP ROUTES`) : 'IPSEC IS DOWN',
  };
}
