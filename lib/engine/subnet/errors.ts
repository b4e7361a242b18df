import { AwsError, errors } from '../aws-error';

/**
 * Codes without another source are from the EC2 API's list of error codes,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const subnetErrors = {
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  notFound: (id: string) => new AwsError('InvalidSubnetID.NotFound', `The subnet ID '${id}' does not exist`),
  /** Assumed: the text, after that for security groups. */
  malformedId: (id: string) =>
    new AwsError('InvalidSubnetID.Malformed', `Invalid id: "${id}" (expecting "subnet-...")`),
  /** Observed: an error message that a Terraform user quotes. */
  noBlock: () => new AwsError('MissingParameter', "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided."),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. Assumed: for IPv6 blocks. */
  range: (cidr: string) => new AwsError('InvalidSubnet.Range', `The CIDR '${cidr}' is invalid.`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. Assumed: for IPv6 blocks. */
  conflict: (cidr: string) =>
    new AwsError('InvalidSubnet.Conflict', `The CIDR '${cidr}' conflicts with another subnet`),
  /** Observed: the end-to-end tests of github.com/aws-controllers-k8s/ec2-controller. */
  malformedCidr: (cidr: string) => errors.invalidValue(cidr, 'cidrBlock', 'This is not a valid CIDR block.'),
  /** Assumed: the text, after that for IPv4. */
  malformedCidr6: (cidr: string) => errors.invalidValue(cidr, 'ipv6CidrBlock', 'This is not a valid CIDR block.'),
  /** Assumed: code and text; the API reference says that an IPv6-only subnet cannot have an IPv4 block. */
  nativeWithIpv4: () =>
    errors.parameterCombination("The parameters 'cidrBlock' and 'ipv6Native' cannot be used together."),
  /** Assumed: the text; the API reference says that an IPv6-only subnet needs the block. */
  nativeWithoutIpv6: () => errors.missingParameter('ipv6CidrBlock'),
  /** Assumed: the text, in which emulators agree. */
  unknownZone: (zone: string, zones: readonly string[]) =>
    errors.invalidValue(
      zone,
      'availabilityZone',
      `Subnets can currently only be created in the following availability zones: ${zones.join(', ')}.`,
    ),
  /** Assumed: code and text; the API reference says that only one of the two may be given. */
  zoneTwice: () =>
    errors.parameterCombination('The parameters availabilityZone and availabilityZoneId cannot be used together.'),
  /** Assumed: the text; the code is documented. */
  limit: () => new AwsError('SubnetLimitExceeded', 'The maximum number of subnets has been reached.'),
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The subnet '${id}' has dependencies and cannot be deleted.`),
  /** Assumed: the text from github.com/getmoto/moto; the code is documented. */
  defaultExists: (id: string, zone: string) =>
    new AwsError('DefaultSubnetAlreadyExistsInAvailabilityZone', `'${id}' is already the default subnet in ${zone}.`),
  /** Assumed: code and text; the API reference says that an IPv6-only default subnet takes the VPC's IPv6 block. */
  noIpv6InVpc: (vpcId: string) =>
    errors.parameterValue(`The vpc '${vpcId}' has no IPv6 CIDR block associated with it.`),
};

/** What ModifySubnetAttribute refuses. */
export const subnetAttributeErrors = {
  /** Assumed: code and text; the API reference says one attribute at a time. */
  none: () => errors.parameterCombination('No attributes specified.'),
  /** Assumed: code and text; the API reference says one attribute at a time. */
  several: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  noIpv6Block: (id: string) =>
    errors.parameterValue(
      `Invalid value 'true' for assign-ipv6-address-on-creation. Cannot set assign-ipv6-address-on-creation to true unless the subnet (${id}) has an IPv6 CIDR block associated with it.`,
    ),
  /** Assumed: code and text; the API reference says that names there must be based on the instance's id. */
  hostnameType: (type: string) =>
    errors.invalidValue(
      type,
      'privateDnsHostnameTypeOnLaunch',
      'Instances in an IPv6-only subnet can only be named by resource-name.',
    ),
  /** Assumed: code and text; the user guide says that what lies in an IPv6-only subnet has no IPv4 address. */
  noIpv4: (attribute: string, id: string) =>
    errors.parameterValue(
      `Invalid value 'true' for ${attribute}. The subnet (${id}) has no IPv4 CIDR block associated with it.`,
    ),
};

/** Association and disassociation of a subnet's IPv6 block. */
export const subnetBlockErrors = {
  /** Assumed: code and text; the API reference says that a subnet can have a single IPv6 block. */
  hasOne: (id: string) =>
    errors.parameterValue(`The subnet '${id}' already has an IPv6 CIDR block associated with it.`),
  /** Assumed: the text from github.com/getmoto/moto; clients of many makes match the code. */
  unknownAssociation: (id: string) =>
    new AwsError(
      'InvalidSubnetCidrBlockAssociationID.NotFound',
      `The subnet CIDR block with association ID '${id}' does not exist`,
    ),
  /** Observed: github.com/hashicorp/terraform/issues/14530 */
  malformedAssociation: (id: string) =>
    new AwsError(
      'InvalidSubnetCidrBlockAssociationId.Malformed',
      `The subnet CIDR block with association ID ${id} is malformed`,
    ),
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/1519 */
  assigns: (id: string) =>
    new AwsError(
      'InvalidCidrBlock.InUse',
      `The subnet IPv6 CIDR block with association ID ${id} may not be disassociated, because its subnet has assign-ipv6-address-on-creation set to true.`,
    ),
  /** Assumed: the text; the API reference names the rule, and the code is that of the rule above. */
  inUse: (id: string) =>
    new AwsError(
      'InvalidCidrBlock.InUse',
      `The subnet IPv6 CIDR block with association ID ${id} may not be disassociated, because it is in use.`,
    ),
  /** Assumed: code and text; a subnet cannot be without any block. */
  only: (id: string) =>
    new AwsError(
      'OperationNotPermitted',
      `The subnet IPv6 CIDR block with association ID ${id} may not be disassociated. It is the only CIDR block of the subnet`,
    ),
};
