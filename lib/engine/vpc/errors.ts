import { AwsError, errors } from '../aws-error';

/**
 * Source: eni-ground-truth sections 2 and 7; codes from the EC2 API's list of error codes,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const vpcErrors = {
  notFound: (id: string) => new AwsError('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`),
  /** Assumed: the text, after that for security groups. */
  malformedId: (id: string) => new AwsError('InvalidVpcID.Malformed', `Invalid id: "${id}" (expecting "vpc-...")`),
  /** Source of the text: github.com/hashicorp/terraform-provider-aws/issues/42414 */
  noBlock: () => new AwsError('MissingParameter', "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."),
  range: (cidr: string) => new AwsError('InvalidVpc.Range', `The CIDR '${cidr}' is invalid.`),
  /** Source of the text: github.com/getmoto/moto; not seen from AWS itself. */
  malformedCidr: (cidr: string) => errors.invalidValue(cidr, 'cidrBlock', 'This is not a valid CIDR block.'),
  /** Assumed: the text, after moto's for ModifyVpcTenancy; the API reference says that `host` cannot be used. */
  tenancy: (tenancy: string) => new AwsError('UnsupportedTenancy', `The tenancy value ${tenancy} is not supported.`),
  limit: () => new AwsError('VpcLimitExceeded', 'The maximum number of VPCs has been reached.'),
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The vpc '${id}' has dependencies and cannot be deleted.`),
  /** Assumed: code and text; the API reference names the rules. */
  noAttribute: () => errors.parameterCombination('No attributes specified.'),
  severalAttributes: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  hostnamesNeedSupport: () =>
    errors.parameterCombination('DNS hostnames can be enabled only while DNS support is enabled.'),
  /** Source of the text: github.com/getmoto/moto; eni-ground-truth section 3 has it for interfaces. */
  unknownAttribute: (name: string) => errors.invalidValue(name, 'attribute', 'Unknown attribute.'),
  /** Source of the text: output that users posted, as in github.com/getmoto/moto's test. */
  defaultExists: () =>
    new AwsError('DefaultVpcAlreadyExists', 'A Default VPC already exists for this account in this region.'),
  /** Source of the text: github.com/getmoto/moto; the code is documented. */
  noDefault: () => new AwsError('DefaultVpcDoesNotExist', 'No default VPC exists for this account in this region.'),
};
