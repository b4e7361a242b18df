import { AwsError, errors } from '../aws-error';

const invalid = (message: string) => new AwsError('InvalidParameter', message);

/** Refusals about flow logs. */
export const flowLogErrors = {
  /** Assumed: the text, after github.com/getmoto/moto; the code is documented. */
  notFound: (ids: readonly string[]) =>
    new AwsError(
      'InvalidFlowLogId.NotFound',
      `These flow log ids in the input list are not found: [TotalCount: ${ids.length}] ${ids.join(' ')}`,
    ),
  /** Observed: for no id at all, github.com/cloud-custodian/cloud-custodian/issues/2944; quoted as a format is, below. */
  malformedId: (id: string) =>
    errors.parameterValue(
      `1 validation error detected: Value ${id ? `'${id}'` : 'null'} at 'flowLogId' has an invalid format`,
    ),
  /** Assumed: the text, after github.com/getmoto/moto; the code is documented. */
  exists: () =>
    new AwsError(
      'FlowLogAlreadyExists',
      'Error. There is an existing Flow Log with the same configuration and log destination.',
    ),
  /** Observed: output of Terraform, github.com/ministryofjustice/modernisation-platform/pull/8016 */
  resourceType: (id: string, type: string) => invalid(`Invalid Resource id ${id} for resource-type ${type}`),
  /** Assumed: code and text; the most are documented with the parameter. */
  tooManyResources: (most: number) => invalid(`At most ${most} resources can be specified.`),
  /** Assumed: the text, after github.com/getmoto/moto. */
  noDestination: () => invalid("LogDestination can't be empty if LogGroupName is not provided."),
  /** Assumed: the text, after github.com/getmoto/moto. */
  groupNotForType: () => invalid('LogDestination type must be cloud-watch-logs if LogGroupName is provided.'),
  /** Assumed: code and text; the API reference says to use one or the other. */
  twoDestinations: () => invalid('LogDestination and LogGroupName cannot be provided together.'),
  /** Assumed: the text, after github.com/getmoto/moto; the API reference says that it is required. */
  noRole: () => invalid("DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs."),
  /** Observed: output of CloudFormation, github.com/aws-samples/aws-secure-environment-accelerator/issues/1111 */
  roleNotForS3: () => invalid('DeliverLogsPermissionArn is not applicable for s3 delivery'),
  /** Assumed: code and text; the forms are documented with the parameter. */
  destination: (arn: string, type: string) => invalid(`LogDestination: ${arn} is not valid for ${type}.`),
  /** Assumed: code and text; the API reference speaks of options of S3 alone. */
  destinationOptions: (type: string) => invalid(`DestinationOptions are not applicable for ${type} delivery`),
  /** Assumed: the text, after github.com/getmoto/moto. */
  interval: () => invalid('Invalid Flow Log Max Aggregation Interval'),
  /** Observed: output of Terraform, github.com/hashicorp/terraform-provider-aws/pull/26169 */
  transitInterval: () =>
    invalid(
      'max-aggregation-interval other than 60 sec / 1 min is not supported when the resource-type is TransitGateway or TransitGatewayAttachment',
    ),
  /** Assumed: code and text; the API reference says that it is required but for transit gateways. */
  noTrafficType: () => errors.missingParameter('trafficType'),
  /** Assumed: code and text, after the one about the interval; the API reference says that it is not supported. */
  transitTrafficType: () =>
    invalid('traffic-type is not supported when the resource-type is TransitGateway or TransitGatewayAttachment'),
  /** Observed: output of CloudFormation for a format with a blank at its end, github.com/aws-cloudformation/rain/issues/288 */
  format: (format: string) =>
    errors.parameterValue(`1 validation error detected: Value '${format}' at 'logFormat' has an invalid format`),
  /** Assumed: code and text. */
  unknownField: (field: string) => invalid(`Unknown field ${field} in LogFormat`),
};
