import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { type DhcpOptions, describeDhcpOptionsSet, getDhcpOptions } from './dhcp-options';

/**
 * DescribeDhcpOptions: the sets asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeDhcpOptions.html
 */
export const describeDhcpOptions = operation({
  name: 'DescribeDhcpOptions',
  input: { DhcpOptionsIds: list(string), ...paged, Filters: filterList },
  run(world, input) {
    const { rows, ...page } = describeRows<DhcpOptions>(input, {
      ids: input.DhcpOptionsIds,
      idsParameter: 'dhcpOptionsSet',
      get: (id) => getDhcpOptions(world, id),
      list: () => world.dhcpOptions.list(),
      tags: (options) => options.Tags,
      filters: {
        'dhcp-options-id': (options) => options.DhcpOptionsId,
        key: (options) => options.configurations.map(({ Key }) => Key),
        'owner-id': () => world.account,
        value: (options) => options.configurations.flatMap(({ Values }) => Values),
      },
    });
    return { ...page, DhcpOptions: rows.map((options) => describeDhcpOptionsSet(world, options)) };
  },
});
