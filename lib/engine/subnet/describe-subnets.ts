import { describeRows } from '../describe';
import { operation } from '../operation';
import { zoneId } from '../region/zones';
import { filterList, list, paged, string } from '../shapes';
import { associationStateOf } from '../vpc/block-association';
import {
  availableIpAddressCount,
  describeSubnet,
  getSubnet,
  isIpv6Only,
  listedBlock6,
  nameOptionsOf,
  type Subnet,
  subnetArn,
} from './subnet';

/**
 * DescribeSubnets: the subnets asked for, by id or by filter.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html
 */
export const describeSubnets = operation({
  name: 'DescribeSubnets',
  input: { Filters: filterList, SubnetIds: list(string), ...paged },
  run(world, input) {
    const { rows, ...page } = describeRows<Subnet>(input, {
      ids: input.SubnetIds,
      idsParameter: 'subnetSet',
      get: (id) => getSubnet(world, id),
      list: () => world.subnets.list(),
      tags: (subnet) => subnet.Tags,
      filters: {
        'availability-zone': (subnet) => subnet.AvailabilityZone,
        availabilityZone: (subnet) => subnet.AvailabilityZone,
        'availability-zone-id': (subnet) => zoneId(world.region, subnet.AvailabilityZone),
        availabilityZoneId: (subnet) => zoneId(world.region, subnet.AvailabilityZone),
        'available-ip-address-count': (subnet) => availableIpAddressCount(world, subnet),
        cidr: (subnet) => subnet.CidrBlock || undefined,
        cidrBlock: (subnet) => subnet.CidrBlock || undefined,
        'cidr-block': (subnet) => subnet.CidrBlock || undefined,
        'customer-owned-ipv4-pool': () => undefined,
        'default-for-az': (subnet) => subnet.DefaultForAz,
        defaultForAz: (subnet) => subnet.DefaultForAz,
        'enable-dns64': (subnet) => subnet.EnableDns64 ?? false,
        'enable-lni-at-device-index': () => undefined,
        'ipv6-cidr-block-association.association-id': (subnet) => listedBlock6(world, subnet)?.AssociationId,
        'ipv6-cidr-block-association.ipv6-cidr-block': (subnet) => listedBlock6(world, subnet)?.Ipv6CidrBlock,
        'ipv6-cidr-block-association.state': (subnet) => {
          const block = listedBlock6(world, subnet);
          return block && associationStateOf(world, block);
        },
        'ipv6-native': isIpv6Only,
        'map-customer-owned-ip-on-launch': () => false,
        'map-public-ip-on-launch': (subnet) => subnet.MapPublicIpOnLaunch,
        'outpost-arn': () => undefined,
        'owner-id': () => world.account,
        'private-dns-name-options-on-launch.enable-resource-name-dns-a-record': (subnet) =>
          nameOptionsOf(subnet).EnableResourceNameDnsARecord,
        'private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record': (subnet) =>
          nameOptionsOf(subnet).EnableResourceNameDnsAAAARecord,
        'private-dns-name-options-on-launch.hostname-type': (subnet) => nameOptionsOf(subnet).HostnameType,
        state: () => 'available',
        'subnet-arn': (subnet) => subnetArn(world, subnet),
        'subnet-id': (subnet) => subnet.SubnetId,
        'vpc-id': (subnet) => subnet.VpcId,
      },
    });
    return { ...page, Subnets: rows.map((subnet) => describeSubnet(world, subnet)) };
  },
});
