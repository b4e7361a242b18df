import { AwsError, errors } from '../aws-error';

/**
 * Codes without another source are from the EC2 API's list of error codes,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const vpcErrors = {
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  notFound: (id: string) => new AwsError('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`),
  /** Assumed: the text, after that for security groups. */
  malformedId: (id: string) => new AwsError('InvalidVpcID.Malformed', `Invalid id: "${id}" (expecting "vpc-...")`),
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/42414 */
  noBlock: () => new AwsError('MissingParameter', "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. Assumed: for the ranges that the user guide keeps from VPCs, such as 127.0.0.0/8. */
  range: (cidr: string) => new AwsError('InvalidVpc.Range', `The CIDR '${cidr}' is invalid.`),
  /** Observed: the end-to-end tests of github.com/aws-controllers-k8s/ec2-controller, for CreateSubnet. */
  malformedCidr: (cidr: string) => errors.invalidValue(cidr, 'cidrBlock', 'This is not a valid CIDR block.'),
  /** Assumed: the text, after moto's for ModifyVpcTenancy; the API reference says that `host` cannot be used. */
  tenancy: (tenancy: string) => new AwsError('UnsupportedTenancy', `The tenancy value ${tenancy} is not supported.`),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () => new AwsError('VpcLimitExceeded', 'The maximum number of VPCs has been reached.'),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The vpc '${id}' has dependencies and cannot be deleted.`),
  /** Assumed: code and text; the API reference names the rule. */
  noAttribute: () => errors.parameterCombination('No attributes specified.'),
  /** Assumed: code and text; the API reference names the rule. */
  severalAttributes: (names: readonly string[]) =>
    errors.parameterCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`),
  /** Assumed: code and text; the API reference names the rule. */
  hostnamesNeedSupport: () =>
    errors.parameterCombination('DNS hostnames can be enabled only while DNS support is enabled.'),
  /** Assumed: the text from github.com/getmoto/moto; two emulators have it for interfaces. */
  unknownAttribute: (name: string) => errors.invalidValue(name, 'attribute', 'Unknown attribute.'),
  /** Observed: output that users posted, as in github.com/getmoto/moto's test. */
  defaultExists: () =>
    new AwsError('DefaultVpcAlreadyExists', 'A Default VPC already exists for this account in this region.'),
  /** Assumed: the text from github.com/getmoto/moto; the code is documented. */
  noDefault: () => new AwsError('DefaultVpcDoesNotExist', 'No default VPC exists for this account in this region.'),
  /** Assumed: the text; the API reference says that the group needs an Amazon-provided block. */
  borderGroupAlone: () =>
    errors.parameterCombination(
      'The parameter ipv6CidrBlockNetworkBorderGroup requires amazonProvidedIpv6CidrBlock to be true.',
    ),
};

/** Blocks that come to a VPC after its creation, and go. */
export const vpcBlockErrors = {
  /** Assumed: code and text; the API reference says that one of them must be specified. */
  nothingAsked: () =>
    new AwsError('MissingParameter', "Either 'cidrBlock' or 'amazonProvidedIpv6CidrBlock' should be provided."),
  /** Assumed: code and text; the API reference says that one of them must be specified. */
  bothAsked: () =>
    errors.parameterCombination(
      "The parameters 'cidrBlock' and 'amazonProvidedIpv6CidrBlock' cannot be used together.",
    ),
  /** Observed: output in github.com/aws-samples and Terraform logs, for a block of another private range. */
  restricted: (cidr: string) =>
    new AwsError(
      'InvalidVpc.Range',
      `The CIDR '${cidr}' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR. For additional restrictions, see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html`,
    ),
  /** Assumed: code and text; the user guide names the rule. */
  overlap: (cidr: string, vpcId: string) =>
    new AwsError('InvalidVpc.Range', `The CIDR '${cidr}' conflicts with another CIDR block of the vpc '${vpcId}'.`),
  /** Assumed: code and text; the user guide names the rule. */
  route: (cidr: string, destination: string) =>
    new AwsError('InvalidVpc.Range', `The CIDR '${cidr}' conflicts with the route to ${destination}.`),
  /** Assumed: code and text; the user guide names the rule. */
  peer: (cidr: string, peeringId: string) =>
    new AwsError('InvalidVpc.Range', `The CIDR '${cidr}' conflicts with a CIDR block of the peer VPC in ${peeringId}.`),
  /** Assumed: code and text; the user guide names the rule. */
  pendingPeering: (peeringId: string) =>
    new AwsError(
      'OperationNotPermitted',
      `CIDR blocks cannot be added while the VPC peering connection '${peeringId}' is pending acceptance.`,
    ),
  /** Assumed: the text from github.com/getmoto/moto, which is not known to have seen it from AWS; the quota is documented. */
  limit: (vpcId: string, most: number) =>
    new AwsError('CidrLimitExceeded', `This network '${vpcId}' has met its maximum number of allowed CIDRs: ${most}`),
  /** Assumed: the text; clients of many makes match the code. */
  unknownAssociation: (id: string) =>
    new AwsError(
      'InvalidVpcCidrBlockAssociationID.NotFound',
      `The vpc CIDR block association ID '${id}' does not exist`,
    ),
  /** Assumed: code and text, after AWS's for a subnet's association. */
  malformedAssociation: (id: string) =>
    new AwsError(
      'InvalidVpcCidrBlockAssociationId.Malformed',
      `The vpc CIDR block with association ID ${id} is malformed`,
    ),
  /** Assumed: the text from github.com/getmoto/moto; the API reference names the rule. */
  primary: (id: string) =>
    new AwsError(
      'OperationNotPermitted',
      `The vpc CIDR block with association ID ${id} may not be disassociated. It is the primary IPv4 CIDR block of the VPC`,
    ),
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/29077, for an IPv6 block. */
  inUse: (vpcId: string, cidr: string) =>
    new AwsError('InvalidCidrBlock.InUse', `The vpc ${vpcId} currently has a subnet within CIDR block ${cidr}`),
};
