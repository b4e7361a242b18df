import { AwsError, errors } from '../aws-error';

/** Refusals of customer gateways. */
export const customerGatewayErrors = {
  /** Assumed: the text, in which two emulators agree (openstack/ec2-api, github.com/getmoto/moto); the code is documented. */
  notFound: (id: string) =>
    new AwsError('InvalidCustomerGatewayID.NotFound', `The customerGateway ID '${id}' does not exist`),
  /** Assumed: the text, after that for security groups; users' code meets the code. */
  malformedId: (id: string) =>
    new AwsError('InvalidCustomerGatewayID.Malformed', `Invalid id: "${id}" (expecting "cgw-...")`),
  /** Assumed: code and text for a call that gives no address and no certificate. */
  noAddress: () => errors.missingParameter('ipAddress'),
  /** Assumed: code and text; the older of the two names is documented as deprecated. */
  addressTwice: () => errors.parameterCombination('The parameters publicIp and ipAddress cannot be used together.'),
  /** Assumed: the text. */
  address: (ip: string) => errors.invalidValue(ip, 'ipAddress', 'This is not a valid IP address.'),
  /** Assumed: the text; the range is documented. */
  asn: (asn: number) => errors.invalidValue(String(asn), 'bgpAsn', 'The ASN is out of range.'),
  /** Assumed: code and text; that either one is given is documented. */
  asnTwice: () => errors.parameterCombination('The parameters bgpAsn and bgpAsnExtended cannot be used together.'),
  /** Assumed: the text; the 255 characters are documented. */
  deviceName: (name: string) =>
    errors.invalidValue(`${name.slice(0, 100)}…`, 'deviceName', 'The name exceeds 255 characters.'),
  /** Assumed: the text; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () =>
    new AwsError('CustomerGatewayLimitExceeded', 'The maximum number of customer gateways has been reached.'),
  /** Observed: https://github.com/terraform-aws-modules/terraform-aws-vpn-gateway/issues/69 */
  inUse: () => new AwsError('IncorrectState', 'The customer gateway is in use.'),
};
