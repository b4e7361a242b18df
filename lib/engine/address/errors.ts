import { AwsError, errors } from '../aws-error';
import type { InstanceStateName } from '../instance/instance';

/** Source: eni-ground-truth sections 2 and 4, where no other is named. OS: openstack/ec2-api, which took over AWS's texts. */
export const addressErrors = {
  notFound: (id: string) => new AwsError('InvalidAllocationID.NotFound', `The allocation ID '${id}' does not exist`),
  /** DescribeAddresses by public address. Assumed: the text. */
  ipNotFound: (ip: string) => new AwsError('InvalidAddress.NotFound', `Address '${ip}' not found.`),
  /** Source: a transcript, github.com/cloud-custodian/cloud-custodian/issues/5069. */
  ipMalformed: (ip: string) => errors.parameterValue(`Invalid value '${ip}' for PublicIp. Not a valid IPv4 address`),
  /** Changing an address by a public address that is not the account's. Source: a transcript, github.com/flexera-public/right_aws/issues/113. */
  notYours: (ip: string) => new AwsError('AuthFailure', `The address '${ip}' does not belong to you.`),
  limit: () => new AwsError('AddressLimitExceeded', 'The maximum number of addresses has been reached.'),
  /** Source: OS. */
  domain: (domain: string) => errors.parameterValue(`Invalid value '${domain}' for domain.`),
  /** `id` as in `allocation id`. Source: OS. */
  neither: (id: string) => new AwsError('MissingParameter', `Either public IP or ${id} must be specified`),
  both: (id: string) =>
    errors.parameterCombination(`You may specify public IP or ${id}, but not both in the same call`),

  /** Source: transcripts, github.com/cloudfoundry/bosh-aws-cpi-release/issues/52 and others. */
  associateByIp: () =>
    errors.parameterCombination('You must specify an allocation id when mapping an address to a VPC instance'),
  /** Source: OS. */
  noTarget: () => new AwsError('MissingParameter', 'Either instance ID or network interface id must be specified'),
  /** Assumed: the text; AWS documents that the two exclude each other. */
  twoTargets: () =>
    errors.parameterCombination('You may specify an instance ID or a network interface ID, but not both'),
  noGateway: (vpcId: string) =>
    new AwsError('Gateway.NotAttached', `Network ${vpcId} is not attached to any internet gateway`),
  severalInterfaces: (instanceId: string) =>
    new AwsError(
      'InvalidInstanceID',
      `There are multiple interfaces attached to instance '${instanceId}'. Please specify an interface ID for the operation instead.`,
    ),
  /** Recorded for pending and terminated; Assumed for shutting-down. */
  instanceState: (state: InstanceStateName, instanceId: string) =>
    new AwsError(
      'InvalidInstanceID',
      `The ${state} instance '${instanceId}' is not in a valid state for this operation.`,
    ),
  pendingThroughInterface: (networkInterfaceId: string) =>
    new AwsError(
      'IncorrectInstanceState',
      `The pending-instance-creation instance to which '${networkInterfaceId}' is attached is not in a valid state for this operation`,
    ),
  /** Assumed: the text. */
  notOnInterface: (ip: string, networkInterfaceId: string) =>
    errors.invalidValue(
      ip,
      'privateIpAddress',
      `The address is not assigned to network interface ${networkInterfaceId}.`,
    ),
  alreadyAssociated: (allocationId: string, associationId: string) =>
    new AwsError(
      'Resource.AlreadyAssociated',
      `resource ${allocationId} is already associated with associate-id ${associationId}`,
    ),

  associationNotFound: (id: string) =>
    new AwsError('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`),
  /** Source: a transcript, github.com/mitchellh/vagrant-aws/issues/540. */
  disassociateByIp: () =>
    errors.parameterValue('You must specify an association id when unmapping an address from a VPC instance'),

  releaseByIp: () => errors.parameterValue('You must specify an allocation id when releasing a VPC elastic IP address'),
  inUse: (ip: string) => new AwsError('InvalidIPAddress.InUse', `Address ${ip} is in use.`),
};
