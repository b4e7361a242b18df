import { zoneId } from '../region/zones';
import { getSecurityGroup } from '../security-group/security-group';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { privateDnsName } from './dns-names';
import {
  type Attachment,
  attachmentStatus,
  type NetworkInterface,
  networkInterfaceStatus,
  primaryAddressOf,
} from './network-interface';
import { type PublicAssociation, publicAssociations } from './public-association';

/** The interface as AWS shows it, in the order of the API model; what a plain one lacks is absent. */
export function describeNetworkInterface(world: World, eni: NetworkInterface): object {
  const associations = publicAssociations(world, eni);
  const named = getVpc(world, eni.VpcId).enableDnsHostnames;
  const primaryIp = primaryAddressOf(eni);
  const ipv6 = eni.Ipv6Addresses?.[0]?.Ipv6Address;
  const association = associations.get(primaryIp);
  return {
    ...(association && { Association: association }),
    ...(eni.Attachment && { Attachment: describeAttachment(world, eni.Attachment) }),
    AvailabilityZone: eni.AvailabilityZone,
    ...(eni.connectionTracking && { ConnectionTrackingConfiguration: eni.connectionTracking }),
    Description: eni.Description,
    Groups: describeGroups(world, eni),
    InterfaceType: eni.InterfaceType,
    Ipv6Addresses: eni.Ipv6Addresses ?? [],
    MacAddress: eni.MacAddress,
    NetworkInterfaceId: eni.NetworkInterfaceId,
    OwnerId: world.account,
    ...(named && primaryIp && { PrivateDnsName: privateDnsName(world.region, primaryIp) }),
    PublicDnsName: association?.PublicDnsName ?? '',
    ...(primaryIp && { PrivateIpAddress: primaryIp }),
    PrivateIpAddresses: describePrivateAddresses(world, eni, associations, named),
    ...(eni.Ipv4Prefixes && { Ipv4Prefixes: eni.Ipv4Prefixes.map((Ipv4Prefix) => ({ Ipv4Prefix })) }),
    ...(eni.Ipv6Prefixes && { Ipv6Prefixes: eni.Ipv6Prefixes.map((Ipv6Prefix) => ({ Ipv6Prefix })) }),
    ...(eni.RequesterId !== undefined && { RequesterId: eni.RequesterId }),
    RequesterManaged: eni.RequesterManaged,
    SourceDestCheck: eni.SourceDestCheck,
    Status: networkInterfaceStatus(world, eni),
    SubnetId: eni.SubnetId,
    TagSet: eni.TagSet,
    VpcId: eni.VpcId,
    // Assumed: shown of an IPv6-only interface alone.
    ...(!primaryIp && ipv6 !== undefined && { Ipv6Native: true }),
    ...(ipv6 !== undefined && { Ipv6Address: ipv6 }),
    Operator: { Managed: false },
    AvailabilityZoneId: zoneId(world.region, eni.AvailabilityZone),
  };
}

/** The attachment as the interface shows it; the instance shows fewer members. */
export const describeAttachment = (world: World, attachment: Attachment): object => ({
  ...(attachment.AttachTime !== undefined && { AttachTime: attachment.AttachTime }),
  AttachmentId: attachment.AttachmentId,
  DeleteOnTermination: attachment.DeleteOnTermination,
  DeviceIndex: attachment.DeviceIndex,
  NetworkCardIndex: attachment.NetworkCardIndex,
  ...(attachment.InstanceId !== undefined && { InstanceId: attachment.InstanceId }),
  InstanceOwnerId: attachment.InstanceOwnerId ?? world.account,
  Status: attachmentStatus(world, attachment),
});

export const describeGroups = (world: World, eni: NetworkInterface): { GroupId: string; GroupName: string }[] =>
  eni.groups.map((GroupId) => ({ GroupId, GroupName: getSecurityGroup(world, GroupId).GroupName }));

const describePrivateAddresses = (
  world: World,
  eni: NetworkInterface,
  associations: ReadonlyMap<string, PublicAssociation>,
  named: boolean,
): object[] =>
  eni.PrivateIpAddresses.map(({ PrivateIpAddress, Primary }) => {
    const association = associations.get(PrivateIpAddress);
    return {
      ...(association && { Association: association }),
      Primary,
      ...(named && { PrivateDnsName: privateDnsName(world.region, PrivateIpAddress) }),
      PrivateIpAddress,
    };
  });
