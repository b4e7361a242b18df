import { NotModelled } from '../aws-error';
import { getUsableCustomerGateway } from '../customer-gateway/customer-gateway';
import { newId, nextSequence } from '../ids';
import { blockText, parseBlock } from '../ip';
import { operation } from '../operation';
import {
  boolean,
  enumeration,
  type InputOf,
  list,
  notModelled,
  required,
  string,
  structure,
  tagSpecifications,
} from '../shapes';
import { tagsFor } from '../tags';
import { attachVpn } from '../transit-gateway-attachment/attach-vpn';
import { vpnGatewayErrors } from '../vpn-gateway/errors';
import { getVpnGateway } from '../vpn-gateway/vpn-gateway';
import type { World } from '../world';
import { describeVpnConnection } from './describe-vpn-connection';
import { vpnConnectionErrors } from './errors';
import { makeTunnels } from './make-tunnels';
import { tunnelMembers } from './tunnel-options';

/** How long a new connection is `pending`. Assumed: a minute; AWS takes several. */
const pendingMs = 60_000;

const options = {
  EnableAcceleration: boolean,
  TunnelInsideIpVersion: enumeration('ipv4', 'ipv6'),
  TunnelOptions: list(structure(tunnelMembers)),
  LocalIpv4NetworkCidr: string,
  RemoteIpv4NetworkCidr: string,
  LocalIpv6NetworkCidr: notModelled,
  RemoteIpv6NetworkCidr: notModelled,
  OutsideIpAddressType: string,
  TransportTransitGatewayAttachmentId: notModelled,
  TunnelBandwidth: notModelled,
  StaticRoutesOnly: boolean,
} as const;

/**
 * CreateVpnConnection: two tunnels between a customer gateway and a virtual private gateway or a transit gateway. With the same
 * customer gateway and virtual private gateway again, it answers the connection that is there.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnection.html
 * Not modelled: IPv6, acceleration, private outside addresses, logs of tunnels, VPN concentrators, keys in Secrets Manager.
 * Differs: where a lab has a device with the customer gateway's address, tunnels are up and routes learned at once; elsewhere
 * they stay down, and nothing is learned.
 */
export const createVpnConnection = operation({
  name: 'CreateVpnConnection',
  input: {
    CustomerGatewayId: required(string),
    Type: required(enumeration('ipsec.1')),
    VpnGatewayId: string,
    TransitGatewayId: string,
    VpnConcentratorId: notModelled,
    TagSpecifications: tagSpecifications,
    PreSharedKeyStorage: notModelled,
    Options: structure(options),
  },
  run(world, input) {
    const { VpnGatewayId, TransitGatewayId, Options = {} } = input;
    if (VpnGatewayId && TransitGatewayId) throw vpnConnectionErrors.gatewayTwice();
    const networks = acceptOptions(Options);
    const Tags = tagsFor(world, input.TagSpecifications, 'vpn-connection');
    const { CustomerGatewayId } = getUsableCustomerGateway(world, input.CustomerGatewayId);
    const same = VpnGatewayId && connectionBetween(world, CustomerGatewayId, VpnGatewayId);
    if (same) return { VpnConnection: describeVpnConnection(world, same, true) };
    refusePastQuota(world, VpnGatewayId);

    const creation = nextSequence(world);
    const VpnConnectionId = newId(world, 'vpnConnection');
    const connection = world.vpnConnections.insert({
      creation,
      VpnConnectionId,
      CustomerGatewayId,
      ...(VpnGatewayId && { VpnGatewayId }),
      ...(TransitGatewayId && { TransitGatewayId }),
      StaticRoutesOnly: Options.StaticRoutesOnly ?? false,
      ...networks,
      tunnels: makeTunnels(
        world,
        VpnConnectionId,
        Options.TunnelOptions ?? [],
        blocksInside(world, VpnGatewayId, TransitGatewayId),
      ),
      routes: [],
      availableAt: world.now + pendingMs,
      Tags,
    });
    if (TransitGatewayId) attachVpn(world, TransitGatewayId, VpnConnectionId);
    return { VpnConnection: describeVpnConnection(world, connection, true) };
  },
});

function acceptOptions(given: InputOf<typeof options>): {
  LocalIpv4NetworkCidr: string;
  RemoteIpv4NetworkCidr: string;
} {
  if (given.EnableAcceleration) throw new NotModelled('accelerated VPN connections');
  if (given.TunnelInsideIpVersion === 'ipv6') throw new NotModelled('IPv6 in VPN tunnels');
  const { OutsideIpAddressType: outside = 'PublicIpv4' } = given;
  if (outside !== 'PublicIpv4') throw new NotModelled(`VPN connections with outside addresses of type ${outside}`);
  if ((given.TunnelOptions ?? []).length > 2) throw vpnConnectionErrors.tunnelCount();
  const network = (name: 'LocalIpv4NetworkCidr' | 'RemoteIpv4NetworkCidr'): string => {
    const block = parseBlock(given[name] ?? '0.0.0.0/0');
    if (!block) throw vpnConnectionErrors.cidr(given[name] ?? '', name);
    return blockText(block);
  };
  return {
    LocalIpv4NetworkCidr: network('LocalIpv4NetworkCidr'),
    RemoteIpv4NetworkCidr: network('RemoteIpv4NetworkCidr'),
  };
}

function connectionBetween(world: World, customerGatewayId: string, vpnGatewayId: string) {
  const gateway = getVpnGateway(world, vpnGatewayId);
  if (gateway.deleted) throw vpnGatewayErrors.state();
  return world.vpnConnections
    .by('VpnGatewayId', vpnGatewayId)
    .find((row) => row.CustomerGatewayId === customerGatewayId && !row.deleting);
}

function refusePastQuota(world: World, vpnGatewayId: string | undefined): void {
  const { vpnConnections, quotas } = world;
  const isFull = vpnConnections.count('kept', 'kept') >= quotas.vpnConnectionsPerRegion;
  const onGateway = vpnGatewayId ? vpnConnections.count('VpnGatewayId', vpnGatewayId) : 0;
  if (isFull || onGateway >= quotas.vpnConnectionsPerVpnGateway) throw vpnConnectionErrors.limit();
}

function blocksInside(world: World, vpnGatewayId?: string, transitGatewayId?: string): Set<string> {
  const others = vpnGatewayId
    ? world.vpnConnections.by('VpnGatewayId', vpnGatewayId)
    : world.vpnConnections.by('TransitGatewayId', transitGatewayId ?? '');
  return new Set(others.flatMap(({ tunnels }) => tunnels.map(({ TunnelInsideCidr }) => TunnelInsideCidr)));
}
