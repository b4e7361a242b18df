import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeInternetGateway, getInternetGateway, type InternetGateway } from './internet-gateway';

/**
 * DescribeInternetGateways: the gateways asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html
 */
export const describeInternetGateways = operation({
  name: 'DescribeInternetGateways',
  input: { ...paged, InternetGatewayIds: list(string), Filters: filterList },
  run(world, input) {
    const { rows, ...page } = describeRows<InternetGateway>(input, {
      ids: input.InternetGatewayIds,
      idsParameter: 'internetGatewayIdSet', // Assumed: the wire name.
      get: (id) => getInternetGateway(world, id),
      list: () => world.internetGateways.list(),
      tags: (gateway) => gateway.Tags,
      filters: {
        'attachment.state': (gateway) => gateway.attachedTo && 'available',
        'attachment.vpc-id': (gateway) => gateway.attachedTo,
        'internet-gateway-id': (gateway) => gateway.InternetGatewayId,
        'owner-id': () => world.account,
      },
    });
    return { InternetGateways: rows.map((gateway) => describeInternetGateway(world, gateway)), ...page };
  },
});
