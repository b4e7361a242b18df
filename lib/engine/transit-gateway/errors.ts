import { AwsError, errors } from '../aws-error';

/** Refusals about transit gateways themselves. */
export const transitGatewayErrors = {
  /** Observed: output of Terraform, github.com/terraform-aws-modules/terraform-aws-transit-gateway/issues/89 */
  notFound: (id: string) =>
    new AwsError('InvalidTransitGatewayID.NotFound', `Transit Gateway ${id} was deleted or does not exist.`),
  /** Assumed: code and text, after github.com/floci-io/floci, whose authors compare with a live account. */
  malformedId: (id: string) => new AwsError('InvalidTransitGatewayID.Malformed', `Invalid Transit Gateway id ${id}.`),
  /** Assumed: the text; the code is that of every refusal by state around transit gateways. */
  state: (id: string) => new AwsError('IncorrectState', `${id} is in invalid state`),
  /** Assumed: for VPCs and VPNs; other kinds are seen in github.com/gruntwork-io/cloud-nuke/issues/744 and github.com/rebuy-de/aws-nuke/issues/961 */
  attached: (id: string, kind: 'VPC' | 'VPN', attachments: readonly string[]) =>
    new AwsError('IncorrectState', `${id} has non-deleted ${kind} Attachments: ${attachments.join(', ')}.`),
  /** Assumed: the text; acceptance tests of Terraform's provider wait for this code. Quota: 5 in a Region. */
  limit: () =>
    new AwsError('TransitGatewayLimitExceeded', 'You have reached the maximum number of transit gateways allowed.'),
  /** Assumed: the text; the ranges are documented with the parameter. */
  asn: (asn: number) =>
    errors.invalidValue(
      String(asn),
      'AmazonSideAsn',
      'It must be in the range 64512 to 65534 or 4200000000 to 4294967294.',
    ),
  /** Assumed: code and text; the API reference says that VPN attachments forbid a new ASN. */
  asnInUse: (id: string, attachments: readonly string[]) =>
    new AwsError('IncorrectState', `${id} has non-deleted VPN Attachments: ${attachments.join(', ')}.`),
  /** Assumed: the text; the API reference asks for an IPv4 block of /24 or larger, or an IPv6 block of /64 or larger. */
  cidrBlock: (cidr: string) =>
    errors.invalidValue(
      cidr,
      'TransitGatewayCidrBlocks',
      'It must be a /24 or larger for IPv4, a /64 or larger for IPv6.',
    ),
  /** Assumed: code and text; quota: 5 blocks for a transit gateway. */
  cidrBlockLimit: () => errors.parameterValue('The maximum number of CIDR blocks for a transit gateway is 5.'),
  /** Assumed: code and text, after what AWS says of a block to remove that is not there elsewhere. */
  cidrBlockNotFound: (cidr: string) =>
    errors.invalidValue(cidr, 'RemoveTransitGatewayCidrBlocks', 'The transit gateway does not have it.'),
  /** Observed: a live account, github.com/floci-io/floci/pull/2329; also github.com/awslabs/landing-zone-accelerator-on-aws/issues/634 */
  defaultTable: (option: string, flag: string, member: string, tableId: string | undefined) =>
    errors.parameterCombination(`${option} ${flag} conflicts with ${member} ${tableId ?? 'null'}`),
};
