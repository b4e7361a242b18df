import type { NetworkInterface } from '../network-interface/network-interface';
import { prefixAround } from '../network-interface/network-interface';
import { addressKey, type Subnet } from '../subnet/subnet';
import type { World } from '../world';
import { clientVpnBehind, clientVpnInterface } from './client-vpn-interface';
import { isIpv6 } from './flow';
import { isIn } from './longest-prefix';

/** The subnet of a VPC that an address lies in. Cost: the subnets of the VPC. */
const subnetAround = (world: World, vpcId: string, address: string): Subnet | undefined =>
  world.subnets.by('VpcId', vpcId).find((subnet) => holds(subnet, address));

/** Whether an address is in a subnet's IPv4 or IPv6 block. */
export const holds = ({ CidrBlock, ipv6Block }: Subnet, address: string): boolean =>
  isIpv6(address)
    ? ipv6Block !== undefined && isIn(ipv6Block.Ipv6CidrBlock, address)
    : CidrBlock !== '' && isIn(CidrBlock, address);

/** The interface in a VPC that has a private IPv4 or an IPv6 address, by itself or in a prefix. */
export function interfaceWith(world: World, vpcId: string, address: string): NetworkInterface | undefined {
  if (isIpv6(address)) {
    const eni =
      world.networkInterfaces.first('ipv6', address) ?? world.networkInterfaces.first('ipv6', prefixAround(address));
    return eni?.VpcId === vpcId ? eni : undefined;
  }
  const subnet = subnetAround(world, vpcId, address);
  if (!subnet) return undefined;
  const held = world.networkInterfaces.first('address', addressKey(subnet.SubnetId, address));
  return held ?? clientVpnInterface(world, subnet, address);
}

/** Whether the address is one of the interface's own. */
export const hasAddress = (world: World, eni: NetworkInterface, address: string): boolean =>
  isIpv6(address)
    ? (eni.Ipv6Addresses ?? []).some((one) => one.Ipv6Address === address) ||
      (eni.Ipv6Prefixes ?? []).includes(prefixAround(address))
    : world.networkInterfaces.first('address', addressKey(eni.SubnetId, address)) === eni;

/** The public IPv4 address in front of a private one, Elastic or given at launch. */
export function publicAddressOf(world: World, eni: NetworkInterface, privateAddress: string): string | undefined {
  for (const { PublicIp, association } of world.addresses.by('NetworkInterfaceId', eni.NetworkInterfaceId)) {
    if (association?.PrivateIpAddress === privateAddress) return PublicIp;
  }
  return eni.PrivateIpAddresses[0]?.PrivateIpAddress === privateAddress ? eni.publicIp : undefined;
}

/** The public IPv4 addresses of an interface, in the order of its private ones. */
export const publicAddressesOf = (world: World, eni: NetworkInterface): string[] =>
  eni.PrivateIpAddresses.flatMap(({ PrivateIpAddress }) => publicAddressOf(world, eni, PrivateIpAddress) ?? []);

/** The interface, and the private address on it, that a public IPv4 address stands for. */
export function behindPublicAddress(
  world: World,
  publicAddress: string,
): { eni: NetworkInterface; privateAddress: string } | undefined {
  const association = world.addresses.first('PublicIp', publicAddress)?.association;
  if (association) {
    const eni = world.networkInterfaces.get(association.NetworkInterfaceId);
    return eni && { eni, privateAddress: association.PrivateIpAddress };
  }
  const eni = world.networkInterfaces.first('publicIp', publicAddress) ?? clientVpnBehind(world, publicAddress);
  const privateAddress = eni?.PrivateIpAddresses[0]?.PrivateIpAddress;
  return eni && privateAddress !== undefined ? { eni, privateAddress } : undefined;
}

/** The address that others of its family know an interface by, first of all its primary one. */
export const mainAddress = (eni: NetworkInterface, family: 'IPv4' | 'IPv6'): string | undefined =>
  family === 'IPv4' ? eni.PrivateIpAddresses[0]?.PrivateIpAddress : eni.Ipv6Addresses?.[0]?.Ipv6Address;
