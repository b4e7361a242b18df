import { newId, newMacAddress, nextSequence } from '../ids';
import { zoneIndex } from '../region/zones';
import { defaultGroupOf, getSecurityGroup } from '../security-group/security-group';
import type { Subnet } from '../subnet/subnet';
import type { Tag } from '../tags';
import type { World } from '../world';
import { chooseAddresses } from './choose-addresses';
import { networkInterfaceErrors } from './errors';
import { asksForIpv6 } from './ipv6-plan';
import type { ConnectionTracking, NetworkInterface } from './network-interface';
import type { PlacementErrors } from './private-address-errors';
import { type AddressPlan, asksForIpv4 } from './private-addresses';

export interface NewNetworkInterface {
  readonly subnet: Subnet;
  /** From `planAddresses`, which refuses what is wrong in form. */
  readonly addresses: AddressPlan;
  /** Group ids; the VPC's default group when there are none. */
  readonly groups?: readonly string[] | undefined;
  /** Has passed `checkDescription`. */
  readonly description?: string | undefined;
  readonly interfaceType?: string | undefined;
  readonly tags: readonly Tag[];
  /** Whether it may be given an auto-assigned public address; the subnet's setting when absent. */
  readonly mapsPublicIp?: boolean | undefined;
  readonly connectionTracking?: ConnectionTracking | undefined;
  /** Principal id of who made it; the primary interface that RunInstances makes has none. */
  readonly requesterId?: string | undefined;
  /** The calling operation's own words. */
  readonly placement: PlacementErrors;
}

const descriptionForm = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/;

export function checkDescription(description: string): void {
  if (!descriptionForm.test(description)) throw networkInterfaceErrors.description();
}

/**
 * A new interface is `pending` for less than the one second that a call takes.
 * Source: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo).
 */
const pendingMs = 1000;

/**
 * Make an interface in a subnet: checks groups and addresses, takes the addresses from the subnet at once.
 * Not attached to anything (see `attach`) and without a public address.
 */
export function makeNetworkInterface(world: World, wanted: NewNetworkInterface): NetworkInterface {
  const { subnet, placement } = wanted;
  const groups = chooseGroups(world, subnet, wanted.groups, placement);
  if (world.networkInterfaces.size >= world.quotas.networkInterfacesPerRegion) throw networkInterfaceErrors.limit();
  const addresses = takesAddresses(wanted)
    ? chooseAddresses(world, subnet, wanted.addresses, placement)
    : { PrivateIpAddresses: [] };
  const made: NetworkInterface = {
    creation: nextSequence(world),
    NetworkInterfaceId: newId(world, 'networkInterface'),
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    AvailabilityZone: subnet.AvailabilityZone,
    Description: wanted.description ?? '',
    InterfaceType: wanted.interfaceType ?? 'interface',
    MacAddress: newMacAddress(world, zoneIndex(world.region, subnet.AvailabilityZone)),
    ...addresses,
    groups,
    SourceDestCheck: true,
    ...(wanted.connectionTracking && { connectionTracking: wanted.connectionTracking }),
    RequesterManaged: false,
    TagSet: wanted.tags,
    availableAt: world.now + pendingMs,
    mapsPublicIp: wanted.mapsPublicIp ?? subnet.MapPublicIpOnLaunch,
  };
  return world.networkInterfaces.insert(
    wanted.requesterId === undefined ? made : { ...made, RequesterId: wanted.requesterId },
  );
}

/** An EFA-only interface has no addresses. Source: UserGuide/efa.html. */
function takesAddresses({ interfaceType, addresses }: NewNetworkInterface): boolean {
  if (interfaceType !== 'efa-only') return true;
  if (asksForIpv4(addresses) || asksForIpv6(addresses.ipv6)) throw networkInterfaceErrors.fabricOnlyWithAddress();
  return false;
}

function chooseGroups(
  world: World,
  subnet: Subnet,
  ids: readonly string[] | undefined,
  placement: PlacementErrors,
): readonly string[] {
  if (!ids || ids.length === 0) return [defaultGroupOf(world, subnet.VpcId).GroupId];
  const distinct = [...new Set(ids)];
  for (const id of distinct) {
    if (getSecurityGroup(world, id).VpcId !== subnet.VpcId) throw placement.otherNetwork(id, subnet.SubnetId);
  }
  if (distinct.length > world.quotas.securityGroupsPerInterface) throw placement.tooManyGroups();
  return distinct;
}
