import { AwsError, errors } from '../aws-error';

const characters = 'strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*';

/** Source: eni-ground-truth sections 2, 3 and 7, where no other is named. */
export const securityGroupErrors = {
  notFound: (id: string) => new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`),
  /** Source of the text: output that users posted, as in github.com/hashicorp/terraform-provider-aws/issues/6104 */
  malformedId: (id: string) => new AwsError('InvalidGroupId.Malformed', `Invalid id: "${id}" (expecting "sg-...")`),
  /** Source of the text: output that users posted. */
  notInDefaultVpc: (name: string, vpcId: string) =>
    new AwsError('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC '${vpcId}'`),
  /** Source of both texts: output that users posted; the second is that of RunInstances. */
  noDefaultVpc: () => new AwsError('VPCIdNotSpecified', 'No default VPC for this user'),
  nameNeedsDefaultVpc: () =>
    new AwsError(
      'VPCIdNotSpecified',
      'No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.',
    ),
  /** Source of the text: code that matches on it. */
  noGroup: () => errors.missingParameter('groupName or groupId'),
  otherNetwork: () =>
    new AwsError('InvalidGroup.NotFound', 'You have specified two resources that belong to different networks.'),
  perInterface: () =>
    new AwsError(
      'SecurityGroupsPerInterfaceLimitExceeded',
      'The maximum number of security groups per interface has been reached.',
    ),

  /** Source of the texts on names and descriptions: output that users posted. */
  reservedForm: (name: string) => errors.invalidValue(name, 'GroupName', 'Group names may not be in the format sg-*.'),
  notAscii: (value: string, parameter: 'GroupName' | 'GroupDescription') =>
    errors.invalidValue(value, parameter, 'Character sets beyond ASCII are not supported.'),
  description: () => errors.parameterValue(`Invalid security group description. Valid descriptions are ${characters}`),
  /** Assumed: the text, after that for descriptions. */
  name: () => errors.parameterValue(`Invalid security group name. Valid names are ${characters}`),
  /** Source of the text: OpenStack's EC2 API, which took its texts from AWS. */
  reservedName: (name: string) => errors.parameterValue(`Cannot use reserved security group name: ${name}`),
  /** Assumed: the text. */
  limit: () => new AwsError('SecurityGroupLimitExceeded', 'The maximum number of security groups has been reached.'),
  duplicate: (name: string, vpcId: string) =>
    new AwsError('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`),
  dependent: (id: string) => new AwsError('DependencyViolation', `resource ${id} has a dependent object`),
  cannotDelete: (id: string, name: string) =>
    new AwsError('CannotDelete', `the specified group: "${id}" name: "${name}" cannot be deleted by a user`),
};

/** Refusals of rules. Source of the texts: eni-ground-truth section 7, and output that users posted where named. */
export const ruleErrors = {
  /** Source of the text: github.com/getmoto/moto; the code is documented. */
  notFoundId: (id: string) =>
    new AwsError('InvalidSecurityGroupRuleId.NotFound', `The security group rule ID '${id}' does not exist`),
  malformedId: (id: string) => errors.malformedId('SecurityGroupRule', id, 'sgr'), // Assumed: the text.
  /** Assumed: code and text; that something must be given is documented. */
  nothing: () => errors.missingParameter('ipPermissions'),
  /** Assumed: code and text. */
  twoWays: (first: string, second: string) =>
    errors.parameterCombination(`The parameters ${first} and ${second} cannot be used together.`),
  /** github.com/hashicorp/terraform-provider-aws/issues/1793 */
  protocol: (protocol: string) =>
    errors.parameterValue(`Invalid value '${protocol}' for IP protocol. Unknown protocol.`),
  /** Output of CloudFormation; an older text is `Invalid value 'Must specify … TCP/UDP.' for portRange.` */
  portsMissing: () =>
    errors.parameterValue('Invalid value for portRange. Must specify both from and to ports with TCP/UDP.'),
  /** Output of Terraform, for the from port; Assumed: the same of the to port. */
  port: (end: 'from' | 'to', port: number) => errors.parameterValue(`TCP/UDP (${end}) port (${port}) out of range`),
  portOrder: (from: number, to: number) => errors.parameterValue(`Invalid TCP/UDP port range (${from}:${to})`), // Assumed.
  /** github.com/terraform-aws-modules/terraform-aws-security-group/issues/7, for the code; Assumed: the same of the type. */
  icmp: (part: 'type' | 'code', value: number) => errors.parameterValue(`ICMP ${part} (${value}) out of range`),
  /** Output of boto3. */
  noPeer: () => new AwsError('MissingParameter', 'Source group ID missing.'),
  malformedCidr: (cidr: string) => errors.parameterValue(`CIDR block ${cidr} is malformed`),
  description: () => errors.parameterValue(`Invalid rule description. Valid descriptions are ${characters}`),
  /** Output of Terraform. */
  repeated: () => errors.parameterValue('The same permission must not appear multiple times'),
  limit: () =>
    new AwsError(
      'RulesPerSecurityGroupLimitExceeded',
      'The maximum number of rules per security group has been reached.',
    ),
  /** `rule` in AWS's words, see `ruleText`. */
  duplicate: (rule: string) =>
    new AwsError('InvalidPermission.Duplicate', `the specified rule "${rule}" already exists`),
  notFound: () =>
    new AwsError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.'),
};
