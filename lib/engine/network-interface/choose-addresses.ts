import { findFreeAddresses, isAddressFree, isIpv6Only, type Subnet } from '../subnet/subnet';
import type { World } from '../world';
import { chooseIpv6Addresses, chooseIpv6Prefixes } from './ipv6-addresses';
import { ipv6Errors } from './ipv6-errors';
import type { Ipv6Plan } from './ipv6-plan';
import { addressesIn, type NetworkInterface, type PrivateAddress } from './network-interface';
import { checkPrefixInSubnet, findFreePrefixes, isPrefixFree, type Wanted } from './prefixes';
import { type PlacementErrors, privateAddressErrors } from './private-address-errors';
import { type AddressPlan, asksForIpv4, checkInSubnet } from './private-addresses';

type Addresses = Pick<NetworkInterface, 'PrivateIpAddresses' | 'Ipv4Prefixes' | 'Ipv6Addresses' | 'Ipv6Prefixes'>;

/** The addresses of a new interface by its plan; all of them free, none taken yet. */
export function chooseAddresses(
  world: World,
  subnet: Subnet,
  plan: AddressPlan,
  placement: PlacementErrors,
): Addresses {
  if (isIpv6Only(subnet) && asksForIpv4(plan)) throw ipv6Errors.noIpv4(subnet.SubnetId);
  const Ipv4Prefixes = choosePrefixes(world, subnet, plan.prefixes, named(plan));
  const PrivateIpAddresses = isIpv6Only(subnet) ? [] : choosePrivate(world, subnet, plan, Ipv4Prefixes, placement);
  const Ipv6Addresses = chooseIpv6(world, subnet, plan.ipv6);
  const Ipv6Prefixes = chooseIpv6Prefixes(world, subnet, plan.ipv6.prefixes);
  return {
    PrivateIpAddresses,
    ...(Ipv6Addresses.length > 0 && { Ipv6Addresses }),
    ...(Ipv4Prefixes.length > 0 && { Ipv4Prefixes }),
    ...(Ipv6Prefixes.length > 0 && { Ipv6Prefixes }),
  };
}

const named = ({ primary, secondary }: AddressPlan): readonly string[] =>
  primary === undefined ? secondary : [primary, ...secondary];

/** Primary first. */
function choosePrivate(
  world: World,
  subnet: Subnet,
  plan: AddressPlan,
  prefixes: readonly string[],
  placement: PlacementErrors,
): PrivateAddress[] {
  const given = named(plan);
  checkInSubnet(subnet, given, placement);
  const inPrefixes = addressesIn(prefixes);
  for (const ip of given) {
    if (inPrefixes.includes(ip) || !isAddressFree(world, subnet.SubnetId, ip)) throw placement.addressInUse(ip);
  }
  const missing = plan.drawn + (plan.primary === undefined ? 1 : 0);
  const drawn = findFreeAddresses(world, subnet, missing, [...given, ...inPrefixes]);
  if (drawn.length < missing) throw placement.subnetFull(subnet.SubnetId);
  const all = plan.primary === undefined ? [...drawn.splice(0, 1), ...given, ...drawn] : [...given, ...drawn];
  return all.map((PrivateIpAddress, index) => ({ PrivateIpAddress, Primary: index === 0 }));
}

/** The /28 prefixes that a call wants of a subnet; all of them free, none taken yet. Those drawn hold none of `except`. */
export function choosePrefixes(
  world: World,
  subnet: Subnet,
  { named, drawn }: Wanted,
  except: readonly string[] = [],
): string[] {
  for (const text of named) {
    const block = checkPrefixInSubnet(subnet, text);
    if (!isPrefixFree(world, subnet, block, new Set())) throw privateAddressErrors.prefixInUse(text);
  }
  const found = drawn === 0 ? [] : findFreePrefixes(world, subnet, drawn, [...except, ...addressesIn(named)]);
  if (found.length < drawn) throw privateAddressErrors.noPrefixLeft();
  return [...named, ...found];
}

/** An IPv6-only subnet gives an address in any case (Assumed: also where prefixes or none were asked for). */
function chooseIpv6(world: World, subnet: Subnet, plan: Ipv6Plan): NonNullable<NetworkInterface['Ipv6Addresses']> {
  const { named, drawn } = plan.addresses;
  const asked = named.length + drawn;
  const onCreation = plan.bySubnet && (subnet.AssignIpv6AddressOnCreation ?? false);
  // Whoever wants a primary IPv6 address gets one to be it (Assumed, where the subnet would give none).
  const needed = onCreation || isIpv6Only(subnet) || plan.primary === true;
  const ips = chooseIpv6Addresses(world, subnet, { named, drawn: asked === 0 && needed ? 1 : drawn });
  return ips.map((Ipv6Address, index) => ({
    Ipv6Address,
    IsPrimaryIpv6: plan.primary === true ? index === 0 : plan.primary === Ipv6Address,
  }));
}
