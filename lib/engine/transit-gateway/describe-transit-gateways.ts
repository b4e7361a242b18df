import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeTransitGateway, getListedTransitGateway, type TransitGateway, transitState } from './transit-gateway';

/**
 * DescribeTransitGateways: the transit gateways asked for, by id or by filter; deleted ones for about an hour.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTransitGateways.html
 */
export const describeTransitGateways = operation({
  name: 'DescribeTransitGateways',
  input: { TransitGatewayIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<TransitGateway>(input, {
      ids: input.TransitGatewayIds,
      idsParameter: 'transitGatewayIds',
      get: (id) => getListedTransitGateway(world, id),
      list: () => world.transitGateways.list(),
      tags: ({ Tags }) => Tags,
      filters: {
        'options.propagation-default-route-table-id': ({ Options }) => Options.PropagationDefaultRouteTableId,
        'options.amazon-side-asn': ({ Options }) => Options.AmazonSideAsn,
        'options.association-default-route-table-id': ({ Options }) => Options.AssociationDefaultRouteTableId,
        'options.auto-accept-shared-attachments': ({ Options }) => Options.AutoAcceptSharedAttachments,
        'options.default-route-table-association': ({ Options }) => Options.DefaultRouteTableAssociation,
        'options.default-route-table-propagation': ({ Options }) => Options.DefaultRouteTablePropagation,
        'options.dns-support': ({ Options }) => Options.DnsSupport,
        'options.vpn-ecmp-support': ({ Options }) => Options.VpnEcmpSupport,
        'owner-id': () => world.account,
        state: (gateway) => transitState(world, gateway),
        'transit-gateway-id': ({ TransitGatewayId }) => TransitGatewayId,
      },
    });
    return { TransitGateways: rows.map((gateway) => describeTransitGateway(world, gateway, true)), ...page };
  },
});
