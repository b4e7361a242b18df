import { getImage, type Image, platformDetails, usageOperation } from '../image/image';
import { limitsOf } from '../instance-type/instance-type-limits';
import { describeGroups } from '../network-interface/describe-network-interface';
import { privateDnsName } from '../network-interface/dns-names';
import { interfacesOf, primaryAddressOf } from '../network-interface/network-interface';
import { publicAssociations } from '../network-interface/public-association';
import { zoneId } from '../region/zones';
import type { World } from '../world';
import { describeInstanceInterface } from './describe-instance-interface';
import { describeState, type Instance, instanceState } from './instance';
import { findPrimaryInterface } from './instance-interfaces';
import { describeMetadataOptions } from './metadata-options';

/**
 * Which call shows the instance: the answer of RunInstances, `launch`, knows no public address and no volume yet and
 * leaves some members out. Source: answers of both calls that users posted, 2024 to 2026.
 */
export type InstanceView = 'describe' | 'launch';

/** The instances of one launch that a call answers, as AWS shows them. */
export const describeReservation = (
  world: World,
  ReservationId: string,
  instances: readonly Instance[],
  view: InstanceView = 'describe',
): object => ({
  ReservationId,
  OwnerId: world.account,
  Groups: [],
  Instances: instances.map((instance) => describeInstance(world, instance, view)),
});

/**
 * The instance as AWS shows it, in the order of the API model. `CpuOptions` is absent: the data does not tell cores.
 * One that is terminated, or on its way there, has lost its place in the network.
 * Source: test/transcripts/ground-truth.yaml, 1-terminated-stays-listed; a recorded answer for `shutting-down`.
 */
export function describeInstance(world: World, instance: Instance, view: InstanceView = 'describe'): object {
  const image = getImage(instance.ImageId);
  const launching = view === 'launch';
  const network = instance.goal === 'terminated' ? gone : networkOf(world, instance, view);
  const described = !launching;
  return {
    Architecture: image.Architecture,
    BlockDeviceMappings: launching ? [] : blockDevices(world, instance),
    ClientToken: instance.ClientToken,
    EbsOptimized: false,
    EnaSupport: true,
    Hypervisor: 'xen',
    NetworkInterfaces: shownInterfaces(world, instance).map((eni) =>
      describeInstanceInterface(world, instance, eni, view),
    ),
    RootDeviceName: image.RootDeviceName,
    RootDeviceType: 'ebs',
    SecurityGroups: network.groups,
    ...network.check,
    ...stateReason(world, instance),
    ...(instance.Tags.length > 0 && { Tags: instance.Tags }),
    VirtualizationType: 'hvm',
    CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
    ...(described && { HibernationOptions: { Configured: false } }),
    MetadataOptions: describeMetadataOptions(world, instance, image, launching),
    EnclaveOptions: { Enabled: false },
    ...(image.BootMode && { BootMode: image.BootMode }),
    ...(described && {
      PlatformDetails: platformDetails(image),
      UsageOperation: usageOperation(image),
      UsageOperationUpdateTime: instance.UsageOperationUpdateTime,
    }),
    PrivateDnsNameOptions: instance.nameOptions ?? {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    ...network.ipv6,
    MaintenanceOptions: { AutoRecovery: 'default', RebootMigration: 'default' },
    CurrentInstanceBootMode: bootMode(instance, image),
    ...(described && { NetworkPerformanceOptions: { BandwidthWeighting: 'default' } }),
    Operator: { Managed: false, HiddenByDefault: false },
    SecondaryInterfaces: [],
    InstanceId: instance.InstanceId,
    ImageId: instance.ImageId,
    State: describeState(world, instance),
    PrivateDnsName: network.privateDnsName,
    PublicDnsName: network.publicDnsName,
    StateTransitionReason: instance.StateTransitionReason,
    AmiLaunchIndex: instance.AmiLaunchIndex,
    ProductCodes: [],
    InstanceType: instance.InstanceType,
    LaunchTime: instance.LaunchTime,
    Placement: {
      AvailabilityZoneId: zoneId(world.region, instance.AvailabilityZone),
      GroupName: '',
      Tenancy: 'default',
      AvailabilityZone: instance.AvailabilityZone,
    },
    ...(image.Platform && { Platform: image.Platform }),
    Monitoring: { State: monitoring(world, instance) },
    ...network.place,
  };
}

/**
 * The order in which an instance lists its interfaces is not that of their devices.
 * Source: test/transcripts/ground-truth.yaml, 1-not-in-device-order. Assumed: the one attached last comes first.
 */
const shownInterfaces = (world: World, { InstanceId }: Instance) =>
  interfacesOf(world, InstanceId).sort((a, b) => (b.Attachment?.attachedAt ?? 0) - (a.Attachment?.attachedAt ?? 0));

const gone = { groups: [], check: {}, ipv6: {}, privateDnsName: '', publicDnsName: '', place: {} };

/** What an instance shows of its primary interface. */
function networkOf(world: World, instance: Instance, view: InstanceView) {
  const primary = findPrimaryInterface(world, instance);
  if (!primary) return gone;
  const address = primaryAddressOf(primary);
  const association = view === 'launch' ? undefined : publicAssociations(world, primary).get(address);
  const [ipv6] = primary.Ipv6Addresses ?? [];
  return {
    groups: describeGroups(world, primary),
    check: { SourceDestCheck: primary.SourceDestCheck },
    ipv6: ipv6 === undefined ? {} : { Ipv6Address: ipv6.Ipv6Address },
    // The instance has its name even where the VPC gives its interface none.
    // Source: test/transcripts/ground-truth.yaml, 3-name-of-the-instance.
    privateDnsName: nameOf(world, instance, address),
    publicDnsName: association?.PublicDnsName ?? '',
    place: {
      SubnetId: instance.SubnetId,
      VpcId: instance.VpcId,
      ...(address !== '' && { PrivateIpAddress: address }),
      ...(association && { PublicIpAddress: association.PublicIp }),
    },
  };
}

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hostname-types.html */
const nameOf = (world: World, { InstanceId, nameOptions }: Instance, address: string): string =>
  nameOptions?.HostnameType === 'resource-name'
    ? `${InstanceId}.${world.region === 'us-east-1' ? 'ec2' : `${world.region}.compute`}.internal`
    : privateDnsName(world.region, address);

/** The one volume, which goes with the instance. */
export const blockDevices = (world: World, instance: Instance): object[] =>
  instanceState(world, instance) === 'terminated' ? [] : [rootVolume(instance, getImage(instance.ImageId))];

const rootVolume = (instance: Instance, image: Image): object => ({
  DeviceName: image.RootDeviceName,
  Ebs: {
    AttachTime: instance.UsageOperationUpdateTime,
    DeleteOnTermination: true,
    Status: 'attached',
    VolumeId: instance.rootVolumeId,
    EbsCardIndex: 0,
  },
});

function stateReason(world: World, instance: Instance): object {
  if (instanceState(world, instance) === 'pending') return { StateReason: { Code: 'pending', Message: 'pending' } };
  return instance.stateReason ? { StateReason: instance.stateReason } : {};
}

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-boot.html; Xen types boot with BIOS. */
const bootMode = (instance: Instance, image: Image): string =>
  image.BootMode && limitsOf(instance.InstanceType).hypervisor !== 'xen' ? 'uefi' : 'legacy-bios';

function monitoring(world: World, instance: Instance): string {
  if (!instance.detailedMonitoring) return 'disabled';
  return instanceState(world, instance) === 'pending' ? 'pending' : 'enabled';
}
