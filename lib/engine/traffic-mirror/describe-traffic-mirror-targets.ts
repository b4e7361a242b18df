import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeTrafficMirrorTarget, getTrafficMirrorTarget, type TrafficMirrorTarget } from './traffic-mirror-target';

/**
 * DescribeTrafficMirrorTargets: the targets asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTrafficMirrorTargets.html
 */
export const describeTrafficMirrorTargets = operation({
  name: 'DescribeTrafficMirrorTargets',
  input: { TrafficMirrorTargetIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<TrafficMirrorTarget>(input, {
      ids: input.TrafficMirrorTargetIds,
      idsParameter: 'trafficMirrorTargetIds',
      get: (id) => getTrafficMirrorTarget(world, id),
      list: () => world.trafficMirrorTargets.list(),
      tags: ({ Tags }) => Tags,
      filters: {
        description: ({ Description }) => Description,
        'network-interface-id': ({ NetworkInterfaceId }) => NetworkInterfaceId,
        'network-load-balancer-arn': () => undefined,
        'owner-id': () => world.account,
        'traffic-mirror-target-id': ({ TrafficMirrorTargetId }) => TrafficMirrorTargetId,
      },
    });
    return { TrafficMirrorTargets: rows.map((target) => describeTrafficMirrorTarget(world, target)), ...page };
  },
});
