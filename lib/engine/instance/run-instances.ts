import { NotModelled } from '../aws-error';
import { once } from '../client-token';
import { getImage } from '../image/image';
import { architectureOf, isInstanceType } from '../instance-type/instance-type';
import { limitsOf } from '../instance-type/instance-type-limits';
import { attachmentErrors } from '../network-interface/errors';
import { operation } from '../operation';
import {
  boolean,
  enumeration,
  integer,
  list,
  notModelled,
  required,
  string,
  structure,
  tagSpecifications,
} from '../shapes';
import type { NameOptions } from '../subnet/subnet';
import { type TagSpecification, tagsFor } from '../tags';
import type { World } from '../world';
import { describeReservation } from './describe-instance';
import { launchInstances } from './launch';
import { launchErrors } from './launch-errors';
import { interfaceSpecifications, ipv6Addresses, planInterfaces } from './launch-interfaces';
import { groupIdsByName, placeInterfaces, zoneOf } from './launch-place';
import { givenOptions, metadataMembers } from './metadata-options';

/** Source: the default that the API reference gave until launch templates came; AWS still takes it. */
const defaultType = 'm1.small';

/**
 * RunInstances: launch instances with their interfaces, in the default VPC where no subnet is named.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 * Differs: no operation here makes a key pair, so that the account has none and every `KeyName` is unknown.
 * Not modelled: everything that has no bearing on the network (user data, volumes, profiles, Spot, launch templates …).
 */
