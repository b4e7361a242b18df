import { describeRows } from '../describe';
import { operation } from '../operation';
import { boolean, filterList, integer, list, string } from '../shapes';
import { describeNetworkInterface } from './describe-network-interface';
import { networkInterfaceFilters } from './filters';
import { getNetworkInterface, type NetworkInterface } from './network-interface';

/**
 * DescribeNetworkInterfaces: the interfaces asked for, by id or by filter.
 * `IncludeManagedResources` changes nothing: no operation here makes a resource that AWS hides.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html
 */
export const describeNetworkInterfaces = operation({
  name: 'DescribeNetworkInterfaces',
  input: {
    NextToken: string,
    MaxResults: integer,
    IncludeManagedResources: boolean,
    NetworkInterfaceIds: list(string),
    Filters: filterList,
  },
  run(world, input) {
    const { rows, ...page } = describeRows<NetworkInterface>(input, {
      ids: input.NetworkInterfaceIds,
      idsParameter: 'networkInterfaceIdSet',
      get: (id) => getNetworkInterface(world, id),
      list: () => world.networkInterfaces.list(),
      tags: (eni) => eni.TagSet,
      filters: networkInterfaceFilters(world),
    });
    return { NetworkInterfaces: rows.map((eni) => describeNetworkInterface(world, eni)), ...page };
  },
});
