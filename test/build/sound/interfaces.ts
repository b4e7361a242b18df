import { limitsOf } from '@/lib/engine/instance-type/instance-type-limits';
import { containsBlock, containsIp, parseBlock, parseIp } from '@/lib/engine/ip';
import { containsBlock6, containsIp6, parseBlock6, parseIp6 } from '@/lib/engine/ip6';
import { ipv4Count, ipv6Count, ipv6PerInterface } from '@/lib/engine/network-interface/address-limits';
import {
  addressesIn,
  instanceOf,
  isServiceInterface,
  type NetworkInterface,
  prefixAround,
} from '@/lib/engine/network-interface/network-interface';
import { isIpv6Only, isReserved, type Subnet, subnetBlock, subnetBlock6 } from '@/lib/engine/subnet/subnet';
import type { World } from '@/lib/engine/world';
import { hold, isDistinct } from './hold';

/** What holds of interfaces, their addresses and prefixes, and permissions in every world. */
export function expectInterfacesSound(world: World): void {
  const held: string[] = [];
  const ipv6Blocks = new Set<string>();
  for (const eni of world.networkInterfaces.list()) {
    const subnet = world.subnets.get(eni.SubnetId);
    hold(subnet, `${eni.NetworkInterfaceId} lies in a subnet`);
    expectPlace(world, eni, subnet);
    expectIpv4(eni, subnet);
    expectIpv6(eni, subnet);
    expectLimits(world, eni);
    const ipv4 = [...eni.PrivateIpAddresses.map((one) => one.PrivateIpAddress), ...addressesIn(eni.Ipv4Prefixes)];
    const ipv6 = (eni.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address);
    held.push(...ipv4.map((ip) => `${eni.SubnetId}/${ip}`), ...ipv6, ...(eni.Ipv6Prefixes ?? []));
    for (const ip of ipv6) ipv6Blocks.add(prefixAround(ip));
  }
  hold(isDistinct(held), `an address is held once, of ${held.join(' ')}`);
  for (const text of held) hold(!ipv6Blocks.has(text), `no address lies in the prefix ${text}`);
  const macs = world.networkInterfaces.list().map(({ MacAddress }) => MacAddress);
  hold(isDistinct(macs), 'a MAC address is given once');
  for (const { NetworkInterfaceId } of world.networkInterfacePermissions.list()) {
    hold(world.networkInterfaces.get(NetworkInterfaceId), 'a permission is of an interface');
  }
}

function expectPlace(world: World, eni: NetworkInterface, subnet: Subnet): void {
  hold(eni.VpcId === subnet.VpcId, 'an interface is in its subnet’s VPC');
  hold(eni.AvailabilityZone === subnet.AvailabilityZone, 'an interface is in its subnet’s zone');
  if (!isServiceInterface(eni)) hold(eni.groups.length > 0, 'an interface has a group');
  for (const group of eni.groups) {
    hold(world.securityGroups.get(group)?.VpcId === eni.VpcId, 'an interface’s groups are of its VPC');
  }
}

function expectIpv4(eni: NetworkInterface, subnet: Subnet): void {
  for (const [at, { PrivateIpAddress, Primary }] of eni.PrivateIpAddresses.entries()) {
    hold(Primary === (at === 0), 'the first address is the primary one');
    const ip = parseIp(PrivateIpAddress) ?? -1;
    const block = subnetBlock(subnet);
    hold(containsIp(block, ip) && !isReserved(block, ip), `${PrivateIpAddress} is usable`);
  }
  for (const prefix of eni.Ipv4Prefixes ?? []) {
    const block = parseBlock(prefix);
    hold(block && !isIpv6Only(subnet) && containsBlock(subnetBlock(subnet), block), `${prefix} is in the subnet`);
  }
}

function expectIpv6(eni: NetworkInterface, subnet: Subnet): void {
  const block6 = subnetBlock6(subnet);
  for (const { Ipv6Address } of eni.Ipv6Addresses ?? []) {
    const ip = parseIp6(Ipv6Address);
    hold(block6 && ip !== undefined && containsIp6(block6, ip), `${Ipv6Address} is in the subnet`);
  }
  for (const prefix of eni.Ipv6Prefixes ?? []) {
    const block = parseBlock6(prefix);
    hold(block6 && block && containsBlock6(block6, block), `${prefix} is in the subnet`);
  }
  const primary = (eni.Ipv6Addresses ?? []).filter((one) => one.IsPrimaryIpv6);
  hold(primary.length < 2, 'an interface has one primary IPv6 address');
}

function expectLimits(world: World, eni: NetworkInterface): void {
  const instance = instanceOf(world, eni);
  if (!instance) return;
  const type = limitsOf(instance.InstanceType);
  hold(ipv4Count(eni) <= type.ipv4PerInterface, `IPv4 addresses of a ${instance.InstanceType}`);
  hold(ipv6Count(eni) <= ipv6PerInterface(type), `IPv6 addresses of a ${instance.InstanceType}`);
}
