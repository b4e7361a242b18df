import { addressOn } from '../address/address';
import { limitsOf } from '../instance-type/instance-type-limits';
import { operation } from '../operation';
import { boolean, integer, list, notModelled, required, string } from '../shapes';
import { addressKey, findFreeAddresses, getSubnet } from '../subnet/subnet';
import type { World } from '../world';
import { getOwnNetworkInterface, type NetworkInterface, primaryAddressOf } from './network-interface';
import { interfacePlacementErrors, launchPlacementErrors, privateAddressErrors } from './private-address-errors';
import { checkDistinct, checkInSubnet, mostAddresses } from './private-addresses';

/**
 * AssignPrivateIpAddresses: give an interface secondary private addresses, by name or by count. With
 * `AllowReassignment` a secondary address moves here from another interface, its Elastic IP with it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateIpAddresses.html
 * Not modelled: prefixes.
 */
export const assignPrivateIpAddresses = operation({
  name: 'AssignPrivateIpAddresses',
  dryRun: false,
  input: {
    Ipv4Prefixes: notModelled,
    Ipv4PrefixCount: notModelled,
    NetworkInterfaceId: required(string),
    PrivateIpAddresses: list(string),
    SecondaryPrivateIpAddressCount: integer,
    AllowReassignment: boolean,
  },
  run(world, { NetworkInterfaceId, PrivateIpAddresses = [], SecondaryPrivateIpAddressCount, AllowReassignment }) {
    const count = SecondaryPrivateIpAddressCount;
    if (PrivateIpAddresses.length > 0 && count !== undefined) throw privateAddressErrors.assignOneOnly();
    if (PrivateIpAddresses.length === 0 && count === undefined) throw privateAddressErrors.assignNothing();
    if (count !== undefined && count < 1) throw privateAddressErrors.countTooSmall(count);
    checkDistinct(PrivateIpAddresses);
    const eni = getOwnNetworkInterface(world, NetworkInterfaceId);
    const assigned =
      count === undefined
        ? takeNamed(world, eni, PrivateIpAddresses, AllowReassignment ?? false)
        : drawAddresses(world, eni, count);
    return {
      NetworkInterfaceId,
      AssignedPrivateIpAddresses: assigned.map((PrivateIpAddress) => ({ PrivateIpAddress })),
    };
  },
});

function drawAddresses(world: World, eni: NetworkInterface, count: number): string[] {
  checkRoom(world, eni, count);
  const drawn = findFreeAddresses(world, getSubnet(world, eni.SubnetId), count);
  if (drawn.length < count) throw interfacePlacementErrors.subnetFull(eni.SubnetId);
  addSecondary(world, eni, drawn);
  return drawn;
}

/**
 * Assumed: an address that the interface holds already counts as assigned again when it may move, and is refused as one
 * of another interface otherwise; a primary address never moves.
 */
function takeNamed(world: World, eni: NetworkInterface, ips: readonly string[], mayMove: boolean): readonly string[] {
  checkInSubnet(getSubnet(world, eni.SubnetId), ips, {
    addressOutside: launchPlacementErrors.addressOutside, // Assumed: the words of RunInstances.
    addressReserved: privateAddressErrors.assignReserved,
  });
  const holders = ips.map((ip) => world.networkInterfaces.first('address', addressKey(eni.SubnetId, ip)));
  const fixed = ips.filter((ip, index) => {
    const holder = holders[index];
    return holder && (!mayMove || primaryAddressOf(holder) === ip);
  });
  if (fixed.length > 0) throw privateAddressErrors.moveNotAllowed(fixed);
  const own = new Set(ips.filter((_ip, index) => holders[index]?.NetworkInterfaceId === eni.NetworkInterfaceId));
  const added = ips.filter((ip) => !own.has(ip));
  checkRoom(world, eni, added.length);
  for (const ip of added) leaveHolder(world, eni, ip);
  addSecondary(world, eni, added);
  return ips;
}

function checkRoom(world: World, eni: NetworkInterface, more: number): void {
  const instance = eni.Attachment && world.instances.get(eni.Attachment.InstanceId);
  const most = instance ? limitsOf(instance.InstanceType).ipv4PerInterface : mostAddresses;
  if (eni.PrivateIpAddresses.length + more > most) throw privateAddressErrors.limit();
}

/** Take the address from the interface that holds it, and let its Elastic IP follow. Assumed: its association id stays. */
function leaveHolder(world: World, eni: NetworkInterface, ip: string): void {
  const holder = world.networkInterfaces.first('address', addressKey(eni.SubnetId, ip));
  if (!holder) return;
  const PrivateIpAddresses = holder.PrivateIpAddresses.filter(({ PrivateIpAddress }) => PrivateIpAddress !== ip);
  world.networkInterfaces.replace({ ...holder, PrivateIpAddresses });
  const elastic = addressOn(world, holder.NetworkInterfaceId, ip);
  if (elastic?.association) {
    const association = { ...elastic.association, NetworkInterfaceId: eni.NetworkInterfaceId };
    world.addresses.replace({ ...elastic, association });
  }
}

function addSecondary(world: World, eni: NetworkInterface, ips: readonly string[]): void {
  const added = ips.map((PrivateIpAddress) => ({ PrivateIpAddress, Primary: false }));
  world.networkInterfaces.replace({ ...eni, PrivateIpAddresses: [...eni.PrivateIpAddresses, ...added] });
}
