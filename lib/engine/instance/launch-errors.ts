import { AwsError, errors } from '../aws-error';

/** Refusals of RunInstances. */
export const launchErrors = {
  /** Observed: AWS's answers in many transcripts. */
  noImage: () => errors.missingParameter('ImageId'),
  /** Assumed: the texts; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html names the bounds. */
  count: (count: number, name: 'minCount' | 'maxCount', reason: string) =>
    errors.invalidValue(String(count), name, reason),
  /** Assumed: the numbers of the text, which AWS words by instance type; it counts vCPUs today. */
  limit: (requested: number, allowed: number) =>
    new AwsError(
      'InstanceLimitExceeded',
      `You have requested more instances (${requested}) than your current instance limit of ${allowed} allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.`,
    ),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  unknownType: (type: string) => errors.parameterValue(`Invalid value '${type}' for InstanceType.`),
  /** Observed: AWS's answers in github.com/hashicorp/vault-guides/issues/260 and many transcripts. */
  unknownKeyPair: (name: string) => new AwsError('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`),
  /** Observed: AWS's answers since 2025, github.com/boto/boto3/issues/4406; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  tokenOfTerminated: () =>
    new AwsError(
      'IdempotentInstanceTerminated',
      'The client token you have provided is associated with a terminated instance. Please use a different client token',
    ),
  /** Observed: AWS's answer in many transcripts. */
  architecture: (ofType: string, ofImage: string) =>
    errors.parameterValue(
      `The architecture '${ofType}' of the specified instance type does not match the architecture '${ofImage}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.`,
    ),

  /** Observed: AWS's answers in github.com/hashicorp/terraform-provider-aws and many transcripts. */
  noDefaultVpc: () => new AwsError('VPCIdNotSpecified', 'No default VPC for this user'),
  /** Observed: AWS's answers in github.com/hashicorp/terraform-provider-aws and many transcripts. */
  noDefaultVpcForName: () =>
    new AwsError(
      'VPCIdNotSpecified',
      'No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.',
    ),
  /** Observed: AWS's answer in github.com/terraform-aws-modules/terraform-aws-ec2-instance/issues/50. */
  noDefaultSubnets: (vpcId: string) =>
    new AwsError('MissingInput', `No subnets found for the default VPC '${vpcId}'. Please specify a subnet.`),
  /** Observed: AWS's answer in transcripts. */
  noDefaultSubnet: (zone: string) =>
    new AwsError('InvalidInput', `No default subnet for availability zone: '${zone}'.`),
  /** Observed: AWS's answer in transcripts. */
  unknownZone: (zone: string) => errors.parameterValue(`Invalid availability zone: [${zone}]`),
  /** Assumed: the text; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html has the rule. */
  zoneTwice: () =>
    errors.parameterCombination('You may specify an Availability Zone or an Availability Zone ID, but not both'),
  /** Observed: issue 11 of kaws. */
  otherZone: (wanted: string, subnetId: string, actual: string) =>
    errors.invalidValue(wanted, 'availabilityZone', `Subnet '${subnetId}' is in the availability zone ${actual}`),

  /** Observed: AWS's answer in github.com/aws/aws-cdk/issues/3251. */
  groupNameWithSubnet: () =>
    errors.parameterCombination('The parameter groupName cannot be used with the parameter subnet'),
  /** Observed: AWS's answer in github.com/aws/aws-cli/issues/5348. */
  unknownGroupName: (name: string, vpcId: string) =>
    new AwsError('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC '${vpcId}'`),
};

const together = (what: string) =>
  errors.parameterCombination(
    `Network interfaces and an instance-level ${what} may not be specified on the same request`,
  );

/** Refusals of what `NetworkInterfaces` asks for. */
export const specificationErrors = {
  /** Observed: github.com/aws/aws-cli/issues/518 and github.com/aws/aws-cli/issues/809 */
  withSubnet: () => together('subnet ID'),
  /** Observed: github.com/aws/aws-cli/issues/518 */
  withGroups: () => together('security groups'),
  /** Observed: github.com/ansible/ansible/issues/48109 */
  withPrivateIp: () => together('private IP address'),
  /** Assumed: the text, after the three above. */
  withIpv6: () => together('IPv6 address'),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  publicIpOfSeveral: () =>
    errors.parameterCombination(
      'The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.',
    ),
  /** Observed: a comment in a script quotes it. */
  publicIpOfExisting: () =>
    errors.parameterCombination(
      'The associatePublicIPAddress parameter cannot be specified for a network interface with an ID.',
    ),
  /** Observed: the text, in output of CloudFormation. Assumed: the code. */
  noPrimary: () =>
    new AwsError('UnsupportedOperation', 'When specifying network interfaces, you must include a device at index 0.'),
  /** Assumed: the text; an EFA-only interface has no address, so that it cannot be the primary one. */
  primaryWithoutAddress: () =>
    errors.parameterValue('The primary network interface cannot be an EFA-only network interface.'),
  /** Assumed: the text, from openstack/ec2-api. */
  indexTwice: () => errors.parameterValue('Each network interface requires a unique device index.'),
  /** Observed: AWS's answer in github.com/hashicorp/packer/pull/2242. */
  noIndex: () => errors.parameterValue('Each network interface requires a device index.'),
  /** Assumed: the text, from openstack/ec2-api. */
  noSubnet: () => errors.parameterValue('Each network interface requires either a subnet or a network interface ID.'),
  /** Observed: an answer of Auto Scaling. */
  existingWithSubnet: () =>
    errors.parameterCombination('A network interface may not specify both a network interface ID and a subnet'),
  /** Assumed: the text, from openstack/ec2-api; the rule is documented. */
  existingDeletedOnTermination: () =>
    errors.parameterCombination(
      'A network interface may not specify a network interface ID and delete on termination as true',
    ),
  /** Assumed: the texts, after the two above; AWS documents that these are for new interfaces alone. */
  existingWith: (what: string) =>
    errors.parameterCombination(`A network interface may not specify both a network interface ID and ${what}`),
  /** Assumed: the text. */
  existingTwice: (id: string) =>
    errors.parameterValue(`Network interface ID '${id}' may not be specified on multiple interfaces.`),
  /** Assumed: the text; AWS documents that it is refused. */
  severalInstances: () =>
    errors.parameterCombination(
      'Multiple instances creation is not compatible with private IP address or network interface ID parameters.',
    ),
};
