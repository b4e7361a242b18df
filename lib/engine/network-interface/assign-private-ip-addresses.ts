import { operation } from '../operation';
import { boolean, integer, list, required, string } from '../shapes';
import { findFreeAddresses, getSubnet, isIpv6Only } from '../subnet/subnet';
import type { World } from '../world';
import { checkIpv4Room, checkPrefixType } from './address-room';
import { choosePrefixes } from './choose-addresses';
import { networkInterfaceErrors } from './errors';
import { ipv6Errors } from './ipv6-errors';
import { getOwnNetworkInterface, type NetworkInterface } from './network-interface';
import { checkPrefixes } from './prefixes';
import { interfacePlacementErrors, privateAddressErrors } from './private-address-errors';
import { checkDistinct } from './private-addresses';
import { takeNamedAddresses, takeNamedPrefixes } from './reassign';

/**
 * AssignPrivateIpAddresses: give an interface secondary private addresses or /28 prefixes, by name or by count. With
 * `AllowReassignment` a secondary address moves here from another interface, its Elastic IP with it, and so does a prefix.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateIpAddresses.html
 * Not modelled: prefixes from a subnet's CIDR reservations.
 */
export const assignPrivateIpAddresses = operation({
  name: 'AssignPrivateIpAddresses',
  dryRun: false,
  input: {
    Ipv4Prefixes: list(string),
    Ipv4PrefixCount: integer,
    NetworkInterfaceId: required(string),
    PrivateIpAddresses: list(string),
    SecondaryPrivateIpAddressCount: integer,
    AllowReassignment: boolean,
  },
  run(world, input) {
    const { NetworkInterfaceId, PrivateIpAddresses: named = [], Ipv4Prefixes = [], AllowReassignment = false } = input;
    const { SecondaryPrivateIpAddressCount: count, Ipv4PrefixCount: prefixCount } = input;
    const ways = [named.length > 0, count !== undefined, Ipv4Prefixes.length > 0, prefixCount !== undefined];
    if (ways.filter(Boolean).length > 1) throw privateAddressErrors.assignOneOnly();
    if (!ways.includes(true)) throw privateAddressErrors.assignNothing();
    if (count !== undefined && count < 1) throw privateAddressErrors.countTooSmall(count);
    if (prefixCount !== undefined && prefixCount < 1) {
      throw privateAddressErrors.countTooSmall(prefixCount, 'ipv4PrefixCount');
    }
    checkDistinct(named);
    const prefixes = checkPrefixes(Ipv4Prefixes, 28);
    const eni = getOwnNetworkInterface(world, NetworkInterfaceId);
    checkTakesIpv4(world, eni);
    if (prefixes.length > 0 || prefixCount !== undefined) {
      checkPrefixType(world, eni);
      const assigned =
        prefixCount === undefined
          ? takeNamedPrefixes(world, eni, prefixes, AllowReassignment)
          : drawPrefixes(world, eni, prefixCount);
      return { NetworkInterfaceId, AssignedIpv4Prefixes: assigned.map((Ipv4Prefix) => ({ Ipv4Prefix })) };
    }
    const assigned =
      count === undefined ? takeNamedAddresses(world, eni, named, AllowReassignment) : drawAddresses(world, eni, count);
    return {
      NetworkInterfaceId,
      AssignedPrivateIpAddresses: assigned.map((PrivateIpAddress) => ({ PrivateIpAddress })),
    };
  },
});

function checkTakesIpv4(world: World, eni: NetworkInterface): void {
  if (eni.InterfaceType === 'efa-only') throw networkInterfaceErrors.fabricOnlyWithAddress();
  if (isIpv6Only(getSubnet(world, eni.SubnetId))) throw ipv6Errors.noIpv4(eni.SubnetId);
}

function drawAddresses(world: World, eni: NetworkInterface, count: number): string[] {
  checkIpv4Room(world, eni, count);
  const drawn = findFreeAddresses(world, getSubnet(world, eni.SubnetId), count);
  if (drawn.length < count) throw interfacePlacementErrors.subnetFull(eni.SubnetId);
  const added = drawn.map((PrivateIpAddress) => ({ PrivateIpAddress, Primary: false }));
  world.networkInterfaces.replace({ ...eni, PrivateIpAddresses: [...eni.PrivateIpAddresses, ...added] });
  return drawn;
}

function drawPrefixes(world: World, eni: NetworkInterface, drawn: number): string[] {
  checkIpv4Room(world, eni, drawn);
  const added = choosePrefixes(world, getSubnet(world, eni.SubnetId), { named: [], drawn });
  world.networkInterfaces.replace({ ...eni, Ipv4Prefixes: [...(eni.Ipv4Prefixes ?? []), ...added] });
  return added;
}
