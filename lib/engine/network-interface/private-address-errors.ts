import { AwsError, errors } from '../aws-error';
import { securityGroupErrors } from '../security-group/errors';

/** Refusals around private addresses. Source: eni-ground-truth section 3, where no other is named. */
export const privateAddressErrors = {
  twoPrimaries: () => errors.parameterValue('Only one primary private IP address can be specified.'),
  twice: () => errors.parameterValue('Duplicate private IP address.'),
  /** Assumed: the text; AWS documents that a count and a list of secondary addresses exclude each other. */
  countAndList: () =>
    errors.parameterCombination(
      'You may not specify both secondary private IP addresses and a secondary private IP address count.',
    ),
  /** Assumed: the text, in the words recorded for `PublicIp` (github.com/cloud-custodian/cloud-custodian/issues/5069). */
  malformed: (ip: string) =>
    errors.parameterValue(`Invalid value '${ip}' for PrivateIpAddress. Not a valid IPv4 address`),
  /** Assumed: the text. */
  countTooSmall: (count: number) =>
    errors.invalidValue(String(count), 'secondaryPrivateIpAddressCount', 'The count is too small.'),
  /** Past what the instance's type allows; for a loose interface past what any type allows (Assumed). */
  limit: () => new AwsError('PrivateIpAddressLimitExceeded', 'Number of private addresses will exceed limit.'),

  assignReserved: (ip: string) => errors.parameterValue(`Address ${ip} is in subnet's reserved range.`),
  assignOneOnly: () =>
    errors.parameterCombination(
      'You may specify one and only one of privateIpAddressSet or secondaryPrivateIpAddressCount or ipv4Prefixes or ipv4PrefixCount, but not more than one of them.',
    ),
  assignNothing: () =>
    new AwsError(
      'InvalidParameter',
      'One of privateIpAddressSet or privateIpAddressCount or ipv4PrefixSet or ipv4PrefixCount must be specified.',
    ),
  moveNotAllowed: (ips: readonly string[]) =>
    errors.parameterValue(`[${ips.join(', ')}] assigned, but move is not allowed.`),
  unassignPrimary: (ip: string) =>
    errors.invalidValue(ip, 'privateIpAddress', 'The primary IP address of an interface cannot be unassigned.'),
  notAssigned: (networkInterfaceId: string) =>
    errors.parameterValue(`Some of the specified addresses are not assigned to interface ${networkInterfaceId}`),
};

/** Facts about placing an interface in a subnet that AWS words differently by call. */
export interface PlacementErrors {
  readonly addressInUse: (ip: string) => AwsError;
  readonly addressOutside: (ip: string) => AwsError;
  readonly addressReserved: (ip: string) => AwsError;
  readonly subnetFull: (subnetId: string) => AwsError;
  readonly otherNetwork: (groupId: string, subnetId: string) => AwsError;
  readonly tooManyGroups: () => AwsError;
}

const differentNetworks = (groupId: string, subnetId: string) =>
  `Security group ${groupId} and subnet ${subnetId} belong to different networks.`;

/** As CreateNetworkInterface says them, and the other calls on an interface. */
export const interfacePlacementErrors: PlacementErrors = {
  addressInUse: () => new AwsError('InvalidIPAddress.InUse', 'The specified address is already in use.'),
  addressOutside: () => errors.parameterValue("Address does not fall within the subnet's address range"),
  addressReserved: () => errors.parameterValue("Address is in subnet's reserved address range"),
  subnetFull: () =>
    new AwsError(
      'InsufficientFreeAddressesInSubnet',
      'The specified subnet does not have enough free addresses to satisfy the request.',
    ),
  otherNetwork: (groupId, subnetId) => errors.parameterValue(differentNetworks(groupId, subnetId)),
  tooManyGroups: securityGroupErrors.perInterface,
};

/** As RunInstances says them. Source: eni-ground-truth sections 1 (10) and 6. */
export const launchPlacementErrors: PlacementErrors = {
  addressInUse: (ip) => new AwsError('InvalidIPAddress.InUse', `Address ${ip} is in use.`),
  addressOutside: (ip) => errors.parameterValue(`Address ${ip} does not fall within the subnet's address range`),
  addressReserved: (ip) => errors.parameterValue(`Address ${ip} is in subnet's reserved address range`),
  subnetFull: (subnetId) =>
    new AwsError(
      'InsufficientFreeAddressesInSubnet',
      `There are not enough free addresses in subnet '${subnetId}' to satisfy the requested number of instances.`,
    ),
  otherNetwork: (groupId, subnetId) => new AwsError('InvalidParameter', differentNetworks(groupId, subnetId)),
  tooManyGroups: () =>
    new AwsError(
      'SecurityGroupsPerInstanceLimitExceeded',
      'The maximum number of security groups per instance has been reached.', // Assumed: the text; the code is documented.
    ),
};
