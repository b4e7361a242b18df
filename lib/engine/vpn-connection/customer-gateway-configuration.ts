import { ipText, parseBlock } from '../ip';
import type { World } from '../world';
import type { Tunnel } from './tunnel-options';
import type { VpnConnection } from './vpn-connection';

/**
 * What the person at the other end needs for the device, in AWS's XML. The values for IKE and IPsec are the ones that AWS
 * offers first; what was set differently for a tunnel is in its options.
 * Source: configurations that users posted. Assumed: how a connection to a transit gateway, or to none yet, names it.
 */
export function customerGatewayConfiguration(world: World, row: VpnConnection): string {
  const gateway = row.TransitGatewayId
    ? element('transit_gateway_id', row.TransitGatewayId)
    : element('vpn_gateway_id', row.VpnGatewayId ?? '');
  const attributes = row.StaticRoutesOnly ? [element('vpn_connection_attributes', 'NoBGPVPNConnection')] : [];
  const lines = [
    `<vpn_connection id="${row.VpnConnectionId}">`,
    ...indented([
      element('customer_gateway_id', row.CustomerGatewayId),
      gateway,
      element('vpn_connection_type', 'ipsec.1'),
      ...attributes,
      ...row.tunnels.flatMap((tunnel) => parent('ipsec_tunnel', tunnelLines(world, row, tunnel))),
    ]),
    '</vpn_connection>',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}`;
}

function tunnelLines(world: World, row: VpnConnection, tunnel: Tunnel): string[] {
  const inside = parseBlock(tunnel.TunnelInsideCidr)?.base ?? 0;
  const device = world.customerGateways.get(row.CustomerGatewayId);
  const amazonAsn =
    world.vpnGateways.get(row.VpnGatewayId ?? '')?.AmazonSideAsn ??
    world.transitGateways.get(row.TransitGatewayId ?? '')?.Options.AmazonSideAsn ??
    64_512;
  const end = (outside: string, insideIp: number, asn: number): string[] => [
    ...parent('tunnel_outside_address', [element('ip_address', outside)]),
    ...parent('tunnel_inside_address', [
      element('ip_address', ipText(insideIp)),
      element('network_mask', '255.255.255.252'),
      element('network_cidr', '30'),
    ]),
    ...(row.StaticRoutesOnly ? [] : parent('bgp', [element('asn', String(asn)), element('hold_time', '30')])),
  ];
  return [
    ...parent('customer_gateway', end(device?.IpAddress ?? '', inside + 2, device?.asn ?? 65_000)),
    ...parent('vpn_gateway', end(tunnel.OutsideIpAddress, inside + 1, amazonAsn)),
    ...parent('ike', [
      element('authentication_protocol', 'sha1'),
      element('encryption_protocol', 'aes-128-cbc'),
      element('lifetime', String(tunnel.Phase1LifetimeSeconds ?? 28_800)),
      element('perfect_forward_secrecy', 'group2'),
      element('mode', 'main'),
      element('pre_shared_key', tunnel.PreSharedKey),
    ]),
    ...parent('ipsec', [
      element('protocol', 'esp'),
      element('authentication_protocol', 'hmac-sha1-96'),
      element('encryption_protocol', 'aes-128-cbc'),
      element('lifetime', String(tunnel.Phase2LifetimeSeconds ?? 3_600)),
      element('perfect_forward_secrecy', 'group2'),
      element('mode', 'tunnel'),
      element('clear_df_bit', 'true'),
      element('fragmentation_before_encryption', 'true'),
      element('tcp_mss_adjustment', '1379'),
      ...parent('dead_peer_detection', [element('interval', '10'), element('retries', '3')]),
    ]),
  ];
}

// Every text is an id, a number, an address or a key of letters, digits, dots and underscores: nothing to escape.
const element = (name: string, text: string): string => `<${name}>${text}</${name}>`;
const parent = (name: string, lines: readonly string[]): string[] => [`<${name}>`, ...indented(lines), `</${name}>`];
const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
