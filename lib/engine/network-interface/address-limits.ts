import { type InstanceTypeLimits, instanceTypeNames, limitsOf } from '../instance-type/instance-type-limits';
import type { World } from '../world';
import { instanceOf, type NetworkInterface } from './network-interface';

/** Assumed: a loose interface takes as many addresses as the roomiest instance type allows one, of either kind. */
export const mostAddresses = Math.max(...instanceTypeNames.map((name) => limitsOf(name).ipv4PerInterface));

/** Most IPv6 addresses on one interface. AWS: as many as private IPv4 ones, which holds where the data does not say. */
export const ipv6PerInterface = (type: InstanceTypeLimits): number => type.ipv6PerInterface ?? type.ipv4PerInterface;

/**
 * Prefixes need a Nitro type. Assumed: bare metal is one, and so is a type of which the data does not know.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html
 */
export const takesPrefixes = (type: InstanceTypeLimits): boolean => type.hypervisor !== 'xen';

/** The type of the instance that holds an interface, if one does. */
export function holderType(world: World, eni: NetworkInterface): string | undefined {
  return instanceOf(world, eni)?.InstanceType;
}

/** What counts against the limit of IPv4 addresses: each prefix as one. Source: UserGuide/ec2-prefix-eni.html. */
export const ipv4Count = (eni: NetworkInterface): number =>
  eni.PrivateIpAddresses.length + (eni.Ipv4Prefixes?.length ?? 0);

/** What counts against the limit of IPv6 addresses: each prefix as one. */
export const ipv6Count = (eni: NetworkInterface): number =>
  (eni.Ipv6Addresses?.length ?? 0) + (eni.Ipv6Prefixes?.length ?? 0);
