import { describeRows } from '../describe';
import { memberFilters } from '../member-filters';
import { operation } from '../operation';
import { zoneId } from '../region/zones';
import { boolean, filterList, list, paged, string } from '../shapes';
import type { World } from '../world';
import { instanceErrors } from './errors';
import { describeState, getInstance, getInstances, type Instance, instanceState } from './instance';

/** AWS takes no more in one call. */
const mostIds = 100;

/** Status checks take this long to pass after the start. Assumed: a few minutes in life. */
const checkingMs = 60_000;

/**
 * DescribeInstanceStatus: status checks of the running instances, of all when asked for. Checks never fail here and
 * there are no scheduled events.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html
 */
export const describeInstanceStatus = operation({
  name: 'DescribeInstanceStatus',
  input: {
    InstanceIds: list(string),
    ...paged,
    IncludeManagedResources: boolean,
    Filters: filterList,
    IncludeAllInstances: boolean,
  },
  run(world, input) {
    const count = input.InstanceIds?.length ?? 0;
    if (count > mostIds) throw instanceErrors.tooManyIds(count);
    const shown = (instance: Instance) => input.IncludeAllInstances || instanceState(world, instance) === 'running';
    const { rows, ...page } = describeRows<Instance>(input, {
      ids: input.InstanceIds,
      idsParameter: 'instancesSet',
      get: (id) => getInstance(world, id),
      getAll: (ids) => getInstances(world, ids),
      list: () => world.instances.list().filter(shown),
      filters: memberFilters<Instance>((instance) => describeStatus(world, instance), documented, paths),
    });
    const statuses = input.InstanceIds ? rows.filter(shown) : rows;
    return { InstanceStatuses: statuses.map((instance) => describeStatus(world, instance)), ...page };
  },
});

const documented = [
  ...['availability-zone', 'availability-zone-id', 'event.code', 'event.description', 'event.instance-event-id'],
  ...['event.not-after', 'event.not-before', 'event.not-before-deadline', 'instance-state-code', 'instance-state-name'],
  ...['instance-status.reachability', 'instance-status.status', 'operator.managed', 'operator.principal'],
  ...['system-status.reachability', 'system-status.status', 'attached-ebs-status.status'],
];
const paths = {
  'instance-state-code': 'InstanceState.Code',
  'instance-state-name': 'InstanceState.Name',
  'instance-status.reachability': 'InstanceStatus.Details.Status',
  'system-status.reachability': 'SystemStatus.Details.Status',
};

function describeStatus(world: World, instance: Instance): object {
  const checks = checksOf(world, instance);
  return {
    AvailabilityZone: instance.AvailabilityZone,
    AvailabilityZoneId: zoneId(world.region, instance.AvailabilityZone),
    Operator: { Managed: false, HiddenByDefault: false },
    InstanceId: instance.InstanceId,
    InstanceState: describeState(world, instance),
    InstanceStatus: checks,
    SystemStatus: checks,
    AttachedEbsStatus: checks,
  };
}

function checksOf(world: World, instance: Instance): object {
  if (instanceState(world, instance) !== 'running') return { Status: 'not-applicable' };
  const passed = world.now >= instance.stateAt + checkingMs;
  return {
    Details: [{ Name: 'reachability', Status: passed ? 'passed' : 'initializing' }],
    Status: passed ? 'ok' : 'initializing',
  };
}
