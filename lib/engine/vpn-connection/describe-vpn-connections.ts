import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, string } from '../shapes';
import { customerGatewayConfiguration } from './customer-gateway-configuration';
import { describeVpnConnection } from './describe-vpn-connection';
import { getVpnConnection, type VpnConnection, vpnConnectionState } from './vpn-connection';

/**
 * DescribeVpnConnections: the connections asked for, by id or by filter; AWS has no pages here.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpnConnections.html
 */
export const describeVpnConnections = operation({
  name: 'DescribeVpnConnections',
  input: { Filters: filterList, VpnConnectionIds: list(string) },
  run(world, input) {
    const { rows } = describeRows<VpnConnection>(input, {
      ids: input.VpnConnectionIds,
      idsParameter: 'vpnConnectionIds',
      get: (id) => getVpnConnection(world, id),
      list: () => world.vpnConnections.list(),
      tags: (row) => row.Tags,
      filters: {
        'bgp-asn': (row) => world.customerGateways.get(row.CustomerGatewayId)?.asn,
        'customer-gateway-configuration': (row) => customerGatewayConfiguration(world, row),
        'customer-gateway-id': (row) => row.CustomerGatewayId,
        'option.static-routes-only': (row) => row.StaticRoutesOnly,
        'route.destination-cidr-block': (row) => row.routes.map(({ DestinationCidrBlock }) => DestinationCidrBlock),
        state: (row) => vpnConnectionState(world, row),
        'transit-gateway-id': (row) => row.TransitGatewayId,
        type: () => 'ipsec.1',
        'vpn-connection-id': (row) => row.VpnConnectionId,
        'vpn-gateway-id': (row) => row.VpnGatewayId,
      },
    });
    return { VpnConnections: rows.map((row) => describeVpnConnection(world, row)) };
  },
});
