import { AwsError, errors } from '../aws-error';

/** Refusals around NAT gateways. */
export const natGatewayErrors = {
  /** Observed: AWS's answer in github.com/gruntwork-io/cloud-nuke/pull/325. */
  notFound: (id: string) => new AwsError('NatGatewayNotFound', `NAT gateway ${id} was not found`),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html has the code. */
  malformed: (id: string) => new AwsError('NatGatewayMalformed', `Invalid id: "${id}" (expecting "nat-...")`),
  /** Observed: AWS's answer in github.com/openshift/machine-api-operator/pull/63. */
  limit: (limit: number) =>
    new AwsError(
      'NatGatewayLimitExceeded',
      `Performing this operation would exceed the limit of ${limit} NAT gateways`,
    ),
  /** Assumed: that a public gateway without an Elastic IP is refused in these words. */
  noAllocation: () => errors.missingParameter('AllocationId'),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html has the rule. */
  privateWithAllocation: () =>
    errors.parameterCombination('Elastic IP addresses cannot be specified for a NAT gateway with private connectivity'),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html has the rule. */
  publicWithCount: () =>
    errors.parameterCombination(
      'SecondaryPrivateIpAddressCount can only be specified for a NAT gateway with private connectivity',
    ),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateNatGatewayAddress.html has the rule. */
  countAndList: () =>
    errors.parameterCombination('You may specify private IP addresses or a private IP address count, but not both'),
  /** Assumed: the text for a call that asks for nothing. */
  nothing: () =>
    errors.parameterCombination('Either private IP addresses or a private IP address count must be specified'),
  /** Assumed: the text; the bounds are those of the API model, 1 to 31. */
  count: (count: number, name: string) => errors.invalidValue(String(count), name, 'It must be between 1 and 31.'),
  /** Assumed: the text; each private address of a public gateway has an Elastic IP of its own. */
  morePrivateThanPublic: () =>
    errors.parameterCombination('You may not specify more private IP addresses than Elastic IP addresses'),
  /** Assumed: the text for an id that is named twice in one call. */
  twice: (id: string) => errors.parameterValue(`Duplicate value '${id}' in the request`),
  /** Assumed: code and text; https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html has 2 Elastic IPs a gateway. */
  publicAddressLimit: () => new AwsError('AddressLimitExceeded', 'The maximum number of addresses has been reached.'),
  /** Assumed: code and text; https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html has 8 private addresses a gateway. */
  privateAddressLimit: () =>
    new AwsError('PrivateIpAddressLimitExceeded', 'Number of private addresses will exceed limit.'),
  /** Assumed: code and text; public and private gateways have operations of their own. */
  otherConnectivity: (id: string, type: 'public' | 'private') =>
    errors.parameterValue(`NAT gateway ${id} does not have ${type} connectivity`),
  /** Assumed: code and text of a change to a gateway that is not `available`. */
  state: (id: string, state: string) =>
    new AwsError('IncorrectState', `NAT gateway ${id} is in state ${state} and cannot be modified`),
  /** Assumed: code and text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateNatGatewayAddress.html has the rule. */
  draining: (id: string) =>
    new AwsError('IncorrectState', `NAT gateway ${id} has addresses that are being drained and cannot be modified`),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateNatGatewayAddress.html has the rule. */
  primaryAssociation: (id: string) =>
    errors.invalidValue(
      id,
      'associationId',
      'The primary Elastic IP address of a NAT gateway cannot be disassociated.',
    ),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignPrivateNatGatewayAddress.html has the rule. */
  primaryAddress: (ip: string) =>
    errors.invalidValue(
      ip,
      'privateIpAddress',
      'The primary private IP address of a NAT gateway cannot be unassigned.',
    ),
  /** Assumed: that an association of something else is answered as an unknown one; the code is documented. */
  associationNotFound: (id: string) =>
    new AwsError('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`),
  /** Assumed: the text, after that of UnassignPrivateIpAddresses. */
  notAssigned: (id: string) =>
    errors.parameterValue(`Some of the specified addresses are not assigned to NAT gateway ${id}`),
  /** Assumed: the text; the bounds are those of the API model, 1 to 4000 seconds. */
  drainDuration: (seconds: number) =>
    errors.invalidValue(String(seconds), 'maxDrainDurationSeconds', 'It must be between 1 and 4000.'),
};

/** Why a gateway fails: not refusals but what a failed gateway shows. */
export const natGatewayFailures = {
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
  subnetFull: () => ({
    FailureCode: 'InsufficientFreeAddressesInSubnet',
    FailureMessage: 'Subnet has insufficient free addresses to create this NAT gateway',
  }),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
  noGateway: (vpcId: string) => ({
    FailureCode: 'Gateway.NotAttached',
    FailureMessage: `Network ${vpcId} has no Internet gateway attached`,
  }),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
  noAllocation: (allocationId: string) => ({
    FailureCode: 'InvalidAllocationID.NotFound',
    FailureMessage: `Elastic IP address ${allocationId} could not be associated with this NAT gateway`,
  }),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
  alreadyAssociated: (allocationId: string) => ({
    FailureCode: 'Resource.AlreadyAssociated',
    FailureMessage: `Elastic IP address ${allocationId} is already associated`,
  }),
};
