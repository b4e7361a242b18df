import { operation } from '../operation';
import { integer, list, required, string } from '../shapes';
import { getSubnet } from '../subnet/subnet';
import { checkIpv6Room, checkPrefixType } from './address-room';
import { networkInterfaceErrors } from './errors';
import { chooseIpv6Addresses, chooseIpv6Prefixes } from './ipv6-addresses';
import { ipv6Errors } from './ipv6-errors';
import { canonical } from './ipv6-plan';
import { getOwnNetworkInterface } from './network-interface';
import { checkPrefixes } from './prefixes';
import { privateAddressErrors } from './private-address-errors';

/**
 * AssignIpv6Addresses: give an interface IPv6 addresses or /80 prefixes of its subnet's block, by name or by count. One that is in
 * use elsewhere must be unassigned there first.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignIpv6Addresses.html
 */
export const assignIpv6Addresses = operation({
  name: 'AssignIpv6Addresses',
  dryRun: false,
  input: {
    Ipv6PrefixCount: integer,
    Ipv6Prefixes: list(string),
    NetworkInterfaceId: required(string),
    Ipv6Addresses: list(string),
    Ipv6AddressCount: integer,
  },
  run(world, { NetworkInterfaceId, Ipv6Addresses = [], Ipv6AddressCount, Ipv6Prefixes = [], Ipv6PrefixCount }) {
    const ways = [
      Ipv6Addresses.length > 0,
      Ipv6AddressCount !== undefined,
      Ipv6Prefixes.length > 0,
      Ipv6PrefixCount !== undefined,
    ];
    if (ways.filter(Boolean).length > 1) throw ipv6Errors.assignOneOnly();
    if (!ways.includes(true)) throw ipv6Errors.assignNothing();
    checkCount(Ipv6AddressCount, 'ipv6AddressCount');
    checkCount(Ipv6PrefixCount, 'ipv6PrefixCount');
    const named = Ipv6Addresses.map(canonical);
    if (new Set(named).size < named.length) throw ipv6Errors.twice();
    const prefixes = checkPrefixes(Ipv6Prefixes, 80);
    const eni = getOwnNetworkInterface(world, NetworkInterfaceId);
    if (eni.InterfaceType === 'efa-only') throw networkInterfaceErrors.fabricOnlyWithAddress();
    const subnet = getSubnet(world, eni.SubnetId);
    if (prefixes.length > 0 || Ipv6PrefixCount !== undefined) {
      checkPrefixType(world, eni);
      checkIpv6Room(world, eni, prefixes.length + (Ipv6PrefixCount ?? 0));
      const added = chooseIpv6Prefixes(world, subnet, { named: prefixes, drawn: Ipv6PrefixCount ?? 0 });
      world.networkInterfaces.replace({ ...eni, Ipv6Prefixes: [...(eni.Ipv6Prefixes ?? []), ...added] });
      return { AssignedIpv6Prefixes: added, NetworkInterfaceId };
    }
    checkIpv6Room(world, eni, named.length + (Ipv6AddressCount ?? 0));
    const added = chooseIpv6Addresses(world, subnet, { named, drawn: Ipv6AddressCount ?? 0 });
    world.networkInterfaces.replace({
      ...eni,
      Ipv6Addresses: [
        ...(eni.Ipv6Addresses ?? []),
        ...added.map((Ipv6Address) => ({ Ipv6Address, IsPrimaryIpv6: false })),
      ],
    });
    return { AssignedIpv6Addresses: added, NetworkInterfaceId };
  },
});

function checkCount(count: number | undefined, parameter: string): void {
  if (count !== undefined && count < 1) throw privateAddressErrors.countTooSmall(count, parameter);
}
