import { AwsError, errors } from '../aws-error';
import { securityGroupErrors } from '../security-group/errors';

/** Refusals around private IPv4 addresses and prefixes of an interface. */
export const privateAddressErrors = {
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers. */
  twoPrimaries: () => errors.parameterValue('Only one primary private IP address can be specified.'),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers. */
  twice: () => errors.parameterValue('Duplicate private IP address.'),
  /** Assumed: the text; AWS documents that a count and a list of secondary addresses exclude each other, and both prefixes. */
  countAndList: () =>
    errors.parameterCombination(
      'You may not specify both secondary private IP addresses and a secondary private IP address count.',
    ),
  /** Assumed: the text; that prefixes, their count, addresses and their count exclude each other is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html */
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
  /** Observed: of AssignPrivateIpAddresses, github.com/aws/amazon-vpc-cni-k8s/issues/989 and github.com/cilium/cilium/issues/36428. Assumed: for a loose interface, past what any type allows. */
  limit: () => new AwsError('PrivateIpAddressLimitExceeded', 'Number of private addresses will exceed limit.'),

  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers. */
  assignReserved: (ip: string) => errors.parameterValue(`Address ${ip} is in subnet's reserved range.`),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; the rule is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateIpAddresses.html */
  assignOneOnly: () =>
    errors.parameterCombination(
      'You may specify one and only one of privateIpAddressSet or secondaryPrivateIpAddressCount or ipv4Prefixes or ipv4PrefixCount, but not more than one of them.',
    ),
  /** Assumed: code and text, from stackd, an emulator in Go whose comments speak of captured answers. */
  assignNothing: () =>
    new AwsError(
      'InvalidParameter',
      'One of privateIpAddressSet or privateIpAddressCount or ipv4PrefixSet or ipv4PrefixCount must be specified.',
    ),
  /** Observed: of AssignPrivateIpAddresses, a note of Ansible and Go code that matches on it. Assumed: for prefixes too. */
  moveNotAllowed: (ips: readonly string[]) =>
    errors.parameterValue(`[${ips.join(', ')}] assigned, but move is not allowed.`),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers, and Go code that quotes it. */
  unassignPrimary: (ip: string) =>
    errors.invalidValue(ip, 'privateIpAddress', 'The primary IP address of an interface cannot be unassigned.'),
  /** Observed: three Go code bases match on it. Assumed: for prefixes and IPv6 too. */
  notAssigned: (networkInterfaceId: string) =>
    errors.parameterValue(`Some of the specified addresses are not assigned to interface ${networkInterfaceId}`),

  /** Assumed: the text; that an IPv4 prefix is a /28 and an IPv6 one a /80 is documented, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html */
  prefixMalformed: (prefix: string, length: 28 | 80) =>
    errors.parameterValue(
      `Invalid value '${prefix}' for ${length === 28 ? 'Ipv4Prefix' : 'Ipv6Prefix'}. Not a valid /${length} CIDR block`,
    ),
  /** Assumed: the text; that a prefix lies in the subnet is documented, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html */
  prefixOutside: (prefix: string) =>
    errors.parameterValue(`Prefix ${prefix} does not fall within the subnet's address range`),
  /** Assumed: the text; AWS keeps the first four addresses and the last one of a subnet. */
  prefixReserved: (prefix: string) => errors.parameterValue(`Prefix ${prefix} is in subnet's reserved address range`),
  /** Assumed: code and text; that a prefix overlaps nothing in use is documented, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html */
  prefixInUse: (prefix: string) => new AwsError('InvalidIPAddress.InUse', `Prefix ${prefix} is in use.`),
  /** Observed: the EKS user guide quotes it. */
  noPrefixLeft: () =>
    new AwsError(
      'InsufficientCidrBlocks',
      'There are not enough free cidr blocks in the specified subnet to satisfy the request.',
    ),
  /** Assumed: code and text; that prefixes need a Nitro type is documented, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html */
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
  /** Observed: github.com/pulumi/pulumi/issues/10923, and Go code that matches on it. */
  addressInUse: () => new AwsError('InvalidIPAddress.InUse', 'The specified address is already in use.'),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. RunInstances names the address in it. */
  addressOutside: () => errors.parameterValue("Address does not fall within the subnet's address range"),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. RunInstances names the address in it. */
  addressReserved: () => errors.parameterValue("Address is in subnet's reserved address range"),
  /** Observed: logs of the VPC CNI plugin (github.com/aws/amazon-vpc-cni-k8s). */
  subnetFull: () =>
    new AwsError(
      'InsufficientFreeAddressesInSubnet',
      'The specified subnet does not have enough free addresses to satisfy the request.',
    ),
  /** Assumed: the code, from stackd, an emulator; the text is that of RunInstances, which was observed. */
  otherNetwork: (groupId, subnetId) => errors.parameterValue(differentNetworks(groupId, subnetId)),
  /** Assumed: the text, from an emulator; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  tooManyGroups: securityGroupErrors.perInterface,
};

/** As RunInstances says them. */
export const launchPlacementErrors: PlacementErrors = {
  /** Observed: github.com/aws/aws-cli/issues/7178 */
  addressInUse: (ip) => new AwsError('InvalidIPAddress.InUse', `Address ${ip} is in use.`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  addressOutside: (ip) => errors.parameterValue(`Address ${ip} does not fall within the subnet's address range`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  addressReserved: (ip) => errors.parameterValue(`Address ${ip} is in subnet's reserved address range`),
  /** Observed: logs of Auto Scaling and RunInstances, and a certification question that quotes it. */
  subnetFull: (subnetId) =>
    new AwsError(
      'InsufficientFreeAddressesInSubnet',
      `There are not enough free addresses in subnet '${subnetId}' to satisfy the requested number of instances.`,
    ),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  otherNetwork: (groupId, subnetId) => new AwsError('InvalidParameter', differentNetworks(groupId, subnetId)),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  tooManyGroups: () =>
    new AwsError(
      'SecurityGroupsPerInstanceLimitExceeded',
      'The maximum number of security groups per instance has been reached.',
    ),
};
