import { AwsError, errors } from '../aws-error';

/** Refusals about route tables of transit gateways, their associations, propagations and routes. */
export const transitGatewayRouteTableErrors = {
  /** Observed: output of Terraform, github.com/hashicorp/terraform-provider-aws/issues/11029 */
  notFound: (id: string) =>
    new AwsError('InvalidRouteTableID.NotFound', `Transit Gateway Route Table ${id} was deleted or does not exist.`),
  /** Assumed: the text, after github.com/floci-io/floci, whose authors compare with a live account. */
  notInGateway: (id: string, gatewayId: string) =>
    new AwsError(
      'InvalidRouteTableID.NotFound',
      `Transit Gateway Route Table ${id} was deleted or does not exist in Transit Gateway ${gatewayId}.`,
    ),
  /** Assumed: the text, after github.com/floci-io/floci, whose authors compare with a live account; the code is documented. */
  malformedId: (id: string) =>
    new AwsError('InvalidRouteTableId.Malformed', `Invalid Transit Gateway Route Table id ${id}.`),
  /** Assumed: the text; the code is that of every refusal by state around transit gateways. */
  state: (id: string) => new AwsError('IncorrectState', `${id} is in invalid state`),
  /** Assumed: the text; the quota of 20 route tables for a transit gateway is documented. */
  limit: () =>
    new AwsError(
      'TransitGatewayRouteTableLimitExceeded',
      'You have reached the maximum number of route tables allowed for the transit gateway.',
    ),
  /** Assumed: the text, after github.com/floci-io/floci, whose authors compare with a live account. */
  isDefault: (id: string, kind: 'association' | 'propagation', gatewayId: string) =>
    new AwsError('IncorrectState', `${id} is set as default ${kind} route table for ${gatewayId}`),
  /** Assumed: the text, after github.com/floci-io/floci, whose authors compare with a live account. */
  hasAssociations: (id: string) => new AwsError('IncorrectState', `${id} has associated attachments`),
  /** Observed: output of Terraform that users posted, as in github.com/awsdocs/aws-transit-gateway-guide/issues/13 */
  alreadyAssociated: (attachmentId: string) =>
    new AwsError(
      'Resource.AlreadyAssociated',
      `Transit Gateway Attachment ${attachmentId} is already associated to a route table.`,
    ),
  /** Assumed: the text, after github.com/floci-io/floci; Terraform's provider waits for this code. */
  notAssociated: (attachmentId: string, tableId: string) =>
    new AwsError(
      'InvalidAssociation.NotFound',
      `Transit Gateway Attachment ${attachmentId} is not associated with route table ${tableId}.`,
    ),
  /** Observed: the code that scripts of many users wait for; the sentence in output that one of them quotes. */
  alreadyPropagates: (attachmentId: string, tableId: string) =>
    new AwsError(
      'TransitGatewayRouteTablePropagation.Duplicate',
      `Propagation ${attachmentId} already exists in Transit Gateway Route Table ${tableId}.`,
    ),
  /** Assumed: the text, after github.com/floci-io/floci; Terraform's provider waits for this code. */
  doesNotPropagate: (attachmentId: string, tableId: string) =>
    new AwsError(
      'TransitGatewayRouteTablePropagation.NotFound',
      `Propagation ${attachmentId} does not exist in Transit Gateway Route Table ${tableId}.`,
    ),
  /** Observed: output of Terraform, github.com/ministryofjustice/modernisation-platform/pull/4810 */
  routeExists: (cidr: string, tableId: string) =>
    new AwsError('RouteAlreadyExists', `Route ${cidr} already exists in Transit Gateway Route Table ${tableId}.`),
  /** Assumed: the text, after github.com/floci-io/floci; the code is documented. */
  routeNotFound: (cidr: string, tableId: string) =>
    new AwsError(
      'InvalidRoute.NotFound',
      `The route ${cidr} does not exist in Transit Gateway Route Table ${tableId}.`,
    ),
  /** Assumed: code and text. */
  cidr: (cidr: string, name: string) => errors.invalidValue(cidr, name, 'This is not a valid CIDR block.'),
  /** Assumed: code and text; the API reference asks for an attachment or a blackhole. */
  noTarget: () => errors.missingParameter('transitGatewayAttachmentId'),
  /** Assumed: the text, after github.com/floci-io/floci, whose authors compare with a live account. */
  searchFilter: (name: string) => errors.parameterValue(`Value (${name}) for parameter Filter is invalid. `),
};
