import { AwsError, errors } from '../aws-error';

export const networkAclErrors = {
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/34462. */
  notFound: (id: string) => new AwsError('InvalidNetworkAclID.NotFound', `The networkAcl ID '${id}' does not exist`),
  /** Assumed: code and text, after other ids. */
  malformedId: (id: string) => errors.malformedId('NetworkAcl', id, 'acl'),
  /** Assumed: the text, after that for entries; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () => new AwsError('NetworkAclLimitExceeded', 'The maximum number of network acls has been reached.'),
  /** Assumed: the text; the code is documented. */
  deleteDefault: (id: string) => errors.parameterValue(`cannot delete default network ACL ${id}`),
  /** Assumed: the text, after that for other resources; the code is documented. */
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The networkAcl '${id}' has dependencies and cannot be deleted.`),

  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  associationNotFound: (id: string) =>
    new AwsError('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`),
  /** Assumed: code and text, after those for route tables. */
  subnetElsewhere: (id: string, subnetId: string) =>
    errors.parameterValue(`network ACL ${id} and subnet ${subnetId} belong to different networks`),

  /** Observed: github.com/ansible-collections/amazon.aws/issues/2592 */
  entryExists: (ruleNumber: number) =>
    new AwsError('NetworkAclEntryAlreadyExists', `The network acl entry identified by ${ruleNumber} already exists.`),
  /** Assumed: the end of the text; its beginning was observed, github.com/hashicorp/terraform-provider-aws/issues/12175. */
  entryNotFound: (id: string, ruleNumber: number, direction: 'ingress' | 'egress') =>
    new AwsError(
      'InvalidNetworkAclEntry.NotFound',
      `no ${direction} entry with number ${ruleNumber} in network ACL ${id}`,
    ),
  /** Observed: github.com/cisagov/cool-assessment-terraform/issues/288. */
  entryLimit: () =>
    new AwsError('NetworkAclEntryLimitExceeded', 'The maximum number of network acl entries has been reached.'),
  /** Assumed: the text; AWS documents the range. */
  ruleNumber: (ruleNumber: number) =>
    errors.invalidValue(String(ruleNumber), 'ruleNumber', 'The rule number must be between 1 and 32766.'),
  /** Assumed: the text, after the same of security group rules. */
  protocol: (protocol: string) => errors.invalidValue(protocol, 'protocol', 'Unknown protocol.'),
  /** Assumed: the text; AWS documents that one of the two is given. */
  noBlock: () => new AwsError('MissingParameter', "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided."),
  /** Assumed: the text; AWS documents that one of the two is given. */
  bothBlocks: () => errors.parameterCombination('The parameters cidrBlock and ipv6CidrBlock cannot be used together'),
  /** Observed: for a route's block, github.com/ansible-collections/amazon.aws/issues/477. */
  malformedCidr: (cidr: string, name: string) => errors.invalidValue(cidr, name, 'This is not a valid CIDR block.'),
  /** Assumed: the text; AWS documents that TCP and UDP need a range of ports. */
  portRange: (from: number, to: number) =>
    errors.invalidValue(`${from}-${to}`, 'portRange', 'The port range must lie within 0-65535, the first port first.'),
  /** Assumed: the text; AWS documents that ICMP needs a type and a code. */
  icmp: (type: number, code: number) =>
    errors.invalidValue(`${type}, ${code}`, 'icmpTypeCode', 'Type and code must be between -1 and 255.'),
};
