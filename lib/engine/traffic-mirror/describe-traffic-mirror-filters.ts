import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeTrafficMirrorFilter, getTrafficMirrorFilter, type TrafficMirrorFilter } from './traffic-mirror-filter';

/**
 * DescribeTrafficMirrorFilters: the filters asked for, by id or by filter, with their rules.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTrafficMirrorFilters.html
 */
export const describeTrafficMirrorFilters = operation({
  name: 'DescribeTrafficMirrorFilters',
  input: { TrafficMirrorFilterIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<TrafficMirrorFilter>(input, {
      ids: input.TrafficMirrorFilterIds,
      idsParameter: 'trafficMirrorFilterIds',
      get: (id) => getTrafficMirrorFilter(world, id),
      list: () => world.trafficMirrorFilters.list(),
      tags: ({ Tags }) => Tags,
      filters: {
        description: ({ Description }) => Description,
        'traffic-mirror-filter-id': ({ TrafficMirrorFilterId }) => TrafficMirrorFilterId,
      },
    });
    return { TrafficMirrorFilters: rows.map((filter) => describeTrafficMirrorFilter(world, filter)), ...page };
  },
});
