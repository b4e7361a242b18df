import type { Filters } from '../describe';
import { memberFilters } from '../member-filters';
import { describeNetworkInterface } from '../network-interface/describe-network-interface';
import { interfacesOf } from '../network-interface/network-interface';
import type { World } from '../world';
import { describeInstance } from './describe-instance';
import type { Instance } from './instance';

/** Filters on what an instance itself shows. */
const ofInstance = [
  ...['affinity', 'architecture', 'availability-zone', 'availability-zone-id', 'block-device-mapping.attach-time'],
  ...['block-device-mapping.delete-on-termination', 'block-device-mapping.device-name', 'block-device-mapping.status'],
  ...['block-device-mapping.volume-id', 'boot-mode', 'capacity-reservation-id', 'client-token'],
  ...['capacity-reservation-specification.capacity-reservation-preference'],
  ...['capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id'],
  ...['capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn'],
  ...['current-instance-boot-mode', 'dns-name', 'ebs-optimized', 'ena-support', 'enclave-options.enabled'],
  ...['hibernation-options.configured', 'host-id', 'hypervisor', 'iam-instance-profile.arn', 'iam-instance-profile.id'],
  ...['image-id', 'instance-id', 'instance-lifecycle', 'instance-state-code', 'instance-state-name', 'instance-type'],
  ...['instance.group-id', 'instance.group-name', 'ip-address', 'ipv6-address', 'kernel-id', 'key-name'],
  ...['launch-index', 'launch-time', 'maintenance-options.auto-recovery', 'metadata-options.http-endpoint'],
  ...['metadata-options.http-protocol-ipv4', 'metadata-options.http-protocol-ipv6', 'metadata-options.http-tokens'],
  ...['metadata-options.http-put-response-hop-limit', 'metadata-options.instance-metadata-tags'],
  ...['metadata-options.state', 'monitoring-state', 'network-performance-options.bandwidth-weighting'],
  ...['operator.managed', 'operator.principal', 'outpost-arn', 'owner-id', 'placement-group-name'],
  ...['placement-partition-number', 'platform', 'platform-details', 'private-dns-name', 'private-ip-address'],
  ...['private-dns-name-options.enable-resource-name-dns-a-record', 'private-dns-name-options.hostname-type'],
  ...['private-dns-name-options.enable-resource-name-dns-aaaa-record', 'product-code', 'product-code.type'],
  ...['ramdisk-id', 'reason', 'requester-id', 'reservation-id', 'root-device-name', 'root-device-type'],
  ...['source-dest-check', 'spot-instance-request-id', 'state-reason-code', 'state-reason-message', 'subnet-id'],
  ...['tenancy', 'tpm-support', 'usage-operation', 'usage-operation-update-time', 'virtualization-type', 'vpc-id'],
];

/** Filters `network-interface.…` on what DescribeNetworkInterfaces shows of the instance's interfaces. */
const ofInterfaces = [
  ...[
    'addresses.association.allocation-id',
    'addresses.association.association-id',
    'addresses.association.carrier-ip',
  ],
  ...['addresses.association.customer-owned-ip', 'addresses.association.ip-owner-id', 'addresses.primary'],
  ...['addresses.association.public-dns-name', 'addresses.association.public-ip', 'addresses.private-dns-name'],
  ...['addresses.private-ip-address', 'association.allocation-id', 'association.association-id'],
  ...['association.carrier-ip', 'association.customer-owned-ip', 'association.ip-owner-id'],
  ...['association.public-dns-name', 'association.public-ip', 'attachment.attach-time', 'attachment.attachment-id'],
  ...['attachment.delete-on-termination', 'attachment.device-index', 'attachment.instance-id', 'attachment.status'],
  ...['attachment.instance-owner-id', 'attachment.network-card-index', 'availability-zone', 'deny-all-igw-traffic'],
  ...['description', 'group-id', 'group-name', 'ipv4-prefixes.ipv4-prefix', 'ipv6-address', 'ipv6-native'],
  ...['ipv6-addresses.ipv6-address', 'ipv6-addresses.is-primary-ipv6', 'ipv6-prefixes.ipv6-prefix', 'mac-address'],
  ...['network-interface-id', 'operator.managed', 'operator.principal', 'outpost-arn', 'owner-id'],
  ...['private-dns-name', 'private-ip-address', 'public-dns-name', 'requester-id', 'requester-managed', 'status'],
  ...['source-dest-check', 'subnet-id', 'tag-key', 'tag-value', 'vpc-id'],
].map((name) => `network-interface.${name}`);

