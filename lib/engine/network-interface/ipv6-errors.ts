import { AwsError, errors } from '../aws-error';

/**
 * Refusals around IPv6 addresses of an interface. AWS documents most of the rules and none of the texts, so they follow those
 * of IPv4.
 */
export const ipv6Errors = {
  /** Assumed: code and text; that it fails: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignIpv6Addresses.html (addresses are of the subnet's block). */
  noBlock: (subnetId: string) =>
    errors.parameterValue(`The subnet (${subnetId}) does not have an IPv6 CIDR block associated with it.`),
  /** Assumed: the text, as of IPv4 addresses. */
  malformed: (ip: string) => errors.parameterValue(`Invalid value '${ip}' for Ipv6Address. Not a valid IPv6 address`),
  /** Assumed: the text, as of IPv4 addresses. */
  twice: () => errors.parameterValue('Duplicate IPv6 address.'),
  /** Assumed: the text, as of IPv4 addresses. */
  outside: (ip: string) => errors.parameterValue(`Address ${ip} does not fall within the subnet's address range`),
  /** Assumed: the text, as of IPv4 addresses; that the first four and the last one are reserved: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html. */
  reserved: (ip: string) => errors.parameterValue(`Address ${ip} is in subnet's reserved address range`),
  /** Assumed: the text, as of IPv4 addresses; an address in use must be unassigned first: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-ipv6.html. */
  inUse: (ip: string) => new AwsError('InvalidIPAddress.InUse', `Address ${ip} is in use.`),
  /** Assumed: code and text, as of IPv4 addresses. */
  limit: () => new AwsError('PrivateIpAddressLimitExceeded', 'Number of IPv6 addresses will exceed limit.'),
  /** Assumed: the code, and that the text of a launch template's refusal (karpenter-provider-aws pull 9201) is given here too. */
  createOneOnly: () =>
    errors.parameterCombination(
      'You can specify one and only one of ipv6Address or ipv6AddressCount or ipv6Prefix or ipv6PrefixCount in interfaces to create.',
    ),
  /** Assumed: the text, as of AssignPrivateIpAddresses; the rule is documented. */
  assignOneOnly: () =>
    errors.parameterCombination(
      'You may specify one and only one of ipv6Addresses or ipv6AddressCount or ipv6Prefixes or ipv6PrefixCount, but not more than one of them.',
    ),
  /** Assumed: code and text, as of AssignPrivateIpAddresses; that one is needed: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignIpv6Addresses.html. */
  assignNothing: () =>
    new AwsError(
      'InvalidParameter',
      'One of ipv6Addresses or ipv6AddressCount or ipv6Prefixes or ipv6PrefixCount must be specified.',
    ),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignIpv6Addresses.html has both lists optional. */
  unassignNothing: () => new AwsError('InvalidParameter', 'One of ipv6Addresses or ipv6Prefixes must be specified.'),
  /** Assumed: the text; that a primary IPv6 address stays: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html. */
  unassignPrimary: (ip: string) =>
    errors.invalidValue(ip, 'ipv6Addresses', 'The primary IPv6 address of an interface cannot be unassigned.'),
  /** Assumed: code and text; that it cannot be disabled again: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html. */
  primaryStays: () => errors.parameterValue('A primary IPv6 address cannot be disabled once it is enabled.'),
  /** Assumed: code and text; there must be an address that can be the primary one. */
  noPrimary: (networkInterfaceId: string) =>
    errors.parameterValue(`Network interface '${networkInterfaceId}' does not have an IPv6 address.`),
  /** Assumed: code and text; two addresses cannot both be the primary one. */
  twoPrimaries: () => errors.parameterValue('Only one primary IPv6 address can be specified.'),
  /** Assumed: code and text; some old types have no IPv6: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html. */
  notSupported: (instanceType: string) => errors.parameterCombination(`${instanceType} instances do not support IPv6.`),
  /** Assumed: the code and text, as of IPv4 addresses. */
  attachLimit: (count: number, networkInterfaceId: string, instanceType: string) =>
    new AwsError(
      'InvalidInterface.IpAddressLimitExceeded',
      `IPv6 address count ${count} on ${networkInterfaceId.replace('eni-', 'interface-')} exceeds the limit for ${instanceType}`,
    ),
  /** Assumed: code and text; an IPv6-only subnet has no IPv4 addresses. */
  noIpv4: (subnetId: string) =>
    errors.parameterCombination(`The subnet (${subnetId}) is IPv6-only and has no IPv4 addresses.`),
};
