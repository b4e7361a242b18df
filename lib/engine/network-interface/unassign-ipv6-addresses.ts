import { operation } from '../operation';
import { list, required, string } from '../shapes';
import { ipv6Errors } from './ipv6-errors';
import { canonical } from './ipv6-plan';
import { getOwnNetworkInterface, type NetworkInterface } from './network-interface';
import { checkPrefixes } from './prefixes';
import { privateAddressErrors } from './private-address-errors';

/**
 * UnassignIpv6Addresses: take IPv6 addresses and prefixes off an interface. Assumed: one call may name both, and an interface of
 * an IPv6-only subnet may lose its last address.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignIpv6Addresses.html
 */
export const unassignIpv6Addresses = operation({
  name: 'UnassignIpv6Addresses',
  dryRun: false,
  input: { Ipv6Prefixes: list(string), NetworkInterfaceId: required(string), Ipv6Addresses: list(string) },
  run(world, { NetworkInterfaceId, Ipv6Addresses = [], Ipv6Prefixes = [] }) {
    if (Ipv6Addresses.length + Ipv6Prefixes.length === 0) throw ipv6Errors.unassignNothing();
    const gone = new Set(Ipv6Addresses.map(canonical));
    const gonePrefixes = new Set(checkPrefixes(Ipv6Prefixes, 80));
    const eni = getOwnNetworkInterface(world, NetworkInterfaceId);
    const { Ipv6Addresses: addresses = [], Ipv6Prefixes: prefixes = [], ...rest } = eni;
    const primary = addresses.find((one) => one.IsPrimaryIpv6)?.Ipv6Address;
    if (primary !== undefined && gone.has(primary)) throw ipv6Errors.unassignPrimary(primary);
    const kept = addresses.filter((one) => !gone.has(one.Ipv6Address));
    const keptPrefixes = prefixes.filter((prefix) => !gonePrefixes.has(prefix));
    if (kept.length + gone.size > addresses.length || keptPrefixes.length + gonePrefixes.size > prefixes.length) {
      throw privateAddressErrors.notAssigned(NetworkInterfaceId);
    }
    const changed: NetworkInterface = {
      ...rest,
      ...(kept.length > 0 && { Ipv6Addresses: kept }),
      ...(keptPrefixes.length > 0 && { Ipv6Prefixes: keptPrefixes }),
    };
    world.networkInterfaces.replace(changed);
    return {
      NetworkInterfaceId,
      ...(gone.size > 0 && { UnassignedIpv6Addresses: [...gone] }),
      ...(gonePrefixes.size > 0 && { UnassignedIpv6Prefixes: [...gonePrefixes] }),
    };
  },
});
