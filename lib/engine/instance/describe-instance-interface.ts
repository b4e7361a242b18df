import { describeGroups } from '../network-interface/describe-network-interface';
import { privateDnsName } from '../network-interface/dns-names';
import {
  type Attachment,
  attachmentStatus,
  type NetworkInterface,
  networkInterfaceStatus,
  primaryAddressOf,
} from '../network-interface/network-interface';
import { type PublicAssociation, publicAssociations } from '../network-interface/public-association';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import type { InstanceView } from './describe-instance';
import type { Instance } from './instance';

/**
 * An interface as its instance shows it: fewer members than DescribeNetworkInterfaces has, and next to none once the
 * instance is shutting down.
 * Source: test/transcripts/ground-truth.yaml, 1-terminated-stays-listed;
 * answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo).
 */
export function describeInstanceInterface(
  world: World,
  instance: Instance,
  eni: NetworkInterface,
  view: InstanceView,
): object {
  const identity = { NetworkInterfaceId: eni.NetworkInterfaceId, OwnerId: world.account };
  const Attachment = eni.Attachment && describeAttachment(world, eni.Attachment);
  const Status = networkInterfaceStatus(world, eni);
  if (instance.goal === 'terminated') return { Attachment, ...identity, Status };
  const associations = view === 'launch' ? new Map<string, PublicAssociation>() : publicAssociations(world, eni);
  const primaryIp = primaryAddressOf(eni);
  const named = primaryIp !== '' && getVpc(world, eni.VpcId).enableDnsHostnames;
  return {
    ...describeAssociation(associations.get(primaryIp)),
    Attachment,
    Description: eni.Description,
    Groups: describeGroups(world, eni),
    Ipv6Addresses: eni.Ipv6Addresses ?? [],
    MacAddress: eni.MacAddress,
    ...identity,
    ...(named && { PrivateDnsName: privateDnsName(world.region, primaryIp) }),
    ...(primaryIp !== '' && { PrivateIpAddress: primaryIp }),
    PrivateIpAddresses: eni.PrivateIpAddresses.map(({ PrivateIpAddress, Primary }) => ({
      ...describeAssociation(associations.get(PrivateIpAddress)),
      Primary,
      ...(named && { PrivateDnsName: privateDnsName(world.region, PrivateIpAddress) }),
      PrivateIpAddress,
    })),
    SourceDestCheck: eni.SourceDestCheck,
    Status,
    SubnetId: eni.SubnetId,
    VpcId: eni.VpcId,
    InterfaceType: eni.InterfaceType,
    ...(eni.Ipv4Prefixes && { Ipv4Prefixes: eni.Ipv4Prefixes.map((Ipv4Prefix) => ({ Ipv4Prefix })) }),
    ...(eni.Ipv6Prefixes && { Ipv6Prefixes: eni.Ipv6Prefixes.map((Ipv6Prefix) => ({ Ipv6Prefix })) }),
    ...(eni.connectionTracking && { ConnectionTrackingConfiguration: eni.connectionTracking }),
    Operator: { Managed: false },
  };
}

/** An instance does not show the ids of an Elastic IP. */
function describeAssociation(association: PublicAssociation | undefined): object {
  if (!association) return {};
  const { IpOwnerId, PublicDnsName, PublicIp } = association;
  return { Association: { IpOwnerId, PublicDnsName, PublicIp } };
}

const describeAttachment = (world: World, attachment: Attachment): object => ({
  AttachTime: attachment.AttachTime,
  AttachmentId: attachment.AttachmentId,
  DeleteOnTermination: attachment.DeleteOnTermination,
  DeviceIndex: attachment.DeviceIndex,
  Status: attachmentStatus(world, attachment),
  NetworkCardIndex: attachment.NetworkCardIndex,
});
