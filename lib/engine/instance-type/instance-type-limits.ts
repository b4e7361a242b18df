import data from '../data/instance-type-limits.json';

/**
 * What an instance type allows around network interfaces. The only file that imports the data (220 kB), so that what
 * reads tables alone does not carry it. Source of the data: DescribeInstanceTypes answers and the EC2 User Guide.
 */
export interface InstanceTypeLimits {
  /** Most interfaces on one instance, over all its network cards. */
  readonly maxNetworkInterfaces: number;
  /** Most private IPv4 addresses on one interface, the primary included. */
  readonly ipv4PerInterface: number;
  /** Most IPv6 addresses on one interface; 0 when the type has no IPv6, absent when unknown. */
  readonly ipv6PerInterface?: number;
  /** `nitro`, `xen`, `none` (bare metal) or `unknown`. */
  readonly hypervisor: string;
  readonly bareMetal?: boolean;
  readonly efaSupported?: boolean;
  /** Most interfaces on each card by its index, when the type has two cards or more. */
  readonly networkCards?: readonly number[];
}

const limits: { readonly [instanceType: string]: InstanceTypeLimits } = data;

/** The limits of a type, or undefined when AWS has no such type. */
export const findInstanceTypeLimits = (instanceType: string): InstanceTypeLimits | undefined =>
  Object.hasOwn(limits, instanceType) ? limits[instanceType] : undefined;

/** The limits of a type that some instance has. */
export function limitsOf(instanceType: string): InstanceTypeLimits {
  const found = findInstanceTypeLimits(instanceType);
  if (!found) throw new Error(`no instance type ${instanceType}`);
  return found;
}

/** Most interfaces on each network card, by its index. */
export const networkCardsOf = (type: InstanceTypeLimits): readonly number[] =>
  type.networkCards ?? [type.maxNetworkInterfaces];

/** Names of all types, in alphabetical order. */
export const instanceTypeNames: readonly string[] = Object.keys(limits);