/** Members whose filter is named otherwise. */
const paths = {
  affinity: 'Placement.Affinity',
  'availability-zone': 'Placement.AvailabilityZone',
  'availability-zone-id': 'Placement.AvailabilityZoneId',
  'block-device-mapping.attach-time': 'BlockDeviceMappings.Ebs.AttachTime',
  'block-device-mapping.delete-on-termination': 'BlockDeviceMappings.Ebs.DeleteOnTermination',
  'block-device-mapping.device-name': 'BlockDeviceMappings.DeviceName',
  'block-device-mapping.status': 'BlockDeviceMappings.Ebs.Status',
  'block-device-mapping.volume-id': 'BlockDeviceMappings.Ebs.VolumeId',
  'dns-name': 'PublicDnsName',
  'host-id': 'Placement.HostId',
  'instance-state-code': 'State.Code',
  'instance-state-name': 'State.Name',
  'instance.group-id': 'SecurityGroups.GroupId',
  'instance.group-name': 'SecurityGroups.GroupName',
  'ip-address': 'PublicIpAddress',
  'launch-index': 'AmiLaunchIndex',
  'monitoring-state': 'Monitoring.State',
  'placement-group-name': 'Placement.GroupName',
  'placement-partition-number': 'Placement.PartitionNumber',
  'private-dns-name-options.enable-resource-name-dns-aaaa-record':
    'PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord',
  'product-code': 'ProductCodes.ProductCodeId',
  'product-code.type': 'ProductCodes.ProductCodeType',
  reason: 'StateTransitionReason',
  'state-reason-code': 'StateReason.Code',
  'state-reason-message': 'StateReason.Message',
  tenancy: 'Placement.Tenancy',
  'network-interface.addresses.primary': 'NetworkInterface.PrivateIpAddresses.Primary',
  'network-interface.addresses.private-dns-name': 'NetworkInterface.PrivateIpAddresses.PrivateDnsName',
  'network-interface.addresses.private-ip-address': 'NetworkInterface.PrivateIpAddresses.PrivateIpAddress',
  'network-interface.addresses.association.allocation-id':
    'NetworkInterface.PrivateIpAddresses.Association.AllocationId',
  'network-interface.addresses.association.association-id':
    'NetworkInterface.PrivateIpAddresses.Association.AssociationId',
  'network-interface.addresses.association.ip-owner-id': 'NetworkInterface.PrivateIpAddresses.Association.IpOwnerId',
  'network-interface.addresses.association.public-dns-name':
    'NetworkInterface.PrivateIpAddresses.Association.PublicDnsName',
  'network-interface.addresses.association.public-ip': 'NetworkInterface.PrivateIpAddresses.Association.PublicIp',
  'network-interface.group-id': 'NetworkInterface.Groups.GroupId',
  'network-interface.group-name': 'NetworkInterface.Groups.GroupName',
  'network-interface.tag-key': 'NetworkInterface.TagSet.Key',
  'network-interface.tag-value': 'NetworkInterface.TagSet.Value',
};

/**
 * The filters of DescribeInstances.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
 */
export const instanceFilters = (world: World): Filters<Instance> => ({
  ...memberFilters<Instance>(
    (instance) => ({
      ...describeInstance(world, instance),
      OwnerId: world.account,
      ReservationId: instance.ReservationId,
    }),
    ofInstance,
    paths,
  ),
  ...memberFilters<Instance>(
    (instance) => ({
      NetworkInterface: interfacesOf(world, instance.InstanceId).map((eni) => describeNetworkInterface(world, eni)),
    }),
    ofInterfaces,
    paths,
  ),
});
