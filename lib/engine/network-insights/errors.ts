import { AwsError, errors } from '../aws-error';

/** Refusals about network paths and their analyses. */
export const networkInsightsErrors = {
  /** Assumed: the text; the code is the one that AWS's own CloudFormation resource waits for. */
  pathNotFound: (id: string) =>
    new AwsError('InvalidNetworkInsightsPathId.NotFound', `The NetworkInsightsPath ID '${id}' does not exist`),
  /** Assumed: the text; the code is the one that AWS's own CloudFormation resource waits for. */
  malformedPathId: (id: string) => errors.malformedId('NetworkInsightsPath', id, 'nip'),
  /** Assumed: the text; the code is the one that AWS's own CloudFormation resource waits for. */
  analysisNotFound: (id: string) =>
    new AwsError('InvalidNetworkInsightsAnalysisId.NotFound', `The NetworkInsightsAnalysis ID '${id}' does not exist`),
  /** Assumed: the text; the code is the one that AWS's own CloudFormation resource waits for. */
  malformedAnalysisId: (id: string) => errors.malformedId('NetworkInsightsAnalysis', id, 'nia'),
  /** Assumed: the text; the code is the one that Terraform's provider waits for. */
  hasAnalyses: (id: string) =>
    new AwsError('AnalysisExistsForNetworkInsightsPath', `The path ${id} has analyses. Delete them first.`),
  /** Observed: output of Terraform, github.com/hashicorp/terraform-provider-aws/issues/38132 */
  noDestination: () =>
    new AwsError(
      'MissingParameter',
      'The request must include either the Destination parameter or the FilterAtSource.DestinationAddress parameter. Add the required parameter and retry the request.',
    ),
  /** Assumed: code and text; the API reference says what cannot be given together. */
  combination: (filter: string, parameter: string) =>
    errors.parameterCombination(`The parameters ${filter} and ${parameter} cannot be used together.`),
  /** Assumed: code and text. */
  resource: (id: string, name: string) =>
    errors.invalidValue(id, name, 'It is not the ID or ARN of a resource that can begin or end a path.'),
  /** Assumed: code and text. */
  protocol: (protocol: string) => errors.invalidValue(protocol, 'protocol', 'It must be tcp or udp.'),
  /** Assumed: code and text. */
  address: (address: string, name: string) => errors.invalidValue(address, name, 'This is not a valid IPv4 address.'),
  /** Assumed: the text; the range is documented with the parameter. */
  port: (port: number, name: string) => errors.invalidValue(String(port), name, 'It must be in the range 0 to 65535.'),
  /** Assumed: code and text. */
  portRange: (name: string) => errors.parameterValue(`Invalid value for ${name}. FromPort must not be above ToPort.`),
  /** Assumed: code and text. */
  filterArn: (arn: string, name: string) =>
    errors.invalidValue(arn, name, 'It is not the ARN of a resource of this account and Region.'),
  /** Assumed: code and text; https://docs.aws.amazon.com/vpc/latest/reachability/getting-started.html says that one can be given. */
  oneFilterArn: (name: string) => errors.parameterValue(`Invalid value for ${name}. It can have only one ARN.`),
  /** Assumed: code and text; https://docs.aws.amazon.com/vpc/latest/reachability/getting-started.html says that each must be unique. */
  sameFilterArn: (arn: string) =>
    errors.parameterCombination(`The ARN ${arn} cannot be in both filterInArns and filterOutArns.`),
};
