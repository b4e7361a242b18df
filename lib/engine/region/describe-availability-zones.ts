import { describeRows } from '../describe';
import { operation } from '../operation';
import { boolean, filterList, list, string } from '../shapes';
import type { Row } from '../table';
import { regionErrors } from './errors';
import { regions, zoneId, zonesOf } from './zones';

interface Zone extends Row {
  readonly ZoneName: string;
  readonly ZoneId: string;
}

/**
 * DescribeAvailabilityZones: the zones of the account's Region.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html; the group names are
 * those of its filters `group-name` and `group-long-name`.
 * Not modelled: Local Zones and Wavelength Zones, so `AllAvailabilityZones` shows no more. Not shown: geographies.
 */
export const describeAvailabilityZones = operation({
  name: 'DescribeAvailabilityZones',
  input: {
    ZoneNames: list(string),
    ZoneIds: list(string),
    AllAvailabilityZones: boolean,
    Filters: filterList,
  },
  run({ region }, input) {
    const zones: Zone[] = zonesOf(region).map((ZoneName, creation) => ({
      creation,
      ZoneName,
      ZoneId: zoneId(region, ZoneName),
    }));
    const named = (input.ZoneIds ?? []).map((id) => {
      const zone = zones.find(({ ZoneId }) => ZoneId === id);
      if (!zone) throw regionErrors.unknownZoneId(id);
      return zone.ZoneName;
    });
    const groupName = `${region}-zg-1`;
    const groupLongName = `${regions[region]?.name} 1`;
    const { rows } = describeRows<Zone>(input, {
      ids: [...(input.ZoneNames ?? []), ...named],
      idsParameter: 'zoneName',
      get(name) {
        const zone = zones.find(({ ZoneName }) => ZoneName === name);
        if (!zone) throw regionErrors.unknownZone(name);
        return zone;
      },
      list: () => zones,
      filters: {
        'group-long-name': () => groupLongName,
        'group-name': () => groupName,
        message: () => undefined,
        'opt-in-status': () => 'opt-in-not-required',
        'parent-zone-id': () => undefined,
        'parent-zone-name': () => undefined,
        'region-name': () => region,
        state: () => 'available',
        'zone-id': ({ ZoneId }) => ZoneId,
        'zone-name': ({ ZoneName }) => ZoneName,
        'zone-type': () => 'availability-zone',
      },
    });
    return {
      AvailabilityZones: rows.map(({ ZoneName, ZoneId }) => ({
        OptInStatus: 'opt-in-not-required',
        Messages: [],
        RegionName: region,
        ZoneName,
        ZoneId,
        GroupName: groupName,
        NetworkBorderGroup: region,
        ZoneType: 'availability-zone',
        GroupLongName: groupLongName,
        State: 'available',
      })),
    };
  },
});
