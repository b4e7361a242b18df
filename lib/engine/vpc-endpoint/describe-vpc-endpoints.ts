import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeVpcEndpoint } from './describe-vpc-endpoint';
import { mostResults } from './describe-vpc-endpoint-services';
import { endpointState, getVpcEndpoint, type VpcEndpoint } from './vpc-endpoint';

/**
 * DescribeVpcEndpoints: the endpoints asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html
 */
export const describeVpcEndpoints = operation({
  name: 'DescribeVpcEndpoints',
  input: { VpcEndpointIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<VpcEndpoint>(mostResults(input), {
      ids: input.VpcEndpointIds,
      idsParameter: 'vpcEndpointId', // Assumed: the wire name.
      get: (id) => getVpcEndpoint(world, id),
      list: () => world.vpcEndpoints.list(),
      tags: (row) => row.Tags,
      least: 1,
      filters: {
        'ip-address-type': () => 'ipv4',
        'service-name': (row) => row.ServiceName,
        'service-region': () => world.region,
        'vpc-endpoint-id': (row) => row.VpcEndpointId,
        'vpc-endpoint-state': (row) => endpointState(world, row),
        'vpc-endpoint-type': (row) => row.VpcEndpointType,
        'vpc-id': (row) => row.VpcId,
      },
    });
    return { VpcEndpoints: rows.map((row) => describeVpcEndpoint(world, row)), ...page };
  },
});
