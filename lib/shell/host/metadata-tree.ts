import { getImage } from '@/lib/engine/image/image';
import type { Instance, MetadataOptions } from '@/lib/engine/instance/instance';
import { blockText } from '@/lib/engine/ip';
import { block6Text } from '@/lib/engine/ip6';
import { privateDnsName } from '@/lib/engine/network-interface/dns-names';
import {
  interfacesOf,
  type NetworkInterface,
  primaryAddressOf,
} from '@/lib/engine/network-interface/network-interface';
import { publicAssociations } from '@/lib/engine/network-interface/public-association';
import { zoneId } from '@/lib/engine/region/zones';
import { vpcBlocks, vpcBlocks6 } from '@/lib/engine/vpc/vpc';
import type { World } from '@/lib/engine/world';

/** Metadata as folders and their contents; what is undefined is not there. */
interface Tree {
  readonly [name: string]: string | Tree | undefined;
}

/**
 * What a path of the metadata service holds: the text of an item, or the list of a folder, in which folders end in a slash.
 * Undefined where there is nothing. Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html
 * Not modelled: IAM roles, events, public keys, user data.
 */
export function metadataOf(
  world: World,
  instance: Instance,
  options: MetadataOptions,
  path: string,
): string | undefined {
  const tree: Tree = { latest: { dynamic: dynamic(world, instance), 'meta-data': metaData(world, instance, options) } };
  const parts = path
    .replace(/\?.*$/, '')
    .split('/')
    .filter((part) => part !== '');
  let at: string | Tree | undefined = tree;
  for (const part of parts) {
    at = typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined;
  }
  return typeof at === 'object' ? listOf(at) : at;
}

const listOf = (tree: Tree): string =>
  Object.entries(tree)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (typeof value === 'object' ? `${name}/` : name))
    .sort()
    .join('\n');

function metaData(world: World, instance: Instance, options: MetadataOptions): Tree {
  const enis = attachedTo(world, instance);
  const [primary] = enis;
  const image = getImage(instance.ImageId);
  const address = primary && primaryAddressOf(primary);
  const association = primary && publicAssociations(world, primary).get(address ?? '');
  const name = nameOf(world, instance, address ?? '');
  const tags = Object.fromEntries(instance.Tags.map(({ Key, Value }) => [Key, Value]));
  return {
    'ami-id': instance.ImageId,
    'ami-launch-index': String(instance.AmiLaunchIndex),
    'ami-manifest-path': '(unknown)',
    'block-device-mapping': { ami: image.RootDeviceName, root: image.RootDeviceName },
    hostname: name,
    'instance-action': 'none',
    'instance-id': instance.InstanceId,
    'instance-life-cycle': 'on-demand',
    'instance-type': instance.InstanceType,
    ipv6: primary?.Ipv6Addresses?.[0]?.Ipv6Address,
    'local-hostname': name,
    'local-ipv4': address || undefined,
    mac: primary?.MacAddress,
    network: {
      interfaces: { macs: Object.fromEntries(enis.map((eni) => [eni.MacAddress, interfaceTree(world, eni)])) },
    },
    placement: {
      'availability-zone': instance.AvailabilityZone,
      'availability-zone-id': zoneId(world.region, instance.AvailabilityZone),
      region: world.region,
    },
    profile: 'default-hvm',
    'public-hostname': association?.PublicDnsName || undefined,
    'public-ipv4': association?.PublicIp,
    'reservation-id': instance.ReservationId,
    'security-groups': primary && groupNames(world, primary),
    services: { domain: 'amazonaws.com', partition: 'aws' },
    tags: options.InstanceMetadataTags === 'enabled' ? { instance: tags } : undefined,
  };
}

const attachedTo = (world: World, { InstanceId }: Instance): NetworkInterface[] =>
  interfacesOf(world, InstanceId).filter(({ Attachment }) => Attachment && !Attachment.detaching);

const nameOf = (world: World, { InstanceId, nameOptions }: Instance, address: string): string =>
  nameOptions?.HostnameType === 'resource-name'
    ? privateDnsName(world.region, '').replace(/^ip-/, InstanceId)
    : privateDnsName(world.region, address);

const groupNames = (world: World, { groups }: NetworkInterface): string =>
  groups.map((id) => world.securityGroups.get(id)?.GroupName ?? id).join('\n');

/** Lines of a text, or nothing where there are none. */
const lines = (texts: readonly string[] | undefined): string | undefined =>
  texts && texts.length > 0 ? texts.join('\n') : undefined;

function interfaceTree(world: World, eni: NetworkInterface): Tree {
  const subnet = world.subnets.get(eni.SubnetId);
  const vpc = world.vpcs.get(eni.VpcId);
  const addresses = eni.PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress);
  const associations = publicAssociations(world, eni);
  const publics = addresses.flatMap((address) => associations.get(address) ?? []);
  const privateOf = [...associations].map(([address, { PublicIp }]) => [PublicIp, address] as const);
  const block6 = subnet?.ipv6Block?.Ipv6CidrBlock;
  const [main = ''] = addresses;
  return {
    'device-number': String(eni.Attachment?.DeviceIndex ?? 0),
    'interface-id': eni.NetworkInterfaceId,
    'ipv4-associations': privateOf.length > 0 ? Object.fromEntries(privateOf) : undefined,
    'ipv4-prefix': lines(eni.Ipv4Prefixes),
    'ipv6-prefix': lines(eni.Ipv6Prefixes),
    ipv6s: lines(eni.Ipv6Addresses?.map(({ Ipv6Address }) => Ipv6Address)),
    'local-hostname': main === '' ? undefined : privateDnsName(world.region, main),
    'local-ipv4s': lines(addresses),
    mac: eni.MacAddress,
    'network-card': eni.Attachment?.NetworkCardIndex ? String(eni.Attachment.NetworkCardIndex) : undefined,
    'owner-id': world.account,
    'public-hostname': publics[0]?.PublicDnsName || undefined,
    'public-ipv4s': lines(publics.map(({ PublicIp }) => PublicIp)),
    'security-group-ids': lines(eni.groups),
    'security-groups': groupNames(world, eni),
    'subnet-id': eni.SubnetId,
    'subnet-ipv4-cidr-block': subnet?.CidrBlock || undefined,
    'subnet-ipv6-cidr-blocks': block6,
    'vpc-id': eni.VpcId,
    'vpc-ipv4-cidr-block': vpc?.CidrBlock,
    'vpc-ipv4-cidr-blocks': vpc && lines(vpcBlocks(vpc).map(blockText)),
    'vpc-ipv6-cidr-blocks': vpc && lines(vpcBlocks6(vpc).map(block6Text)),
  };
}

function dynamic(world: World, instance: Instance): Tree {
  const [primary] = attachedTo(world, instance);
  const document = {
    accountId: world.account,
    architecture: getImage(instance.ImageId).Architecture,
    availabilityZone: instance.AvailabilityZone,
    billingProducts: null,
    devpayProductCodes: null,
    marketplaceProductCodes: null,
    imageId: instance.ImageId,
    instanceId: instance.InstanceId,
    instanceType: instance.InstanceType,
    kernelId: null,
    pendingTime: instance.LaunchTime.replace(/\.\d+Z$/, 'Z'),
    privateIp: primary ? primaryAddressOf(primary) : null,
    ramdiskId: null,
    region: world.region,
    version: '2017-09-30',
  };
  const text = JSON.stringify(document, null, 2).replaceAll('": ', '" : ');
  return { 'instance-identity': { document: text } };
}
