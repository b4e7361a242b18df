import { AwsError, errors } from '../aws-error';

const destinations = 'destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId';
const targets =
  'gatewayId, localGatewayId, carrierGatewayId, natGatewayId, networkInterfaceId, vpcPeeringConnectionId, ' +
  'egressOnlyInternetGatewayId, transitGatewayId, vpcEndpointId, coreNetworkArn or instanceId';

export const routeErrors = {
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; that one of the three is given is documented. */
  noDestination: () => new AwsError('MissingParameter', `The request must contain exactly one of: ${destinations}`),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; that one of the three is given is documented. */
  severalDestinations: () => errors.parameterCombination(`The request must contain exactly one of: ${destinations}`),
  /** Observed: github.com/ansible-collections/amazon.aws/issues/477. */
  malformedCidr: (cidr: string, name: string) => errors.invalidValue(cidr, name, 'This is not a valid CIDR block.'),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; that exactly one target is given is documented. */
  noTarget: (or = '') => new AwsError('MissingParameter', `The request must contain exactly one of ${targets}${or}`),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; that exactly one target is given is documented. */
  severalTargets: (or = '') => errors.parameterCombination(`The request must contain exactly one of ${targets}${or}`),

  /** Observed: github.com/hashicorp/terraform/issues/4987 and github.com/ansible/ansible-modules-core/issues/1636 */
  gatewayNotFound: (id: string) => new AwsError('InvalidGatewayID.NotFound', `The gateway ID '${id}' does not exist`),
  /** Assumed: the text after other ids; Terraform's provider waits out the code. */
  natGatewayNotFound: (id: string) =>
    new AwsError('InvalidNatGatewayID.NotFound', `The natGateway ID '${id}' does not exist`),
  /**
   * Observed: github.com/hashicorp/terraform-provider-aws/issues/9222, also for a transit gateway that exists and has no
   * attachment to the VPC (github.com/aws/aws-cdk/issues/8584).
   */
  transitGatewayNotFound: (id: string) =>
    new AwsError('InvalidTransitGatewayID.NotFound', `The transitGateway ID '${id}' does not exist.`),
  /** Assumed: the text for targets that are no gateways, after the one that AWS gives for a gateway. */
  targetElsewhere: (tableId: string, kind: string, id: string) =>
    errors.parameterValue(`route table ${tableId} and ${kind} ${id} belong to different networks`),

  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  alreadyExists: (destination: string) =>
    new AwsError('RouteAlreadyExists', `The route identified by ${destination} already exists.`),
  /** Assumed: the text, after that for other limits; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () => new AwsError('RouteLimitExceeded', 'The maximum number of routes has been reached.'),
  /** Assumed: the text, in which emulators agree. */
  notFound: (tableId: string, parameter: string, destination: string) =>
    new AwsError('InvalidRoute.NotFound', `no route with ${parameter} ${destination} in route table ${tableId}`),
  /** Assumed: the text, in which emulators agree. */
  nothingToReplace: (destination: string) =>
    errors.parameterValue(
      `There is no route defined for '${destination}' in the route table. Use CreateRoute instead.`,
    ),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  removeLocal: (tableId: string, destination: string) =>
    errors.parameterValue(`cannot remove local route ${destination} in route table ${tableId}`),
  /** Assumed: the end of the text; its beginning is quoted in public code that handles it. */
  removeEndpoint: (tableId: string, endpointId: string) =>
    errors.parameterValue(`cannot remove VPC endpoint route ${endpointId} in route table ${tableId}`),
  /** Assumed: the text; AWS documents that only the endpoint itself changes its routes. */
  replaceEndpoint: (tableId: string, endpointId: string) =>
    errors.parameterValue(`cannot replace VPC endpoint route ${endpointId} in route table ${tableId}`),

  /** Observed: in many transcripts, for internet and transit gateways. */
  insideNetwork: (cidr: string) =>
    errors.parameterValue(
      `The destination CIDR block ${cidr} is equal to or more specific than one of this VPC's CIDR blocks. ` +
        'This route can target only an interface or an instance.',
    ),
  /** Observed: github.com/hashicorp/terraform/issues/26018, for a VPC peering connection. */
  unsupportedTarget: () =>
    errors.parameterValue('Route target is not supported. This route only supports interface and instance targets.'),
  /** Assumed: the text; the rule is documented, https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html */
  noSubnet: (cidr: string) =>
    errors.parameterValue(`The destination CIDR block ${cidr} does not match the CIDR block of a subnet of this VPC.`),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers. */
  localTarget: () => errors.parameterValue('local-target only allowed with network local destination CIDRs'),
  /** Assumed: code and text; AWS documents the rule for egress-only internet gateways and for NAT gateways. */
  family: (destination: string, kind: string) =>
    errors.parameterValue(`The destination ${destination} is not supported for a route to ${kind}.`),
  /** Assumed: code and text; the rules are documented, https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html */
  gatewayTable: (tableId: string) =>
    errors.parameterValue(
      `Route table ${tableId} is associated with a gateway: its routes can target only network interfaces, for the CIDR blocks of the VPC and its subnets.`,
    ),
};
