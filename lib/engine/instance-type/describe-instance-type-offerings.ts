import { NotModelled } from '../aws-error';
import { describeRows } from '../describe';
import { operation } from '../operation';
import { zoneId, zonesOf } from '../region/zones';
import { enumeration, filterList, paged } from '../shapes';
import type { Row } from '../table';
import { instanceTypeNames } from './instance-type-limits';

interface Offering extends Row {
  readonly InstanceType: string;
  readonly LocationType: string;
  readonly Location: string;
}

/**
 * DescribeInstanceTypeOfferings: which types there are in the Region, or in each of its zones.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypeOfferings.html
 * Assumed: every type is offered everywhere, and a call without MaxResults answers in one page.
 */
export const describeInstanceTypeOfferings = operation({
  name: 'DescribeInstanceTypeOfferings',
  input: {
    LocationType: enumeration('region', 'availability-zone', 'availability-zone-id', 'outpost'),
    Filters: filterList,
    ...paged,
  },
  run(world, { LocationType = 'region', ...input }) {
    if (LocationType === 'outpost') throw new NotModelled('Outposts');
    const zones = zonesOf(world.region);
    const locations = {
      region: [world.region],
      'availability-zone': zones,
      'availability-zone-id': zones.map((zone) => zoneId(world.region, zone)),
    }[LocationType];
    const { rows, ...page } = describeRows<Offering>(input, {
      ids: undefined,
      idsParameter: '',
      get: (id) => {
        throw new Error(`offerings have no ids, ${id} neither`);
      },
      list: () =>
        instanceTypeNames.flatMap((InstanceType, type) =>
          locations.map((Location, at) => ({
            creation: type * locations.length + at,
            InstanceType,
            LocationType,
            Location,
          })),
        ),
      filters: {
        'instance-type': ({ InstanceType }) => InstanceType,
        location: ({ Location }) => Location,
      },
    });
    return { InstanceTypeOfferings: rows.map(({ creation: _creation, ...offering }) => offering), ...page };
  },
});
