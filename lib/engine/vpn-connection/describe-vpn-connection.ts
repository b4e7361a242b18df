import type { World } from '../world';
import { customerGatewayConfiguration } from './customer-gateway-configuration';
import { type VpnConnection, vpnConnectionState } from './vpn-connection';

/**
 * The connection as AWS shows it. `created`: the answer to its creation, which says nothing of the tunnels' health yet.
 * The configuration is shown while it is of use. No device stands at the other end, so the tunnels are down.
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
    ...(!created && { VgwTelemetry: row.tunnels.map((tunnel) => health(row, tunnel.OutsideIpAddress)) }),
    VpnConnectionId: row.VpnConnectionId,
    State,
    ...(isUsable && { CustomerGatewayConfiguration: customerGatewayConfiguration(world, row) }),
    Type: 'ipsec.1',
    CustomerGatewayId: row.CustomerGatewayId,
    ...(row.VpnGatewayId && { VpnGatewayId: row.VpnGatewayId }),
  };
}

const health = (row: VpnConnection, OutsideIpAddress: string): object => ({
  AcceptedRouteCount: 0,
  LastStatusChange: new Date(row.availableAt).toISOString(),
  OutsideIpAddress,
  Status: 'DOWN',
  StatusMessage: 'IPSEC IS DOWN',
});
