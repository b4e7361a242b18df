import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import {
  describeTrafficMirrorSession,
  getTrafficMirrorSession,
  type TrafficMirrorSession,
} from './traffic-mirror-session';

/**
 * DescribeTrafficMirrorSessions: the sessions asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTrafficMirrorSessions.html
 */
export const describeTrafficMirrorSessions = operation({
  name: 'DescribeTrafficMirrorSessions',
  input: { TrafficMirrorSessionIds: list(string), Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<TrafficMirrorSession>(input, {
      ids: input.TrafficMirrorSessionIds,
      idsParameter: 'trafficMirrorSessionIds',
      get: (id) => getTrafficMirrorSession(world, id),
      list: () => world.trafficMirrorSessions.list(),
      tags: ({ Tags }) => Tags,
      filters: {
        description: ({ Description }) => Description,
        'network-interface-id': ({ NetworkInterfaceId }) => NetworkInterfaceId,
        'owner-id': () => world.account,
        'packet-length': ({ PacketLength }) => PacketLength,
        'session-number': ({ SessionNumber }) => SessionNumber,
        'traffic-mirror-filter-id': ({ TrafficMirrorFilterId }) => TrafficMirrorFilterId,
        'traffic-mirror-session-id': ({ TrafficMirrorSessionId }) => TrafficMirrorSessionId,
        'traffic-mirror-target-id': ({ TrafficMirrorTargetId }) => TrafficMirrorTargetId,
        'virtual-network-id': ({ VirtualNetworkId }) => VirtualNetworkId,
      },
    });
    return { TrafficMirrorSessions: rows.map((session) => describeTrafficMirrorSession(world, session)), ...page };
  },
});
