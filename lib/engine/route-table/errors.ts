import { AwsError, errors } from '../aws-error';

/** Route tables and their associations; routes have `routeErrors`. */
export const routeTableErrors = {
  /** Assumed: the text, in which emulators agree. */
  notFound: (id: string) => new AwsError('InvalidRouteTableID.NotFound', `The routeTable ID '${id}' does not exist`),
  /** Assumed: the text, after that of other ids; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  malformedId: (id: string) => errors.malformedId('RouteTable', id, 'rtb'),
  /** Assumed: the text, after that for other limits; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  limit: () => new AwsError('RouteTableLimitExceeded', 'The maximum number of route tables has been reached.'),
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/73 */
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The routeTable '${id}' has dependencies and cannot be deleted.`),

  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  associationNotFound: (id: string) =>
    new AwsError('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`),
  /** Observed: github.com/ansible/ansible/issues/25521, github.com/hashicorp/vault/issues/659. */
  mainAssociation: (id: string) => errors.parameterValue(`cannot disassociate the main route table association ${id}`),
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/38960. */
  conflictingAssociation: (id: string) =>
    new AwsError(
      'Resource.AlreadyAssociated',
      `the specified association for route table ${id} conflicts with an existing association`,
    ),
  /** Assumed: the text for a subnet and for a VPC, after the one that AWS gives for a gateway. */
  subnetElsewhere: (id: string, subnetId: string) =>
    errors.parameterValue(`route table ${id} and subnet ${subnetId} belong to different networks`),
  /** Assumed: the text, after the one that AWS gives for a gateway. */
  networkElsewhere: (id: string, vpcId: string) =>
    errors.parameterValue(`route table ${id} and network ${vpcId} belong to different networks`),
  /** Observed: github.com/giantswarm/aws-operator/pull/634 */
  gatewayElsewhere: (id: string, gatewayId: string) =>
    errors.parameterValue(`route table ${id} and network gateway ${gatewayId} belong to different networks`),
  /** Assumed: the text; AWS documents that one of the two is given. */
  nothingToAssociate: () => new AwsError('MissingParameter', 'The request must contain either subnetId or gatewayId'),
  /** Assumed: the text; AWS documents that one of the two is given. */
  subnetAndGateway: () => errors.parameterCombination('The parameters subnetId and gatewayId cannot be used together'),
  /** Observed: github.com/ansible-collections/amazon.aws/issues/2631, for an id of another kind. */
  gatewayKind: (id: string) => errors.parameterValue(`invalid value for parameter gateway-id: ${id}`),
  /** Assumed: code and text; the rule is documented, https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html */
  notForGateways: (id: string) =>
    errors.parameterValue(
      `Route table ${id} cannot be associated with a gateway: it has routes that a gateway route table does not support.`,
    ),
  /** Assumed: code and text; the rule is documented, https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html */
  propagates: (id: string) =>
    errors.parameterValue(`Route table ${id} cannot be associated with a gateway while route propagation is enabled.`),

  /** Assumed: the text, after that for internet gateways. */
  vpnGatewayNotAttached: (gatewayId: string, vpcId: string) =>
    new AwsError('Gateway.NotAttached', `resource ${gatewayId} is not attached to network ${vpcId}`),
};
