import { zoneId, zonesOf } from '../region/zones';
import type { World } from '../world';
import { subnetErrors } from './errors';

/** The zone that a call names, by name or by id, or undefined when it names none. Refuses what the Region lacks. */
export function namedZone(
  world: World,
  input: { AvailabilityZone?: string | undefined; AvailabilityZoneId?: string | undefined },
): string | undefined {
  const { AvailabilityZone: name, AvailabilityZoneId: id } = input;
  if (name && id) throw subnetErrors.zoneTwice();
  if (!name && !id) return undefined;
  const zones = zonesOf(world.region);
  const zone = zones.find((candidate) => candidate === name || zoneId(world.region, candidate) === id);
  if (!zone) throw subnetErrors.unknownZone(name ?? id ?? '', zones);
  return zone;
}
