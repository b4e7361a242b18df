import { siteBehind, sitesOnPrivateLine } from '../sites';
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

export function vpnConnectionState(world: World, row: VpnConnection): string {
  if (row.gone) return 'deleted';
  if (row.deleting) return 'deleting';
  return world.now < row.availableAt ? 'pending' : 'available';
}

/**
 * The blocks that a virtual private gateway announces to route tables that take its routes: those of networks on premises that
 * have a private line to it, and of its connections the static ones and what the device at the other end announces by BGP.
 * Differs: AWS announces a connection's static routes only while a tunnel is up.
 */
export const announcedBlocks = (world: World, vpnGatewayId: string): string[] => {
  const tags = world.vpnGateways.get(vpnGatewayId)?.Tags ?? [];
  return [
    ...new Set([
      ...sitesOnPrivateLine(world, vpnGatewayId, tags).flatMap(({ cidrs }) => cidrs),
      ...world.vpnConnections
        .by('VpnGatewayId', vpnGatewayId)
        .filter((row) => vpnConnectionState(world, row) === 'available')
        .flatMap((row) => connectionBlocks(world, row)),
    ]),
  ];
};

/**
 * The blocks that a connection leads to from AWS's side: its static routes, or with dynamic routing those that the device at the
 * other end announces, which are the IPv4 blocks of its network: a tunnel carries one family.
 */
export const connectionBlocks = (world: World, row: VpnConnection): readonly string[] =>
  row.StaticRoutesOnly
    ? row.routes.filter(({ availableAt }) => world.now >= availableAt).map((route) => route.DestinationCidrBlock)
    : (siteBehind(world, row.CustomerGatewayId)?.cidrs ?? []).filter((cidr) => !cidr.includes(':'));
