import { describeRows } from '../describe';
import { parseIp } from '../ip';
import { operation } from '../operation';
import { filterList, list, string } from '../shapes';
import type { World } from '../world';
import { type Address, getAddress } from './address';
import { addressErrors } from './errors';

/**
 * DescribeAddresses: the Elastic IPs asked for, by allocation id, public address or filter; never in pages, and never
 * an auto-assigned address.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAddresses.html; the filter `domain` is of
 * an older edition of that page.
 */
export const describeAddresses = operation({
  name: 'DescribeAddresses',
  input: { PublicIps: list(string), Filters: filterList, AllocationIds: list(string) },
  run(world, { PublicIps = [], Filters, AllocationIds = [] }) {
    for (const ip of PublicIps) if (parseIp(ip) === undefined) throw addressErrors.ipMalformed(ip);
    const { rows } = describeRows<Address>(
      { Filters },
      {
        ids: [...AllocationIds, ...PublicIps.map((ip) => addressOfIp(world, ip).AllocationId)],
        idsParameter: 'allocationIdsSet',
        get: (id) => getAddress(world, id),
        list: () => world.addresses.list(),
        tags: (address) => address.Tags,
        filters: {
          'allocation-id': (address) => address.AllocationId,
          'association-id': (address) => address.association?.AssociationId,
          domain: () => 'vpc',
          'instance-id': (address) => instanceOf(world, address),
          'network-border-group': () => world.region,
          'network-interface-id': (address) => address.association?.NetworkInterfaceId,
          'network-interface-owner-id': (address) => address.association && world.account,
          'private-ip-address': (address) => address.association?.PrivateIpAddress,
          'public-ip': (address) => address.PublicIp,
        },
      },
    );
    return { Addresses: rows.map((address) => describeAddress(world, address)) };
  },
});

function addressOfIp(world: World, ip: string): Address {
  const address = world.addresses.first('PublicIp', ip);
  if (!address) throw addressErrors.ipNotFound(ip);
  return address;
}

const instanceOf = (world: World, { association }: Address): string | undefined =>
  association && world.networkInterfaces.get(association.NetworkInterfaceId)?.Attachment?.InstanceId;

function describeAddress(world: World, address: Address): object {
  const { association, Tags } = address;
  const InstanceId = instanceOf(world, address);
  return {
    AllocationId: address.AllocationId,
    ...(association && { AssociationId: association.AssociationId }),
    Domain: 'vpc',
    ...(association && {
      NetworkInterfaceId: association.NetworkInterfaceId,
      NetworkInterfaceOwnerId: world.account,
      PrivateIpAddress: association.PrivateIpAddress,
    }),
    ...(Tags.length > 0 && { Tags }),
    PublicIpv4Pool: 'amazon',
    NetworkBorderGroup: world.region,
    ...(InstanceId !== undefined && { InstanceId }),
    PublicIp: address.PublicIp,
  };
}
