import { operation } from '../operation';
import { list, required, string } from '../shapes';
import { getInstances } from './instance';

/**
 * RebootInstances: addresses and state stay as they are. AWS only queues the request and ignores it for a terminated
 * instance; Assumed: for a stopped one too.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RebootInstances.html
 */
export const rebootInstances = operation({
  name: 'RebootInstances',
  input: { InstanceIds: required(list(string)) },
  run(world, input) {
    getInstances(world, input.InstanceIds);
    return {};
  },
});
