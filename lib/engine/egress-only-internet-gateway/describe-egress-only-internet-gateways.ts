import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import {
  describeEgressOnlyInternetGateway,
  type EgressOnlyInternetGateway,
  getEgressOnlyInternetGateway,
} from './egress-only-internet-gateway';

/**
 * DescribeEgressOnlyInternetGateways: the gateways asked for, by id or by filter on tags, the only ones documented.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeEgressOnlyInternetGateways.html
 * Assumed: an id of no gateway is left out, as clients that look for the end of one take no refusal for it.
 */
export const describeEgressOnlyInternetGateways = operation({
  name: 'DescribeEgressOnlyInternetGateways',
  input: { EgressOnlyInternetGatewayIds: list(string), ...paged, Filters: filterList },
  run(world, input) {
    const { rows, ...page } = describeRows<EgressOnlyInternetGateway>(input, {
      ids: input.EgressOnlyInternetGatewayIds,
      idsParameter: 'egressOnlyInternetGatewayIdSet', // Assumed: the wire name.
      get: (id) => getEgressOnlyInternetGateway(world, id),
      getAll: (ids) => ids.flatMap((id) => world.egressOnlyInternetGateways.get(id) ?? []),
      list: () => world.egressOnlyInternetGateways.list(),
      tags: (gateway) => gateway.Tags,
      filters: {},
      most: 255,
    });
    return { EgressOnlyInternetGateways: rows.map(describeEgressOnlyInternetGateway), ...page };
  },
});
