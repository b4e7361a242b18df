import { AwsError, errors } from '../aws-error';

/** Refusals of virtual private gateways. */
export const vpnGatewayErrors = {
  /** Observed: a user's code that matches on AWS's message word by word (perfectsense/gyro-aws-provider). */
  notFound: (id: string) => new AwsError('InvalidVpnGatewayID.NotFound', `The vpnGateway ID '${id}' does not exist`),
  /** Assumed: code and text, after those for customer gateways. */
  malformedId: (id: string) =>
    new AwsError('InvalidVpnGatewayID.Malformed', `Invalid id: "${id}" (expecting "vgw-...")`),
  /** Assumed: the text; the ranges are documented. */
  asn: (asn: number) =>
    errors.invalidValue(
      String(asn),
      'amazonSideAsn',
      'The ASN must be in the range 64512 to 65534 or 4200000000 to 4294967294.',
    ),
  /** Assumed: the text; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () =>
    new AwsError('VpnGatewayLimitExceeded', 'The maximum number of virtual private gateways has been reached.'),
  /** Assumed: the text, an emulator's (openstack/ec2-api); the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  attachmentLimit: () =>
    new AwsError(
      'VpnGatewayAttachmentLimitExceeded',
      'The maximum number of virtual private gateway attachments has been reached.',
    ),
  /** Observed: https://github.com/cloudposse/terraform-aws-vpn-connection/issues/22 */
  vpcHasOne: (vpcId: string) =>
    new AwsError('InvalidVpcState', `VPC ${vpcId} is currently attached to the Virtual Private Gateway.`),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (the code, with this as its description). */
  state: () => new AwsError('InvalidVpnGatewayState', 'The virtual private gateway is not in an available state.'),
  /** Assumed: the text, in which two emulators agree (openstack/ec2-api, github.com/getmoto/moto); the code is documented. */
  notAttached: (id: string, vpcId: string) =>
    new AwsError(
      'InvalidVpnGatewayAttachment.NotFound',
      `The attachment with vpn gateway ID '${id}' and vpc ID '${vpcId}' does not exist`,
    ),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/pull/5831 */
  inUse: () => new AwsError('IncorrectState', 'The VPN gateway is in use.'),
};
