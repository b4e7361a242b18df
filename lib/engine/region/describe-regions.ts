import { describeRows } from '../describe';
import { operation } from '../operation';
import { boolean, filterList, list, string } from '../shapes';
import type { Row } from '../table';
import { regionErrors } from './errors';
import { optInRegions, regions } from './zones';

interface Region extends Row {
  readonly RegionName: string;
  readonly Endpoint: string;
  readonly OptInStatus: string;
}

const region = (OptInStatus: string) => (RegionName: string) => ({
  RegionName,
  Endpoint: `ec2.${RegionName}.amazonaws.com`,
  OptInStatus,
});

const enabled = Object.keys(regions).length;
const everyRegion: readonly Region[] = [
  ...Object.keys(regions).map(region('opt-in-not-required')),
  ...optInRegions.map(region('not-opted-in')),
].map((one, creation) => ({ creation, ...one }));

/**
 * DescribeRegions: the Regions that are enabled for an account, with `AllRegions` the others too.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
 * Not shown: the newer member Geography.
 */
export const describeRegions = operation({
  name: 'DescribeRegions',
  input: { RegionNames: list(string), AllRegions: boolean, Filters: filterList },
  run(_world, input) {
    const { rows } = describeRows<Region>(input, {
      ids: input.RegionNames,
      idsParameter: 'regionName',
      get(name) {
        const found = everyRegion.find(({ RegionName }) => RegionName === name);
        if (!found) throw regionErrors.unknownRegion(name);
        return found;
      },
      list: () => (input.AllRegions ? everyRegion : everyRegion.slice(0, enabled)),
      filters: {
        endpoint: ({ Endpoint }) => Endpoint,
        'opt-in-status': ({ OptInStatus }) => OptInStatus,
        'region-name': ({ RegionName }) => RegionName,
      },
    });
    return {
      Regions: rows.map(({ OptInStatus, RegionName, Endpoint }) => ({ OptInStatus, RegionName, Endpoint })),
    };
  },
});
