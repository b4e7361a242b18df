import { addressOn } from '../address/address';
import { addressKey, getSubnet } from '../subnet/subnet';
import type { World } from '../world';
import { checkIpv4Room } from './address-room';
import { addressesIn, isServiceInterface, type NetworkInterface, primaryAddressOf } from './network-interface';
import { checkPrefixInSubnet } from './prefixes';
import { launchPlacementErrors, privateAddressErrors } from './private-address-errors';
import { checkInSubnet } from './private-addresses';

/**
 * Give an interface the addresses that a call names; those of others move here where `mayMove` says so.
 * Assumed: an address that the interface holds already counts as assigned again when it may move, and is refused as one
 * of another interface otherwise; a primary address, one inside a prefix and a service's never move.
 */
export function takeNamedAddresses(
  world: World,
  eni: NetworkInterface,
  ips: readonly string[],
  mayMove: boolean,
): readonly string[] {
  checkInSubnet(getSubnet(world, eni.SubnetId), ips, {
    addressOutside: launchPlacementErrors.addressOutside, // Assumed: the words of RunInstances.
    addressReserved: privateAddressErrors.assignReserved,
  });
  const holders = ips.map((ip) => holderOf(world, eni, ip));
  const fixed = ips.filter((ip, index) => {
    const holder = holders[index];
    return holder && !(mayMove && isSecondary(holder, ip) && !isServiceInterface(holder));
  });
  if (fixed.length > 0) throw privateAddressErrors.moveNotAllowed(fixed);
  const added = ips.filter((_ip, index) => holders[index]?.NetworkInterfaceId !== eni.NetworkInterfaceId);
  checkIpv4Room(world, eni, added.length);
  for (const ip of added) leaveHolder(world, eni, ip);
  const PrivateIpAddresses = [
    ...eni.PrivateIpAddresses,
    ...added.map((PrivateIpAddress) => ({ PrivateIpAddress, Primary: false })),
  ];
  world.networkInterfaces.replace({ ...eni, PrivateIpAddresses });
  return ips;
}

const holderOf = (world: World, { SubnetId }: NetworkInterface, ip: string): NetworkInterface | undefined =>
  world.networkInterfaces.first('address', addressKey(SubnetId, ip));

const isSecondary = (holder: NetworkInterface, ip: string): boolean =>
  primaryAddressOf(holder) !== ip && holder.PrivateIpAddresses.some((one) => one.PrivateIpAddress === ip);

/** Take the address from the interface that holds it, and let its Elastic IP follow. Assumed: its association id stays. */
function leaveHolder(world: World, eni: NetworkInterface, ip: string): void {
  const holder = holderOf(world, eni, ip);
  if (!holder) return;
  const PrivateIpAddresses = holder.PrivateIpAddresses.filter(({ PrivateIpAddress }) => PrivateIpAddress !== ip);
  world.networkInterfaces.replace({ ...holder, PrivateIpAddresses });
  const elastic = addressOn(world, holder.NetworkInterfaceId, ip);
  if (elastic?.association) {
    const association = { ...elastic.association, NetworkInterfaceId: eni.NetworkInterfaceId };
    world.addresses.replace({ ...elastic, association });
  }
}

/**
 * Give an interface the /28 prefixes that a call names. Assumed: where `mayMove` says so, a prefix moves whole from another
 * interface; one that overlaps anything else in use never does.
 */
export function takeNamedPrefixes(
  world: World,
  eni: NetworkInterface,
  prefixes: readonly string[],
  mayMove: boolean,
): readonly string[] {
  const subnet = getSubnet(world, eni.SubnetId);
  for (const prefix of prefixes) checkPrefixInSubnet(subnet, prefix);
  const holders = prefixes.map((prefix) => {
    const ip = addressesIn([prefix]).find((one) => holderOf(world, eni, one));
    return ip === undefined ? undefined : holderOf(world, eni, ip);
  });
  const fixed = prefixes.filter((prefix, index) => {
    const holder = holders[index];
    return holder && !(mayMove && holder.Ipv4Prefixes?.includes(prefix) && !isServiceInterface(holder));
  });
  if (fixed.length > 0) throw privateAddressErrors.moveNotAllowed(fixed);
  const added = prefixes.filter((_prefix, index) => holders[index]?.NetworkInterfaceId !== eni.NetworkInterfaceId);
  checkIpv4Room(world, eni, added.length);
  for (const prefix of added) {
    const holder = world.networkInterfaces.first('address', addressKey(eni.SubnetId, firstOf(prefix)));
    if (holder) world.networkInterfaces.replace(withoutPrefixes(holder, new Set([prefix])));
  }
  world.networkInterfaces.replace({ ...eni, Ipv4Prefixes: [...(eni.Ipv4Prefixes ?? []), ...added] });
  return prefixes;
}

const firstOf = (prefix: string): string => addressesIn([prefix])[0] ?? prefix;

/** The interface without some of its prefixes; one that has none left has no list of them. */
export function withoutPrefixes(eni: NetworkInterface, gone: ReadonlySet<string>): NetworkInterface {
  const { Ipv4Prefixes = [], ...rest } = eni;
  const kept = Ipv4Prefixes.filter((prefix) => !gone.has(prefix));
  return kept.length === 0 ? rest : { ...rest, Ipv4Prefixes: kept };
}
