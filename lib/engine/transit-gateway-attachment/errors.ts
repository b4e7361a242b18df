import { AwsError } from '../aws-error';

/** Refusals about attachments of transit gateways. */
export const transitGatewayAttachmentErrors = {
  /** Observed: code and sentence, with "VPC Attachment", in github.com/rebuy-de/aws-nuke/issues/961 */
  notFound: (id: string) =>
    new AwsError(
      'InvalidTransitGatewayAttachmentID.NotFound',
      `Transit Gateway Attachment ${id} was deleted or does not exist.`,
    ),
  /** Observed: output of aws-nuke, github.com/rebuy-de/aws-nuke/issues/961 */
  vpcAttachmentNotFound: (id: string) =>
    new AwsError(
      'InvalidTransitGatewayAttachmentID.NotFound',
      `Transit Gateway VPC Attachment ${id} was deleted or does not exist.`,
    ),
  /** Assumed: code and text, after github.com/floci-io/floci, whose authors compare with a live account. */
  malformedId: () =>
    new AwsError('InvalidTransitGatewayAttachmentID.Malformed', 'Invalid Transit Gateway Attachment id.'),
  /** Assumed: the text; the code is that of every refusal by state around transit gateways. */
  state: (id: string) => new AwsError('IncorrectState', `${id} is in invalid state`),
  /** Observed: github.com/aws-solutions-library-samples/network-orchestration-for-aws-transit-gateway/issues/1 */
  duplicate: (gatewayId: string) =>
    new AwsError(
      'DuplicateTransitGatewayAttachment',
      `${gatewayId} has non-deleted Transit Gateway Attachments with same VPC ID.`,
    ),
  /** Observed: output of Terraform, github.com/zoitech/terraform-aws-network/issues/46 */
  sameZone: () => new AwsError('DuplicateSubnetsInSameZone', 'Duplicate Subnets for same AZ'),
  /** Observed: github.com/hashicorp/terraform-provider-aws/issues/26136; said of another VPC's subnets too. */
  subnetNotFound: (id: string) =>
    new AwsError('InvalidSubnetID.NotFound', `Subnet ${id} was deleted or does not exist.`),
  /** Assumed: code and text, after github.com/floci-io/floci, whose authors compare with a live account. */
  subnetNotAttached: (id: string) =>
    new AwsError('InvalidSubnetID.NotFound', `${id} is not attached but supplied in RemoveSubnets`),
  /** Assumed: code and text, after github.com/floci-io/floci, whose authors compare with a live account. */
  noSubnets: () => new AwsError('InsufficientSubnetsException', 'Insufficient Subnets'),
  /** Assumed: code and text; the quota of 5 transit gateways for a VPC is documented. */
  limit: () =>
    new AwsError(
      'TransitGatewayAttachmentLimitExceeded',
      'You have reached the maximum number of transit gateway attachments allowed for the VPC.',
    ),
};
