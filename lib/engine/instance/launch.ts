import { assignPublicIp } from '../address/public-ip';
import { newId, nextSequence } from '../ids';
import { attach } from '../network-interface/attach';
import { makeNetworkInterface } from '../network-interface/make-network-interface';
import { addressesIn } from '../network-interface/network-interface';
import { findFreePrefixes } from '../network-interface/prefixes';
import { launchPlacementErrors } from '../network-interface/private-address-errors';
import {
  findFreeAddresses,
  getSubnet,
  isIpv6Only,
  type NameOptions,
  nameOptionsOf,
  type Subnet,
} from '../subnet/subnet';
import type { Tag } from '../tags';
import type { World } from '../world';
import { type Instance, startingMs } from './instance';
import { type PlacedInterface, primaryOf } from './launch-place';

/** What every instance of one launch is like. */
interface Launch {
  readonly interfaces: readonly PlacedInterface[];
  readonly interfaceTags: readonly Tag[];
  readonly instance: Pick<
    Instance,
    | 'ImageId'
    | 'InstanceType'
    | 'ClientToken'
    | 'disableApiTermination'
    | 'disableApiStop'
    | 'detailedMonitoring'
    | 'Tags'
  > &
    Partial<Pick<Instance, 'metadataOptions'>>;
  /** What the call says of names; the subnet's options for the rest. */
  readonly names: Partial<NameOptions>;
}

/**
 * Launch as many instances as there is room for, `least` to `most`; refuses when fewer than `least` fit.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
export function launchInstances(world: World, launch: Launch, least: number, most: number): Instance[] {
  const ReservationId = newId(world, 'reservation');
  const launched: Instance[] = [];
  while (launched.length < most && (launched.length < least || hasRoom(world, launch.interfaces))) {
    launched.push(launchInstance(world, launch, ReservationId, launched.length));
  }
  return launched;
}

function launchInstance(world: World, launch: Launch, ReservationId: string, AmiLaunchIndex: number): Instance {
  const primary = primaryOf(launch.interfaces);
  const { AvailabilityZone, SubnetId, VpcId } = primary.found ?? primary.subnet;
  const now = new Date(world.now).toISOString();
  const instance = world.instances.insert({
    creation: nextSequence(world),
    InstanceId: newId(world, 'instance'),
    ReservationId,
    AmiLaunchIndex,
    LaunchTime: now,
    UsageOperationUpdateTime: now,
    AvailabilityZone,
    SubnetId,
    VpcId,
    rootVolumeId: newId(world, 'volume'),
    goal: 'running',
    stateAt: world.now + startingMs,
    StateTransitionReason: '',
    ...namesOf(world, SubnetId, launch.names),
    ...launch.instance,
  });
  for (const { deviceIndex, networkCardIndex, deleteOnTermination, ...wanted } of launch.interfaces) {
    const networkInterface =
      wanted.found ??
      makeNetworkInterface(world, { ...wanted, tags: launch.interfaceTags, placement: launchPlacementErrors });
    attach(world, networkInterface, instance, { deviceIndex, networkCardIndex, deleteOnTermination });
  }
  assignPublicIp(world, instance);
  return instance;
}

/** The names the instance has for good; AWS's plain ones take no room in the record. */
function namesOf(world: World, subnetId: string, given: Partial<NameOptions>): Pick<Instance, 'nameOptions'> {
  const nameOptions = { ...nameOptionsOf(getSubnet(world, subnetId)), ...given };
  const { HostnameType, EnableResourceNameDnsARecord, EnableResourceNameDnsAAAARecord } = nameOptions;
  const plain = HostnameType === 'ip-name' && !EnableResourceNameDnsARecord && !EnableResourceNameDnsAAAARecord;
  return plain ? {} : { nameOptions };
}

/** Whether the subnets still have the addresses that one more instance takes, and the Region its interfaces. */
function hasRoom(world: World, interfaces: readonly PlacedInterface[]): boolean {
  if (world.networkInterfaces.size + interfaces.length > world.quotas.networkInterfacesPerRegion) return false;
  const needed = new Map<Subnet, { addresses: number; prefixes: number }>();
  for (const { subnet, addresses } of interfaces) {
    // IPv6 addresses do not run out.
    if (!subnet || isIpv6Only(subnet)) continue;
    const sum = needed.get(subnet) ?? { addresses: 0, prefixes: 0 };
    needed.set(subnet, {
      addresses: sum.addresses + 1 + addresses.drawn,
      prefixes: sum.prefixes + addresses.prefixes.drawn,
    });
  }
  return [...needed].every(([subnet, { addresses, prefixes }]) => {
    const blocks = prefixes > 0 ? findFreePrefixes(world, subnet, prefixes) : [];
    const singles = findFreeAddresses(world, subnet, addresses, addressesIn(blocks));
    return blocks.length === prefixes && singles.length === addresses;
  });
}
