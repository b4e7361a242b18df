import { AwsError, errors } from '../aws-error';

/**
 * Source: eni-ground-truth sections 2, 3 and 7; codes from the EC2 API's list of error codes,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const subnetErrors = {
  notFound: (id: string) => new AwsError('InvalidSubnetID.NotFound', `The subnet ID '${id}' does not exist`),
  /** Assumed: the text, after that for security groups. */
  malformedId: (id: string) =>
    new AwsError('InvalidSubnetID.Malformed', `Invalid id: "${id}" (expecting "subnet-...")`),
  /** Source of the text: an error message that a Terraform user quotes. */
  noBlock: () => new AwsError('MissingParameter', "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided."),
  range: (cidr: string) => new AwsError('InvalidSubnet.Range', `The CIDR '${cidr}' is invalid.`),
  conflict: (cidr: string) =>
    new AwsError('InvalidSubnet.Conflict', `The CIDR '${cidr}' conflicts with another subnet`),
  /** Source of the text: github.com/getmoto/moto; not seen from AWS itself. */
  malformedCidr: (cidr: string) => errors.invalidValue(cidr, 'cidrBlock', 'This is not a valid CIDR block.'),
  unknownZone: (zone: string, zones: readonly string[]) =>
    errors.invalidValue(
      zone,
      'availabilityZone',
      `Subnets can currently only be created in the following availability zones: ${zones.join(', ')}.`,
    ),
  /** Assumed: code and text; the API reference says that only one of the two may be given. */
  zoneTwice: () =>
    errors.parameterCombination('The parameters availabilityZone and availabilityZoneId cannot be used together.'),
  limit: () => new AwsError('SubnetLimitExceeded', 'The maximum number of subnets has been reached.'), // Assumed: the text.
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The subnet '${id}' has dependencies and cannot be deleted.`),
  /** Assumed: code and text; the API reference says one attribute at a time. */
  noAttribute: () => errors.parameterCombination('No attributes specified.'),
  /** Source of the text: github.com/getmoto/moto; the code is documented. */
  defaultExists: (id: string, zone: string) =>
    new AwsError('DefaultSubnetAlreadyExistsInAvailabilityZone', `'${id}' is already the default subnet in ${zone}.`),
};