export const runInstances = operation({
  name: 'RunInstances',
  input: {
    BlockDeviceMappings: notModelled,
    ImageId: string,
    InstanceType: string,
    Ipv6AddressCount: integer,
    Ipv6Addresses: ipv6Addresses,
    KernelId: notModelled,
    KeyName: string,
    MaxCount: required(integer),
    MinCount: required(integer),
    Monitoring: structure({ Enabled: required(boolean) }),
    Placement: structure({
      AvailabilityZoneId: string,
      Affinity: notModelled,
      GroupName: notModelled,
      PartitionNumber: notModelled,
      HostId: notModelled,
      Tenancy: enumeration('default', 'dedicated', 'host'),
      SpreadDomain: notModelled,
      HostResourceGroupArn: notModelled,
      GroupId: notModelled,
      AvailabilityZone: string,
    }),
    RamdiskId: notModelled,
    SecurityGroupIds: list(string),
    SecurityGroups: list(string),
    SubnetId: string,
    UserData: notModelled,
    ElasticGpuSpecification: notModelled,
    ElasticInferenceAccelerators: notModelled,
    TagSpecifications: tagSpecifications,
    LaunchTemplate: notModelled,
    InstanceMarketOptions: notModelled,
    CreditSpecification: notModelled,
    CpuOptions: notModelled,
    CapacityReservationSpecification: notModelled,
    HibernationOptions: notModelled,
    LicenseSpecifications: notModelled,
    MetadataOptions: structure(metadataMembers),
    EnclaveOptions: notModelled,
    PrivateDnsNameOptions: structure({
      HostnameType: enumeration('ip-name', 'resource-name'),
      EnableResourceNameDnsARecord: boolean,
      EnableResourceNameDnsAAAARecord: boolean,
    }),
    MaintenanceOptions: notModelled,
    DisableApiStop: boolean,
    EnablePrimaryIpv6: boolean,
    NetworkPerformanceOptions: notModelled,
    Operator: notModelled,
    SecondaryInterfaces: notModelled,
    DisableApiTermination: boolean,
    InstanceInitiatedShutdownBehavior: notModelled,
    PrivateIpAddress: string,
    ClientToken: string,
    AdditionalInfo: notModelled,
    NetworkInterfaces: interfaceSpecifications,
    IamInstanceProfile: notModelled,
    EbsOptimized: notModelled,
  },
  run(world, input) {
    const { ImageId, InstanceType = defaultType, MinCount, MaxCount } = input;
    if (!ImageId) throw launchErrors.noImage();
    if (ImageId.startsWith('resolve:ssm:')) throw new NotModelled('images by the name of an SSM parameter');
    if (MinCount < 1) throw launchErrors.count(MinCount, 'minCount', 'It must be greater than 0.');
    if (MaxCount < MinCount) throw launchErrors.count(MaxCount, 'maxCount', 'It must not be less than minCount.');
    const tenancy = input.Placement?.Tenancy ?? 'default';
    if (tenancy !== 'default') throw new NotModelled(`the tenancy ${tenancy}`);
    const plans = planInterfaces(input);
    const metadataOptions = givenOptions(input.MetadataOptions ?? {});
    const tags = tagsOf(world, input.TagSpecifications);

    const ids = once(world, 'RunInstances', input, () => {
      checkImageAndType(ImageId, InstanceType);
      if (input.KeyName) throw launchErrors.unknownKeyPair(input.KeyName);
      const named = groupIdsByName(world, input.SecurityGroups ?? [], input.SubnetId);
      const wanted = plans.map((plan) =>
        named.length > 0 ? { ...plan, groups: [...(plan.groups ?? []), ...named] } : plan,
      );
      const interfaces = placeInterfaces(world, wanted, zoneOf(world, input.Placement));
      const { maxNetworkInterfaces } = limitsOf(InstanceType);
      if (plans.length > maxNetworkInterfaces) throw attachmentErrors.limit(plans.length, InstanceType);
      const launch = {
        interfaces,
        interfaceTags: tags.interfaces,
        names: givenNames(input.PrivateDnsNameOptions ?? {}),
        instance: {
          ImageId,
          InstanceType,
          ClientToken: input.ClientToken ?? '',
          disableApiTermination: input.DisableApiTermination ?? false,
          disableApiStop: input.DisableApiStop ?? false,
          detailedMonitoring: input.Monitoring?.Enabled ?? false,
          ...(Object.keys(metadataOptions).length > 0 && { metadataOptions }),
          Tags: tags.instances,
        },
      };
      const { instancesPerRegion } = world.quotas;
      const live = world.instances.count('live', 'live');
      if (live + MinCount > instancesPerRegion) throw launchErrors.limit(live + MinCount, instancesPerRegion);
      const most = Math.min(MaxCount, instancesPerRegion - live);
      return launchInstances(world, launch, MinCount, most).map(({ InstanceId }) => InstanceId);
    });

    const launched = ids.flatMap((id) => world.instances.get(id) ?? []);
    const [first] = launched;
    // Its token is remembered after an instance is gone.
    if (!first || launched.length < ids.length || launched.some(({ goal }) => goal === 'terminated')) {
      throw launchErrors.tokenOfTerminated();
    }
    return describeReservation(world, first.ReservationId, launched, 'launch');
  },
});

function checkImageAndType(imageId: string, instanceType: string): void {
  const image = getImage(imageId);
  if (!isInstanceType(instanceType)) throw launchErrors.unknownType(instanceType);
  const architecture = architectureOf(instanceType);
  if (architecture !== image.Architecture) throw launchErrors.architecture(architecture, image.Architecture);
}

/** What a call says of names, without what it leaves to the subnet. */
const givenNames = (given: { readonly [K in keyof NameOptions]?: NameOptions[K] | undefined }): Partial<NameOptions> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

const taggable = ['instance', 'network-interface'];

function tagsOf(world: World, specifications: readonly TagSpecification[] | undefined) {
  const other = specifications?.find(({ ResourceType }) =>
    /^(volume|spot-instances-request)$/.test(ResourceType ?? ''),
  );
  if (other) throw new NotModelled(`tags of a ${other.ResourceType} at launch`);
  return {
    instances: tagsFor(world, specifications, 'instance', taggable),
    interfaces: tagsFor(world, specifications, 'network-interface', taggable),
  };
}
