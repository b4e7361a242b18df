import type { Filters } from '../describe';
import { zoneId } from '../region/zones';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { describeGroups } from './describe-network-interface';
import { privateDnsName } from './dns-names';
import { attachmentStatus, type NetworkInterface, networkInterfaceStatus, primaryAddressOf } from './network-interface';
import { type PublicAssociation, publicAssociations } from './public-association';

/**
 * The filters of DescribeNetworkInterfaces. No interface here has an operator.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html
 * Assumed: that `group-name`, which is not documented, works as it does in emulators.
 */
export const networkInterfaceFilters = (world: World): Filters<NetworkInterface> => ({
  ...associationFilters(world),
  'addresses.primary': (eni) => eni.PrivateIpAddresses.map(({ Primary }) => String(Primary)),
  'addresses.private-ip-address': (eni) => eni.PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress),
  'attachment.attach-time': (eni) => eni.Attachment?.AttachTime,
  'attachment.attachment-id': (eni) => eni.Attachment?.AttachmentId,
  'attachment.delete-on-termination': (eni) => eni.Attachment?.DeleteOnTermination,
  'attachment.device-index': (eni) => eni.Attachment?.DeviceIndex,
  'attachment.instance-id': (eni) => eni.Attachment?.InstanceId,
  'attachment.instance-owner-id': (eni) => eni.Attachment && (eni.Attachment.InstanceOwnerId ?? world.account),
  'attachment.status': (eni) => eni.Attachment && attachmentStatus(world, eni.Attachment),
  'availability-zone': (eni) => eni.AvailabilityZone,
  'availability-zone-id': (eni) => zoneId(world.region, eni.AvailabilityZone),
  description: (eni) => eni.Description,
  'group-id': (eni) => eni.groups,
  'group-name': (eni) => describeGroups(world, eni).map(({ GroupName }) => GroupName),
  'ipv6-addresses.ipv6-address': (eni) => eni.Ipv6Addresses?.map((one) => one.Ipv6Address),
  'interface-type': (eni) => eni.InterfaceType,
  'mac-address': (eni) => eni.MacAddress,
  'network-interface-id': (eni) => eni.NetworkInterfaceId,
  'operator.managed': () => false,
  'operator.principal': () => undefined,
  'owner-id': () => world.account,
  'private-dns-name': (eni) =>
    primaryAddressOf(eni) && getVpc(world, eni.VpcId).enableDnsHostnames
      ? privateDnsName(world.region, primaryAddressOf(eni))
      : undefined,
  'private-ip-address': (eni) => eni.PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress),
  'requester-id': (eni) => eni.RequesterId,
  'requester-managed': (eni) => eni.RequesterManaged,
  'source-dest-check': (eni) => eni.SourceDestCheck,
  status: (eni) => networkInterfaceStatus(world, eni),
  'subnet-id': (eni) => eni.SubnetId,
  'vpc-id': (eni) => eni.VpcId,
});

function associationFilters(world: World): Filters<NetworkInterface> {
  const ofPrimary = (member: keyof PublicAssociation) => (eni: NetworkInterface) =>
    publicAssociations(world, eni).get(primaryAddressOf(eni))?.[member];
  const ofAny = (member: keyof PublicAssociation) => (eni: NetworkInterface) =>
    [...publicAssociations(world, eni).values()].flatMap((association) => association[member] ?? []);
  return {
    'association.allocation-id': ofPrimary('AllocationId'),
    'association.association-id': ofPrimary('AssociationId'),
    'association.ip-owner-id': ofPrimary('IpOwnerId'),
    'association.public-ip': ofPrimary('PublicIp'),
    'association.public-dns-name': ofPrimary('PublicDnsName'),
    'addresses.association.owner-id': ofAny('IpOwnerId'),
    'addresses.association.public-ip': ofAny('PublicIp'),
  };
}
