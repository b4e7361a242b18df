import { describeRows, type FilterValue } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeNetworkInsightsPath, getNetworkInsightsPath, type NetworkInsightsPath } from './network-insights-path';
import type { PathFilter } from './path-filter';

/**
 * DescribeNetworkInsightsPaths: the paths asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInsightsPaths.html
 * Assumed: a filter on a port range has the form `from-to`.
 */
export const describeNetworkInsightsPaths = operation({
  name: 'DescribeNetworkInsightsPaths',
  input: { NetworkInsightsPathIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<NetworkInsightsPath>(input, {
      ids: input.NetworkInsightsPathIds,
      idsParameter: 'networkInsightsPathIds',
      get: (id) => getNetworkInsightsPath(world, id),
      list: () => world.networkInsightsPaths.list(),
      tags: ({ Tags }) => Tags,
      least: 1,
      most: 100,
      filters: {
        destination: ({ Destination }) => Destination,
        'filter-at-source.source-address': ({ FilterAtSource }) => FilterAtSource?.SourceAddress,
        'filter-at-source.source-port-range': ({ FilterAtSource }) => rangeText(FilterAtSource?.SourcePortRange),
        'filter-at-source.destination-address': ({ FilterAtSource }) => FilterAtSource?.DestinationAddress,
        'filter-at-source.destination-port-range': ({ FilterAtSource }) =>
          rangeText(FilterAtSource?.DestinationPortRange),
        'filter-at-destination.source-address': ({ FilterAtDestination }) => FilterAtDestination?.SourceAddress,
        'filter-at-destination.source-port-range': ({ FilterAtDestination }) =>
          rangeText(FilterAtDestination?.SourcePortRange),
        'filter-at-destination.destination-address': ({ FilterAtDestination }) =>
          FilterAtDestination?.DestinationAddress,
        'filter-at-destination.destination-port-range': ({ FilterAtDestination }) =>
          rangeText(FilterAtDestination?.DestinationPortRange),
        protocol: ({ Protocol }) => Protocol,
        source: ({ Source }) => Source,
      },
    });
    return { NetworkInsightsPaths: rows.map((path) => describeNetworkInsightsPath(world, path, true)), ...page };
  },
});

const rangeText = (range: PathFilter['SourcePortRange']): FilterValue =>
  range && `${range.FromPort ?? 0}-${range.ToPort ?? 65_535}`;
