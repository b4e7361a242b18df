import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, string } from '../shapes';
import {
  type CustomerGateway,
  customerGatewayState,
  describeCustomerGateway,
  getCustomerGateway,
} from './customer-gateway';

/**
 * DescribeCustomerGateways: the gateways asked for, by id or by filter; AWS has no pages here.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeCustomerGateways.html
 */
export const describeCustomerGateways = operation({
  name: 'DescribeCustomerGateways',
  input: { CustomerGatewayIds: list(string), Filters: filterList },
  run(world, input) {
    const { rows } = describeRows<CustomerGateway>(input, {
      ids: input.CustomerGatewayIds,
      idsParameter: 'customerGatewayIds',
      get: (id) => getCustomerGateway(world, id),
      list: () => world.customerGateways.list(),
      tags: (row) => row.Tags,
      filters: {
        'bgp-asn': (row) => row.asn,
        'customer-gateway-id': (row) => row.CustomerGatewayId,
        'ip-address': (row) => row.IpAddress,
        state: customerGatewayState,
        type: () => 'ipsec.1',
      },
    });
    return { CustomerGateways: rows.map(describeCustomerGateway) };
  },
});
