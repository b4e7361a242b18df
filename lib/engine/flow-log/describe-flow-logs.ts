import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { describeFlowLog, type FlowLog, getFlowLog, getFlowLogs } from './flow-log';

/**
 * DescribeFlowLogs: the flow logs asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeFlowLogs.html
 */
export const describeFlowLogs = operation({
  name: 'DescribeFlowLogs',
  input: { Filter: filterList, FlowLogIds: list(string), ...paged },
  run(world, { Filter, ...input }) {
    const { rows, ...page } = describeRows<FlowLog>(
      { ...input, Filters: Filter },
      {
        ids: input.FlowLogIds,
        idsParameter: 'flowLogIds',
        get: (id) => getFlowLog(world, id),
        getAll: (ids) => getFlowLogs(world, ids),
        list: () => world.flowLogs.list(),
        tags: ({ Tags }) => Tags,
        least: 1,
        filters: {
          'deliver-log-status': () => 'SUCCESS',
          'log-destination-type': ({ LogDestinationType }) => LogDestinationType,
          'flow-log-id': ({ FlowLogId }) => FlowLogId,
          'log-group-name': ({ LogGroupName }) => LogGroupName,
          'resource-id': ({ ResourceId }) => ResourceId,
          'traffic-type': ({ TrafficType }) => TrafficType,
        },
      },
    );
    return { FlowLogs: rows.map(describeFlowLog), ...page };
  },
});
