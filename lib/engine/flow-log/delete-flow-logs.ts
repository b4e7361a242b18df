import { operation } from '../operation';
import { list, required, string } from '../shapes';
import { getFlowLogs } from './flow-log';

/**
 * DeleteFlowLogs: an unknown id refuses the whole call.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteFlowLogs.html
 */
export const deleteFlowLogs = operation({
  name: 'DeleteFlowLogs',
  input: { FlowLogIds: required(list(string), 'flowLogId') },
  run(world, input) {
    for (const { FlowLogId } of getFlowLogs(world, [...new Set(input.FlowLogIds)])) world.flowLogs.remove(FlowLogId);
    return { Unsuccessful: [] };
  },
});
