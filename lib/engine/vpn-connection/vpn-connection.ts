import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { vpnConnectionErrors } from './errors';
import type { Tunnel } from './tunnel-options';

export interface VpnConnection extends Row {
  readonly VpnConnectionId: string;
  readonly CustomerGatewayId: string;
  /** At most one of the two; with neither, AWS's end is still to be chosen. */
  readonly VpnGatewayId?: string;
  readonly TransitGatewayId?: string;
  readonly StaticRoutesOnly: boolean;
  readonly LocalIpv4NetworkCidr: string;
  readonly RemoteIpv4NetworkCidr: string;
  readonly tunnels: readonly [Tunnel, Tunnel];
  /** Static routes; blocks in canonical text, each `pending` before its instant. */
  readonly routes: readonly { readonly DestinationCidrBlock: string; readonly availableAt: number }[];
  /** `pending` before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  /** Set by DeleteVpnConnection: `deleting` until the timer says that it is gone. */
  readonly deleting?: true;
  /** `deleted`, and still listed for a while. It holds its gateways no more. */
  readonly gone?: true;
  readonly Tags: readonly Tag[];
}

export const vpnConnections = defineTable<VpnConnection>()('VpnConnectionId', {
  kept: (row) => (row.gone ? undefined : 'kept'),
  CustomerGatewayId: (row) => (row.gone ? undefined : row.CustomerGatewayId),
  VpnGatewayId: (row) => (row.gone ? undefined : row.VpnGatewayId),
  TransitGatewayId: (row) => (row.gone ? undefined : row.TransitGatewayId),
});

export function getVpnConnection(world: World, id: string): VpnConnection {
  const row = world.vpnConnections.get(id);
  if (row) return row;
  throw id.startsWith('vpn-') ? vpnConnectionErrors.notFound(id) : vpnConnectionErrors.malformedId(id);
}

/** One whose static routes can be changed. Refuses any other in the words for its type, then its state. */
export function getRoutedConnection(world: World, id: string): VpnConnection {
  const row = getVpnConnection(world, id);
  if (!row.StaticRoutesOnly || row.TransitGatewayId) throw vpnConnectionErrors.invalidType();
  if (vpnConnectionState(world, row) !== 'available') throw vpnConnectionErrors.invalidState();
  return row;
}

export function vpnConnectionState(world: World, row: VpnConnection): string {
  if (row.gone) return 'deleted';
  if (row.deleting) return 'deleting';
  return world.now < row.availableAt ? 'pending' : 'available';
}

/**
 * The blocks that a virtual private gateway announces to route tables that take its routes: the static ones of its connections.
 * Nothing is learned by BGP, since no device stands at the other end. Differs: AWS announces them only while a tunnel is up.
 */
export const announcedBlocks = (world: World, vpnGatewayId: string): string[] => [
  ...new Set(
    world.vpnConnections
      .by('VpnGatewayId', vpnGatewayId)
      .filter((row) => vpnConnectionState(world, row) === 'available')
      .flatMap((row) => row.routes.filter(({ availableAt }) => world.now >= availableAt))
      .map(({ DestinationCidrBlock }) => DestinationCidrBlock),
  ),
];
