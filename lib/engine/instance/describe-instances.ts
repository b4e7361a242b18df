import { describeRows } from '../describe';
import { operation } from '../operation';
import { boolean, filterList, list, paged, string } from '../shapes';
import { describeReservation } from './describe-instance';
import { getInstance, getInstances, type Instance } from './instance';
import { instanceFilters } from './instance-filters';

/**
 * DescribeInstances: the instances asked for, grouped by the launch that made them. Pages count instances.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
 */
export const describeInstances = operation({
  name: 'DescribeInstances',
  input: { InstanceIds: list(string), IncludeManagedResources: boolean, Filters: filterList, ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<Instance>(input, {
      ids: input.InstanceIds,
      idsParameter: 'instancesSet',
      get: (id) => getInstance(world, id),
      getAll: (ids) => getInstances(world, ids),
      list: () => world.instances.list(),
      tags: (instance) => instance.Tags,
      filters: instanceFilters(world),
    });
    const reservations = new Map<string, Instance[]>();
    for (const row of rows) reservations.set(row.ReservationId, [...(reservations.get(row.ReservationId) ?? []), row]);
    return {
      ...page,
      Reservations: [...reservations].map(([id, instances]) => describeReservation(world, id, instances)),
    };
  },
});
