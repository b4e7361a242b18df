import { AwsError, errors } from '../aws-error';

const characters = 'strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*';

export const securityGroupErrors = {
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  notFound: (id: string) => new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/6104 */
  malformedId: (id: string) => new AwsError('InvalidGroupId.Malformed', `Invalid id: "${id}" (expecting "sg-...")`),
  /** Observed: output that users posted. */
  notInDefaultVpc: (name: string, vpcId: string) =>
    new AwsError('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC '${vpcId}'`),
  /** Observed: output that users posted. */
  noDefaultVpc: () => new AwsError('VPCIdNotSpecified', 'No default VPC for this user'),
  /** Observed: output that users posted, of RunInstances. */
  nameNeedsDefaultVpc: () =>
    new AwsError(
      'VPCIdNotSpecified',
      'No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.',
    ),
  /** Assumed: the text, from code that matches on it. */
  noGroup: () => errors.missingParameter('groupName or groupId'),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  otherNetwork: () =>
    new AwsError('InvalidGroup.NotFound', 'You have specified two resources that belong to different networks.'),
  /** Assumed: the text, in which emulators agree and which EFS shows too; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  perInterface: () =>
    new AwsError(
      'SecurityGroupsPerInterfaceLimitExceeded',
      'The maximum number of security groups per interface has been reached.',
    ),

  /** Observed: output that users posted. */
  reservedForm: (name: string) => errors.invalidValue(name, 'GroupName', 'Group names may not be in the format sg-*.'),
  /** Observed: output that users posted. */
  notAscii: (value: string, parameter: 'GroupName' | 'GroupDescription') =>
    errors.invalidValue(value, parameter, 'Character sets beyond ASCII are not supported.'),
  /** Observed: output that users posted. */
  description: () => errors.parameterValue(`Invalid security group description. Valid descriptions are ${characters}`),
  /** Assumed: the text, after that for descriptions. */
  name: () => errors.parameterValue(`Invalid security group name. Valid names are ${characters}`),
  /** Assumed: the text is that of OpenStack's EC2 API, which took its texts from AWS. */
  reservedName: (name: string) => errors.parameterValue(`Cannot use reserved security group name: ${name}`),
  /** Assumed: the text; the code is in the list of EC2's error codes. */
  limit: () => new AwsError('SecurityGroupLimitExceeded', 'The maximum number of security groups has been reached.'),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  duplicate: (name: string, vpcId: string) =>
    new AwsError('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`),
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  dependent: (id: string) => new AwsError('DependencyViolation', `resource ${id} has a dependent object`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  cannotDelete: (id: string, name: string) =>
    new AwsError('CannotDelete', `the specified group: "${id}" name: "${name}" cannot be deleted by a user`),
};

export const ruleErrors = {
  /** Assumed: the text is that of an emulator (github.com/getmoto/moto); the code is in the list of EC2's error codes. */
  notFoundId: (id: string) =>
    new AwsError('InvalidSecurityGroupRuleId.NotFound', `The security group rule ID '${id}' does not exist`),
  /** Assumed: the text, after that for other ids. */
  malformedId: (id: string) => errors.malformedId('SecurityGroupRule', id, 'sgr'),
  /** Assumed: code and text; that something must be given is documented. */
  nothing: () => errors.missingParameter('ipPermissions'),
  /** Assumed: code and text; that only one of the two may be given is documented. */
  twoWays: (first: string, second: string) =>
    errors.parameterCombination(`The parameters ${first} and ${second} cannot be used together.`),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/1793 */
  protocol: (protocol: string) =>
    errors.parameterValue(`Invalid value '${protocol}' for IP protocol. Unknown protocol.`),
  /** Observed: https://github.com/nanovms/ops/issues/735 */
  noProtocol: () =>
    errors.parameterValue(
      "Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.",
    ),
  /** Observed: output of CloudFormation; an older text is `Invalid value 'Must specify … TCP/UDP.' for portRange.` */
  portsMissing: () =>
    errors.parameterValue('Invalid value for portRange. Must specify both from and to ports with TCP/UDP.'),
  /** Observed: output of CloudFormation, https://github.com/aws-cloudformation/cfn-lint/issues/2999 */
  icmpMissing: () =>
    errors.parameterValue('Invalid value for portRange. Must specify both from and to ports with ICMP.'),
  /** Observed: output of Terraform, for the from port; the same of the to port is inferred. */
  port: (end: 'from' | 'to', port: number) => errors.parameterValue(`TCP/UDP (${end}) port (${port}) out of range`),
  /** Assumed: the text; that the first port is not above the last is documented. */
  portOrder: (from: number, to: number) => errors.parameterValue(`Invalid TCP/UDP port range (${from}:${to})`),
  /** Observed: https://github.com/terraform-aws-modules/terraform-aws-security-group/issues/7, for the code; inferred for the type. */
  icmp: (part: 'type' | 'code', value: number) => errors.parameterValue(`ICMP ${part} (${value}) out of range`),
  /** Observed: https://github.com/aws/aws-sdk-js/issues/417 */
  noPeer: () => new AwsError('MissingParameter', 'Source group ID missing.'),
  /** Observed: https://github.com/aws/aws-cli/issues/2846 and https://github.com/hashicorp/terraform/issues/14382, for IPv6 blocks among the IPv4 ones. */
  malformedCidr: (cidr: string) => errors.parameterValue(`CIDR block ${cidr} is malformed`),
  /** Observed: output that users posted. */
  description: () => errors.parameterValue(`Invalid rule description. Valid descriptions are ${characters}`),
  /** Observed: https://github.com/hashicorp/terraform/issues/16876 */
  repeated: () => errors.parameterValue('The same permission must not appear multiple times'),
  /** Observed: https://github.com/aws-cloudformation/rain/issues/308, for a rule; the code is that for prefix lists. */
  noPrefixList: (id: string) =>
    new AwsError('InvalidPrefixListID.NotFound', `The prefix list ID '${id}' does not exist`),
  /** Observed: https://github.com/aws/res/issues/27 for a prefix list; for other rules in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  limit: () =>
    new AwsError(
      'RulesPerSecurityGroupLimitExceeded',
      'The maximum number of rules per security group has been reached.',
    ),
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). The rule is described as in `peer: 0.0.0.0/0, TCP, from port: 22, to port: 22, ALLOW`. */
  duplicate: (rule: string) =>
    new AwsError('InvalidPermission.Duplicate', `the specified rule "${rule}" already exists`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  notFound: () =>
    new AwsError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.'),
  /** Observed: https://github.com/aws-ia/terraform-aws-genai-document-ingestion-rag/pull/36, from ModifySecurityGroupRules. */
  allProtocolsWithPorts: () =>
    errors.parameterValue(
      'You may not specify all protocols and specific ports. Please specify each protocol and port range combination individually, or all protocols and no port range.',
    ),
  /** Assumed: code and text; that a rule has one source or destination is documented. */
  severalPeers: () => errors.parameterCombination('Only one source or destination may be specified for a rule.'),
  /** Assumed: code and text; Terraform's provider replaces such a rule because AWS does not let it be modified. */
  otherKindOfPeer: () =>
    errors.parameterValue('The type of the source or destination of a security group rule cannot be modified.'),
  /** Assumed: code and text. */
  ruleTwice: () => errors.parameterValue('The same security group rule must not appear multiple times'),
};
