import type { Row } from '../table';
import {
  findInstanceTypeLimits,
  type InstanceTypeLimits,
  instanceTypeNames,
  limitsOf,
  networkCardsOf,
} from './instance-type-limits';

/** A type as DescribeInstanceTypes lists it; `creation` is its place in that list. */
export interface InstanceType extends Row {
  readonly InstanceType: string;
  readonly limits: InstanceTypeLimits;
}

export const instanceTypes: readonly InstanceType[] = instanceTypeNames.map((name, creation) => ({
  creation,
  InstanceType: name,
  limits: limitsOf(name),
}));

export const isInstanceType = (name: string): boolean => findInstanceTypeLimits(name) !== undefined;

/**
 * The processor architecture that a type's name tells: a `g` after the generation stands for AWS Graviton.
 * Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 * Assumed: the `i386` that a few of the oldest types take besides x86_64 is left out.
 */
export function architectureOf(instanceType: string): string {
  if (instanceType.startsWith('mac1.')) return 'x86_64_mac';
  if (instanceType.startsWith('mac')) return 'arm64_mac';
  return /^(a1|[a-z]+\d+[a-z]*g[a-z]*)[.-]/.test(instanceType) ? 'arm64' : 'x86_64';
}

/**
 * The type as AWS shows it, as far as the data goes: what concerns processors, memory, disks and prices is absent.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceTypeInfo.html
 */
export function describeInstanceType({ InstanceType, limits }: InstanceType): object {
  const cards = networkCardsOf(limits);
  const ipv6 = limits.ipv6PerInterface;
  return {
    InstanceType,
    BareMetal: limits.bareMetal ?? false,
    ...(/^(nitro|xen)$/.test(limits.hypervisor) && { Hypervisor: limits.hypervisor }),
    ProcessorInfo: { SupportedArchitectures: [architectureOf(InstanceType)] },
    NetworkInfo: {
      MaximumNetworkInterfaces: limits.maxNetworkInterfaces,
      MaximumNetworkCards: cards.length,
      DefaultNetworkCardIndex: 0,
      NetworkCards: cards.map((MaximumNetworkInterfaces, NetworkCardIndex) => ({
        NetworkCardIndex,
        MaximumNetworkInterfaces,
      })),
      Ipv4AddressesPerInterface: limits.ipv4PerInterface,
      ...(ipv6 !== undefined && { Ipv6AddressesPerInterface: ipv6, Ipv6Supported: ipv6 > 0 }),
      EfaSupported: limits.efaSupported ?? false,
    },
    SupportedInRegion: true,
  };
}
