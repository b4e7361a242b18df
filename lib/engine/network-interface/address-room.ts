import { limitsOf } from '../instance-type/instance-type-limits';
import type { World } from '../world';
import { holderType, ipv4Count, ipv6Count, ipv6PerInterface, mostAddresses, takesPrefixes } from './address-limits';
import { ipv6Errors } from './ipv6-errors';
import type { NetworkInterface } from './network-interface';
import { privateAddressErrors } from './private-address-errors';

/** Refuse more IPv4 addresses and prefixes than the type of the interface's instance allows. */
export function checkIpv4Room(world: World, eni: NetworkInterface, more: number): void {
  const type = holderType(world, eni);
  const most = type === undefined ? mostAddresses : limitsOf(type).ipv4PerInterface;
  if (ipv4Count(eni) + more > most) throw privateAddressErrors.limit();
}

/** Refuse more IPv6 addresses and prefixes than the type of the interface's instance allows. */
export function checkIpv6Room(world: World, eni: NetworkInterface, more: number): void {
  const type = holderType(world, eni);
  const most = type === undefined ? mostAddresses : ipv6PerInterface(limitsOf(type));
  if (type !== undefined && most === 0) throw ipv6Errors.notSupported(type);
  if (ipv6Count(eni) + more > most) throw ipv6Errors.limit();
}

/** Refuse prefixes on an instance whose type takes none. */
export function checkPrefixType(world: World, eni: NetworkInterface): void {
  const type = holderType(world, eni);
  if (type !== undefined && !takesPrefixes(limitsOf(type))) throw privateAddressErrors.prefixesNotSupported(type);
}
