import { AwsError, errors } from '../aws-error';

/** Refusals of peering connections. */
export const vpcPeeringConnectionErrors = {
  /** Observed: output that Terraform users posted for a connection that is not there yet. */
  notFound: (id: string) =>
    new AwsError('InvalidVpcPeeringConnectionID.NotFound', `The vpcPeeringConnection ID '${id}' does not exist`),
  /** Assumed: the text, after that for other ids; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  malformedId: (id: string) => errors.malformedId('VpcPeeringConnection', id, 'pcx'),
  /** Assumed: code and text; the peering guide only says that a connection is between two VPCs. */
  sameVpc: (id: string) => errors.invalidValue(id, 'peerVpcId', 'A VPC cannot have a peering connection with itself.'),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/44315, when the other way round is active. */
  alreadyExists: (id: string) =>
    new AwsError('VpcPeeringConnectionAlreadyExists', `The vpc peering connection identified by ${id} already exists.`),
  /** Observed: https://github.com/hashicorp/terraform/issues/7465 and https://github.com/ekristen/aws-nuke/issues/723, from rejected to deleting. */
  transition: (id: string, from: string, to: string) =>
    new AwsError(
      'InvalidStateTransition',
      `Invalid state transition for ${id}, attempted to transition from ${from} to ${to}`,
    ),
  /** Observed: https://github.com/cloudposse/terraform-aws-vpc-peering-multi-account/issues/8 */
  notActive: (id: string) =>
    new AwsError(
      'OperationNotPermitted',
      `Peering ${id} is not active. Peering options can be added only to active peerings.`,
    ),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (the code, with this as its description). */
  hostnamesDisabled: () =>
    new AwsError(
      'InvalidVpcPeeringConnectionState.DnsHostnamesDisabled',
      'To enable DNS hostname resolution for the VPC peering connection, DNS hostname support must be enabled for the VPCs.',
    ),
  /** Assumed: code and text for a call that gives no option. */
  noOptions: () =>
    new AwsError(
      'MissingParameter',
      'The request must contain the parameter accepterPeeringConnectionOptions or requesterPeeringConnectionOptions',
    ),
  /** Assumed: the text; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  perVpcLimit: () =>
    new AwsError(
      'VpcPeeringConnectionsPerVpcLimitExceeded',
      'The maximum number of VPC peering connections for the VPC has been reached.',
    ),
  /** Assumed: the text; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  outstandingLimit: () =>
    new AwsError(
      'OutstandingVpcPeeringConnectionLimitExceeded',
      'The maximum number of outstanding VPC peering connection requests has been reached.',
    ),
};
