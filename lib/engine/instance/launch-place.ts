import { errors } from '../aws-error';
import { getOwnNetworkInterface, type NetworkInterface } from '../network-interface/network-interface';
import { zoneId, zonesOf } from '../region/zones';
import { nameKey } from '../security-group/security-group';
import { getSubnet, type Subnet } from '../subnet/subnet';
import { findDefaultVpc, type Vpc } from '../vpc/vpc';
import type { World } from '../world';
import { launchErrors } from './launch-errors';
import type { InterfacePlan } from './launch-interfaces';

/** An interface of the launch with what it names: where a new one is to lie, or the one that exists. */
export type PlacedInterface = InterfacePlan &
  ({ readonly subnet: Subnet; readonly found?: never } | { readonly found: NetworkInterface; readonly subnet?: never });

/** The zone that `Placement` names, by name or id. */
export function zoneOf(
  world: World,
  placement: { AvailabilityZone?: string | undefined; AvailabilityZoneId?: string | undefined } | undefined,
): string | undefined {
  if (placement?.AvailabilityZone && placement.AvailabilityZoneId) throw launchErrors.zoneTwice();
  const wanted = placement?.AvailabilityZone ?? placement?.AvailabilityZoneId;
  if (wanted === undefined) return undefined;
  const zone = zonesOf(world.region).find((name) => name === wanted || zoneId(world.region, name) === wanted);
  if (!zone) throw launchErrors.unknownZone(wanted);
  return zone;
}

/** Find what each interface names; the zone, where one is given, must be that of the primary interface. */
export function placeInterfaces(
  world: World,
  plans: readonly InterfacePlan[],
  zone: string | undefined,
): PlacedInterface[] {
  const placed = plans.map((plan): PlacedInterface => {
    if (plan.existing !== undefined) return { ...plan, found: getOwnNetworkInterface(world, plan.existing) };
    return { ...plan, subnet: plan.subnetId ? getSubnet(world, plan.subnetId) : defaultSubnet(world, zone) };
  });
  const primary = primaryOf(placed);
  const { SubnetId, AvailabilityZone } = primary.found ?? primary.subnet;
  if (zone !== undefined && zone !== AvailabilityZone) throw launchErrors.otherZone(zone, SubnetId, AvailabilityZone);
  return placed;
}

/** The interface at index 0 of card 0, which every plan has. */
export function primaryOf<P extends InterfacePlan>(plans: readonly P[]): P {
  const primary = plans.find(({ deviceIndex, networkCardIndex }) => deviceIndex === 0 && networkCardIndex === 0);
  if (!primary) throw new Error('a launch without a primary interface');
  return primary;
}

/** The default VPC's subnet in the zone. Assumed: without a zone, AWS's choice is the first that has one. */
function defaultSubnet(world: World, zone: string | undefined): Subnet {
  const vpc = findDefaultVpc(world);
  if (!vpc) throw launchErrors.noDefaultVpc();
  for (const candidate of zone === undefined ? zonesOf(world.region) : [zone]) {
    const subnet = world.subnets.first('defaultForAz', candidate);
    if (subnet) return subnet;
  }
  throw zone === undefined ? launchErrors.noDefaultSubnets(vpc.VpcId) : launchErrors.noDefaultSubnet(zone);
}

/** Ids of the groups of these names in the default VPC; elsewhere a group goes by its id alone. */
export function groupIdsByName(world: World, names: readonly string[], subnetId: string | undefined): string[] {
  if (names.length === 0) return [];
  if (subnetId) throw launchErrors.groupNameWithSubnet();
  const vpc: Vpc | undefined = findDefaultVpc(world);
  if (!vpc) throw launchErrors.noDefaultVpcForName();
  return names.map((name) => {
    if (name === '') throw errors.missingParameter('groupName');
    const group = world.securityGroups.first('name', nameKey(vpc.VpcId, name));
    if (!group) throw launchErrors.unknownGroupName(name, vpc.VpcId);
    return group.GroupId;
  });
}
