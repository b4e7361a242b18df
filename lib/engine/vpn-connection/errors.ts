import { AwsError, errors } from '../aws-error';

/** Refusals of VPN connections. */
export const vpnConnectionErrors = {
  /** Assumed: the text, in which two emulators agree (openstack/ec2-api, github.com/getmoto/moto); the code is documented. */
  notFound: (id: string) =>
    new AwsError('InvalidVpnConnectionID.NotFound', `The vpnConnection ID '${id}' does not exist`),
  /** Assumed: the text, after that for other ids; of the code https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html has only `InvalidVpnConnectionID`. */
  malformedId: (id: string) => new AwsError('InvalidVpnConnectionID', `Invalid id: "${id}" (expecting "vpn-...")`),
  /** Assumed: code and text; that only one of the two may be given is documented. */
  gatewayTwice: () =>
    errors.parameterCombination('The parameters vpnGatewayId and transitGatewayId cannot be used together.'),
  /** Observed: https://github.com/GoogleCloudPlatform/pbmm-on-gcp-onboarding/issues/299 */
  preSharedKey: () => errors.parameterValue('Value for parameter PreSharedKey is invalid.'),
  /** Assumed: that it reads like the refusal of a pre-shared key; the limits of every tunnel option are documented. */
  tunnelOption: (name: string) => errors.parameterValue(`Value for parameter ${name} is invalid.`),
  /** Observed: https://github.com/ansible-collections/amazon.aws/issues/2546 */
  insideIpv6: () =>
    errors.parameterCombination('An ipv6 inside cidr is not allowed for VPNs using an ipv4 inside ip version'),
  /** Assumed: code and text; that a connection has two tunnels is documented. */
  tunnelCount: () => errors.parameterValue('No more than two tunnel options can be specified.'),
  /** Assumed: code and text; that the blocks must be unique on a gateway is documented. */
  insideCidrTaken: (cidr: string) =>
    errors.invalidValue(cidr, 'TunnelInsideCidr', 'The block is in use by another tunnel.'),
  /** Assumed: the text, after that for other blocks. */
  cidr: (cidr: string, name: string) => errors.invalidValue(cidr, name, 'This is not a valid CIDR block.'),
  /** Assumed: the text; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () => new AwsError('VpnConnectionLimitExceeded', 'The maximum number of VPN connections has been reached.'),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (the code, with this as its description). */
  invalidState: () =>
    new AwsError(
      'InvalidVpnConnection.InvalidState',
      'The VPN connection must be in the available state to complete the request.',
    ),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (the code, with this as its description). */
  invalidType: () =>
    new AwsError('InvalidVpnConnection.InvalidType', 'The specified VPN connection does not support static routes.'),
  /** Assumed: code and text for a static route that is not there. */
  noRoute: (cidr: string, id: string) =>
    new AwsError('InvalidRoute.NotFound', `no route with destination-cidr-block ${cidr} in VPN connection ${id}`),
};
