import { AwsError, errors } from '../aws-error';
import { securityGroupErrors } from '../security-group/errors';

/** Refusals around private IPv4 addresses and prefixes of an interface. */
export const privateAddressErrors = {
  /** Assumed: the text, from the peer emulator STK; eni-ground-truth section 3. */
  twoPrimaries: () => errors.parameterValue('Only one primary private IP address can be specified.'),
  /** Assumed: the text, from the peer emulator STK; eni-ground-truth section 3. */
  twice: () => errors.parameterValue('Duplicate private IP address.'),
  /** Assumed: the text; AWS documents that a count and a list of secondary addresses exclude each other, and both prefixes. */
  countAndList: () =>
    errors.parameterCombination(
      'You may not specify both secondary private IP addresses and a secondary private IP address count.',
    ),
  /** Assumed: the text; API_CreateNetworkInterface says that prefixes, their count, addresses and their count exclude each other. */
  createOneOnly: () =>
    errors.parameterCombination(
      'You may specify only one of privateIpAddresses, secondaryPrivateIpAddressCount, ipv4Prefixes and ipv4PrefixCount.',
    ),
  /** Assumed: the text, in the words recorded for `PublicIp` (github.com/cloud-custodian/cloud-custodian/issues/5069). */
  malformed: (ip: string) =>
    errors.parameterValue(`Invalid value '${ip}' for PrivateIpAddress. Not a valid IPv4 address`),
  /** Assumed: the text. */
  countTooSmall: (count: number, parameter = 'secondaryPrivateIpAddressCount') =>
    errors.invalidValue(String(count), parameter, 'The count is too small.'),
  /** Observed: eni-ground-truth section 3 (AssignPrivateIpAddresses). Assumed for a loose interface: past what any type allows. */
  limit: () => new AwsError('PrivateIpAddressLimitExceeded', 'Number of private addresses will exceed limit.'),

  /** Assumed: the text, from the peer emulator STK; eni-ground-truth section 3. */
  assignReserved: (ip: string) => errors.parameterValue(`Address ${ip} is in subnet's reserved range.`),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateIpAddresses.html; the text is the peer STK's. */
  assignOneOnly: () =>
    errors.parameterCombination(
      'You may specify one and only one of privateIpAddressSet or secondaryPrivateIpAddressCount or ipv4Prefixes or ipv4PrefixCount, but not more than one of them.',
    ),
  /** Assumed: code and text, from the peer emulator STK; eni-ground-truth section 3. */
  assignNothing: () =>
    new AwsError(
      'InvalidParameter',
      'One of privateIpAddressSet or privateIpAddressCount or ipv4PrefixSet or ipv4PrefixCount must be specified.',
    ),
  /** Observed: eni-ground-truth section 3 (AssignPrivateIpAddresses). Assumed to hold for prefixes too. */
  moveNotAllowed: (ips: readonly string[]) =>
    errors.parameterValue(`[${ips.join(', ')}] assigned, but move is not allowed.`),
  /** Assumed: the text, from the peer emulator STK and Go code that quotes it; eni-ground-truth section 3. */
  unassignPrimary: (ip: string) =>
    errors.invalidValue(ip, 'privateIpAddress', 'The primary IP address of an interface cannot be unassigned.'),
  /** Observed: eni-ground-truth section 3 (three Go code bases match on it). Assumed to hold for prefixes and IPv6 too. */
  notAssigned: (networkInterfaceId: string) =>
    errors.parameterValue(`Some of the specified addresses are not assigned to interface ${networkInterfaceId}`),

  /** Assumed: the text; that an IPv4 prefix is a /28 and an IPv6 one a /80: UserGuide/ec2-prefix-eni.html. */
  prefixMalformed: (prefix: string, length: 28 | 80) =>
    errors.parameterValue(
      `Invalid value '${prefix}' for ${length === 28 ? 'Ipv4Prefix' : 'Ipv6Prefix'}. Not a valid /${length} CIDR block`,
    ),
  /** Assumed: the text; that a prefix lies in the subnet: UserGuide/ec2-prefix-eni.html. */
  prefixOutside: (prefix: string) =>
    errors.parameterValue(`Prefix ${prefix} does not fall within the subnet's address range`),
  /** Assumed: the text; AWS keeps the first four addresses and the last one of a subnet. */
  prefixReserved: (prefix: string) => errors.parameterValue(`Prefix ${prefix} is in subnet's reserved address range`),
  /** Assumed: code and text; that a prefix overlaps nothing in use: UserGuide/ec2-prefix-eni.html. */
  prefixInUse: (prefix: string) => new AwsError('InvalidIPAddress.InUse', `Prefix ${prefix} is in use.`),
  /** Observed: eni-ground-truth section 3 (EKS user guide). */
  noPrefixLeft: () =>
    new AwsError(
      'InsufficientCidrBlocks',
      'There are not enough free cidr blocks in the specified subnet to satisfy the request.',
    ),
  /** Assumed: code and text; that prefixes need a Nitro type: UserGuide/ec2-prefix-eni.html. */
  prefixesNotSupported: (instanceType: string) =>
    errors.parameterCombination(`${instanceType} instances do not support prefixes on network interfaces.`),
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
  /** Observed: eni-ground-truth section 3 (CreateNetworkInterface). */
  addressInUse: () => new AwsError('InvalidIPAddress.InUse', 'The specified address is already in use.'),
  /** Observed: eni-ground-truth section 3 (CreateNetworkInterface). */
  addressOutside: () => errors.parameterValue("Address does not fall within the subnet's address range"),
  /** Observed: eni-ground-truth section 3 (CreateNetworkInterface). */
  addressReserved: () => errors.parameterValue("Address is in subnet's reserved address range"),
  /** Observed: eni-ground-truth sections 1 (10) and 3. */
  subnetFull: () =>
    new AwsError(
      'InsufficientFreeAddressesInSubnet',
      'The specified subnet does not have enough free addresses to satisfy the request.',
    ),
  /** Assumed: the code, from the peer emulator STK; the text is RunInstances's, observed: eni-ground-truth section 3. */
  otherNetwork: (groupId, subnetId) => errors.parameterValue(differentNetworks(groupId, subnetId)),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html; the text is a peer's. */
  tooManyGroups: securityGroupErrors.perInterface,
};

/** As RunInstances says them. */
export const launchPlacementErrors: PlacementErrors = {
  /** Observed: eni-ground-truth section 6. */
  addressInUse: (ip) => new AwsError('InvalidIPAddress.InUse', `Address ${ip} is in use.`),
  /** Observed: eni-ground-truth section 6. */
  addressOutside: (ip) => errors.parameterValue(`Address ${ip} does not fall within the subnet's address range`),
  /** Observed: eni-ground-truth section 6. */
  addressReserved: (ip) => errors.parameterValue(`Address ${ip} is in subnet's reserved address range`),
  /** Observed: eni-ground-truth sections 1 (10) and 6. */
  subnetFull: (subnetId) =>
    new AwsError(
      'InsufficientFreeAddressesInSubnet',
      `There are not enough free addresses in subnet '${subnetId}' to satisfy the requested number of instances.`,
    ),
  /** Observed: eni-ground-truth section 6. */
  otherNetwork: (groupId, subnetId) => new AwsError('InvalidParameter', differentNetworks(groupId, subnetId)),
  /** Assumed: the text; the code is documented (errors-overview.html). */
  tooManyGroups: () =>
    new AwsError(
      'SecurityGroupsPerInstanceLimitExceeded',
      'The maximum number of security groups per instance has been reached.',
    ),
};
