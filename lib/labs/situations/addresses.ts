import { type Block, containsIp, parseIp } from '@/lib/engine/ip';
import { zoneIndex } from '@/lib/engine/region/zones';
import { addressKey, isIpv6Only, isReserved, type Subnet, subnetBlock } from '@/lib/engine/subnet/subnet';
import { vpcBlocks } from '@/lib/engine/vpc/vpc';
import { type Done, interfaceNamed, listOf, memberOf, type Situation, textOf } from './situation';

/** What can be so with the addresses and places that a call names. */
export const addressSituations = {
  /** A private address of the VPC, but not of the subnet that it is for. */
  'address-of-another-subnet': (done) => {
    const place = subnetNamed(done);
    if (!place) return false;
    const vpc = done.world.vpcs.get(place.subnet.VpcId);
    const isOfVpc = (ip: number) => vpc !== undefined && vpcBlocks(vpc).some((block) => containsIp(block, ip));
    return addressesNamed(done).some((ip) => !containsIp(place.block, ip) && isOfVpc(ip));
  },
  /** One of the five addresses of the subnet that AWS keeps. */
  'reserved-address': (done) => {
    const place = subnetNamed(done);
    return place !== undefined && addressesNamed(done).some((ip) => isReserved(place.block, ip));
  },
  /** The primary private address of the interface that the call names. */
  'primary-address': (done) => {
    const primary = interfaceNamed(done)?.PrivateIpAddresses[0]?.PrivateIpAddress;
    return primary !== undefined && listOf(done.call.input, 'PrivateIpAddresses').includes(primary);
  },
  /** A secondary address of another interface in the same subnet. */
  'address-of-another-interface': (done) => {
    const eni = interfaceNamed(done);
    if (!eni) return false;
    return listOf(done.call.input, 'PrivateIpAddresses').some((ip) => {
      const holder = done.world.networkInterfaces.first('address', addressKey(eni.SubnetId, String(ip)));
      if (!holder || holder.NetworkInterfaceId === eni.NetworkInterfaceId) return false;
      return holder.PrivateIpAddresses.some((held) => held.PrivateIpAddress === ip && !held.Primary);
    });
  },
  /** A zone's name that the account's Region does not have. */
  'zone-of-another-region': ({ world, call }) => {
    const zone = textOf(call, 'AvailabilityZone');
    return /^[a-z]{2}-[a-z]+-\d[a-z]$/.test(zone) && zoneIndex(world.region, zone) < 0;
  },
} satisfies Record<string, Situation>;

function subnetNamed(done: Done): { subnet: Subnet; block: Block } | undefined {
  const { world, call } = done;
  const subnet = world.subnets.get(textOf(call, 'SubnetId') || (interfaceNamed(done)?.SubnetId ?? ''));
  return subnet && !isIpv6Only(subnet) ? { subnet, block: subnetBlock(subnet) } : undefined;
}

/** The private addresses that an input names, in each of the ways that operations have for it. */
function addressesNamed({ call }: Done): number[] {
  const listed = listOf(call.input, 'PrivateIpAddresses').map((one) => memberOf(one, 'PrivateIpAddress') ?? one);
  return [textOf(call, 'PrivateIpAddress'), ...listed].flatMap((ip) =>
    typeof ip === 'string' ? (parseIp(ip) ?? []) : [],
  );
}
