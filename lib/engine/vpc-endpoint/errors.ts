import { AwsError, errors } from '../aws-error';

const invalidParameter = (message: string) => new AwsError('InvalidParameter', message);

/** Refusals of VPC endpoints and their services. */
export const vpcEndpointErrors = {
  /** Observed: output that users posted of calls for endpoints that were gone. */
  notFound: (id: string) => new AwsError('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`),
  /** Assumed: the text; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  malformedId: (id: string) => errors.malformedId('VpcEndpoint', id, 'vpce'),
  /** Observed: https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/481 */
  noService: (name: string) => new AwsError('InvalidServiceName', `The Vpc Endpoint Service '${name}' does not exist`),
  /** Observed: https://github.com/hashicorp/terraform/issues/24478 */
  serviceType: (type: string, available: readonly string[]) =>
    invalidParameter(`Endpoint type (${type}) does not match available service types ([${available.join(', ')}]).`),
  /** Observed: https://github.com/ansible-collections/amazon.aws/issues/576 */
  routeTablesOfInterface: () => invalidParameter('Route table IDs are only supported for Gateway type VPC Endpoint.'),
  /** Observed: https://github.com/nanlabs/terraform-aws-starter/issues/18 */
  subnetsOfGateway: () =>
    invalidParameter('Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.'),
  /** Assumed: the text, after that for subnets. */
  groupsOfGateway: () => invalidParameter('Security group IDs are only supported for Interface type VPC Endpoint.'),
  /** Assumed: the text, after that for subnets. */
  privateDnsOfGateway: () => invalidParameter('Private DNS can only be enabled for Interface type VPC Endpoints.'),
  /** Assumed: code and text; that a policy must be valid JSON is documented. */
  policy: () => invalidParameter('The policy document is not valid JSON.'),
  /** Assumed: code and text for a policy that is given and reset at once. */
  policyTwice: () =>
    errors.parameterCombination('The parameters policyDocument and resetPolicy cannot be used together.'),
  /** Assumed: code and text for a route table or subnet of another VPC. */
  otherVpc: (what: string, id: string, vpcId: string) =>
    invalidParameter(`The ${what} '${id}' does not belong to VPC ${vpcId}`),
  /** Observed: scripts and output that users posted, as in a repository that names rtb-0356aef4072409fa5 and pl-63a5400a. */
  routeExists: (routeTableId: string, prefixListId: string) =>
    new AwsError(
      'RouteAlreadyExists',
      `route table ${routeTableId} already has a route with destination-prefix-list-id ${prefixListId}`,
    ),
  /** Observed: https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/583 */
  sameZone: (subnetId: string) =>
    new AwsError(
      'DuplicateSubnetsInSameZone',
      `Found another VPC endpoint subnet in the availability zone of ${subnetId}. VPC endpoint subnets should be in different availability zones supported by the VPC endpoint service.`,
    ),
  /** Documented: https://docs.aws.amazon.com/guardduty/latest/ug/troubleshooting-guardduty-runtime-monitoring.html (EC2's message; the code is Terraform's output). */
  dnsAttributes: (vpcId: string) =>
    invalidParameter(
      `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpcId}`,
    ),
  /** Observed: notes of users who tried it for DynamoDB; the code after the other refusals of CreateVpcEndpoint. */
  noPrivateName: (service: string) =>
    invalidParameter(
      `Private DNS can't be enabled because the service ${service} does not provide a private DNS name.`,
    ),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/17535 */
  dnsConflict: (name: string, vpcId: string) =>
    invalidParameter(
      `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${name} in the VPC ${vpcId}`,
    ),
  /** Observed: https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/982 */
  needsGateway: (vpcId: string) =>
    invalidParameter(
      `To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC ${vpcId} must have a Gateway endpoint for the service.`,
    ),
  /** Assumed: code and text for taking away what an endpoint does not have. */
  notAssociated: (what: string, id: string, endpointId: string) =>
    invalidParameter(`The ${what} '${id}' is not associated with the VPC endpoint ${endpointId}`),
  /** Assumed: code and text; that an interface endpoint has a group is documented. */
  lastGroup: (endpointId: string) =>
    invalidParameter(`The VPC endpoint ${endpointId} must have at least one security group.`),
  /** Assumed: code and text for a subnet that is configured without being chosen. */
  configuredSubnet: (subnetId: string) =>
    invalidParameter(`The subnet '${subnetId}' has a configuration but is not a subnet of the VPC endpoint.`),
  /** Assumed: code and text for changing what is being deleted. */
  state: (id: string) => new AwsError('IncorrectState', `The VPC endpoint ${id} is being deleted.`),
  /** Assumed: the text; the code is in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () => new AwsError('VpcEndpointLimitExceeded', 'The maximum number of VPC endpoints has been reached.'),
};
