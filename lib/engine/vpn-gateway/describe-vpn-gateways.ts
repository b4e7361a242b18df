import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, string } from '../shapes';
import { describeVpnGateway, getVpnGateway, type VpnGateway, vpcAttachments, vpnGatewayState } from './vpn-gateway';

/**
 * DescribeVpnGateways: the gateways asked for, by id or by filter; AWS has no pages here.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpnGateways.html
 */
export const describeVpnGateways = operation({
  name: 'DescribeVpnGateways',
  input: { Filters: filterList, VpnGatewayIds: list(string) },
  run(world, input) {
    const { rows } = describeRows<VpnGateway>(input, {
      ids: input.VpnGatewayIds,
      idsParameter: 'vpnGatewayIds',
      get: (id) => getVpnGateway(world, id),
      list: () => world.vpnGateways.list(),
      tags: (row) => row.Tags,
      filters: {
        'amazon-side-asn': (row) => row.AmazonSideAsn,
        'attachment.state': (row) => vpcAttachments(world, row).map(({ State }) => State),
        'attachment.vpc-id': (row) => vpcAttachments(world, row).map(({ VpcId }) => VpcId),
        'availability-zone': (row) => row.AvailabilityZone,
        state: vpnGatewayState,
        type: () => 'ipsec.1',
        'vpn-gateway-id': (row) => row.VpnGatewayId,
      },
    });
    return { VpnGateways: rows.map((row) => describeVpnGateway(world, row)) };
  },
});
