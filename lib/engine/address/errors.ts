import { AwsError, errors } from '../aws-error';
import type { InstanceStateName } from '../instance/instance';

/** Refusals around Elastic IP addresses. */
export const addressErrors = {
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  notFound: (id: string) => new AwsError('InvalidAllocationID.NotFound', `The allocation ID '${id}' does not exist`),
  /** Assumed: the text of DescribeAddresses by an unknown public address; the code is documented. */
  ipNotFound: (ip: string) => new AwsError('InvalidAddress.NotFound', `Address '${ip}' not found.`),
  /** Observed: a transcript, github.com/cloud-custodian/cloud-custodian/issues/5069. */
  ipMalformed: (ip: string) => errors.parameterValue(`Invalid value '${ip}' for PublicIp. Not a valid IPv4 address`),
  /** Observed: changing an address by a public address that is not the account's, github.com/flexera-public/right_aws/issues/113. */
  notYours: (ip: string) => new AwsError('AuthFailure', `The address '${ip}' does not belong to you.`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  limit: () => new AwsError('AddressLimitExceeded', 'The maximum number of addresses has been reached.'),
  /** Assumed: the text, from openstack/ec2-api, which took over texts of AWS. */
  domain: (domain: string) => errors.parameterValue(`Invalid value '${domain}' for domain.`),
  /** Assumed: the text, from openstack/ec2-api, which took over texts of AWS. */
  neither: (id: string) => new AwsError('MissingParameter', `Either public IP or ${id} must be specified`),
  /** Assumed: the text, from openstack/ec2-api, which took over texts of AWS. */
  both: (id: string) =>
    errors.parameterCombination(`You may specify public IP or ${id}, but not both in the same call`),

  /** Observed: transcripts, github.com/cloudfoundry/bosh-aws-cpi-release/issues/52 and others. */
  associateByIp: () =>
    errors.parameterCombination('You must specify an allocation id when mapping an address to a VPC instance'),
  /** Assumed: the text, from openstack/ec2-api, which took over texts of AWS. */
  noTarget: () => new AwsError('MissingParameter', 'Either instance ID or network interface id must be specified'),
  /** Assumed: the text; AWS documents that the two exclude each other. */
  twoTargets: () =>
    errors.parameterCombination('You may specify an instance ID or a network interface ID, but not both'),
  /** Observed: transcripts of CloudFormation and of the console. */
  noGateway: (vpcId: string) =>
    new AwsError('Gateway.NotAttached', `Network ${vpcId} is not attached to any internet gateway`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  severalInterfaces: (instanceId: string) =>
    new AwsError(
      'InvalidInstanceID',
      `There are multiple interfaces attached to instance '${instanceId}'. Please specify an interface ID for the operation instead.`,
    ),
  /** Observed: of a pending instance github.com/hashicorp/terraform-provider-aws/issues/21228 and github.com/hashicorp/terraform-provider-aws/issues/19699, of a terminated one issue 95 of cloudposse's ec2-instance module. Assumed: of one that is shutting down. */
  instanceState: (state: InstanceStateName, instanceId: string) =>
    new AwsError(
      'InvalidInstanceID',
      `The ${state} instance '${instanceId}' is not in a valid state for this operation.`,
    ),
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/6189 */
  pendingThroughInterface: (networkInterfaceId: string) =>
    new AwsError(
      'IncorrectInstanceState',
      `The pending-instance-creation instance to which '${networkInterfaceId}' is attached is not in a valid state for this operation`,
    ),
  /** Assumed: code and text, reasoned from other refusals. */
  notOnInterface: (ip: string, networkInterfaceId: string) =>
    errors.invalidValue(
      ip,
      'privateIpAddress',
      `The address is not assigned to network interface ${networkInterfaceId}.`,
    ),
  /** Observed: output of BOSH. */
  alreadyAssociated: (allocationId: string, associationId: string) =>
    new AwsError(
      'Resource.AlreadyAssociated',
      `resource ${allocationId} is already associated with associate-id ${associationId}`,
    ),
  /** Observed: AWS's answers around NAT gateways to ReleaseAddress (github.com/eformat/sno-for-100/issues/5) and AssociateAddress (github.com/hashicorp/terraform-provider-aws/issues/3572). */
  ofService: () => new AwsError('AuthFailure', 'You do not have permission to access the specified resource.'),

  /** Assumed: the text; the code is documented. */
  associationNotFound: (id: string) =>
    new AwsError('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`),
  /** Observed: a transcript, github.com/mitchellh/vagrant-aws/issues/540. */
  disassociateByIp: () =>
    errors.parameterValue('You must specify an association id when unmapping an address from a VPC instance'),

  /** Observed: a transcript in issue 852 of NixOps. */
  releaseByIp: () => errors.parameterValue('You must specify an allocation id when releasing a VPC elastic IP address'),
  /** Observed: issue 16 of leftovers and issue 2299 of scylla-cluster-tests. */
  inUse: (ip: string) => new AwsError('InvalidIPAddress.InUse', `Address ${ip} is in use.`),
  /** Observed: github.com/cloud-custodian/cloud-custodian/issues/8924 */
  ptrSet: (id: string) =>
    new AwsError(
      'InvalidAddress.PtrSet',
      `The address with allocation id [${id}] cannot be released because it has a PTR record set.`,
    ),
  /** Assumed: the text. */
  domainName: (name: string) => errors.invalidValue(name, 'domainName', 'It is not a valid domain name.'),
};
