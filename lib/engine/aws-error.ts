/** AWS would refuse this call, with this code and text. Made only through the `…Errors` objects beside each resource. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  constructor(
    readonly code: string,
    message: string,
    /** HTTP status of the EC2 Query protocol. */
    readonly status: number = 400,
  ) {
    super(message);
  }
}

/** AWS has this and the simulator does not. Never an AWS code for our own gap. */
export class NotModelled extends Error {
  override readonly name = 'NotModelled';
  readonly code = 'NotModelled';
  readonly status = 400;
  constructor(readonly what: string) {
    super(`This simulator does not model ${what}.`);
  }
}

/**
 * Refusals that any operation may give.
 * Source of the codes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const errors = {
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  dryRun: () => new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  invalidAction: (action: string) =>
    new AwsError('InvalidAction', `The action ${action} is not valid for this web service.`),
  /** Observed: of CreateTags, for `resourceIdSet`, in answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). Assumed: the spelling of other names, that of the wire with its first letter small. */
  missingParameter: (name: string) =>
    new AwsError('MissingParameter', `The request must contain the parameter ${name}`),
  /** Assumed: the text; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  unknownParameter: (name: string) => new AwsError('UnknownParameter', `The parameter ${name} is not recognized`),
  /** Assumed: the sentence for a value of the wrong type; the code is documented. */
  wrongType: (name: string, value: string, expected: string) =>
    new AwsError('InvalidParameterValue', `Invalid value '${value}' for ${name}. Expected ${expected}.`),
  /** Assumed: the text. Of parameters that take one of some values. */
  unknownValue: (value: string, name: string) =>
    new AwsError('InvalidParameterValue', `Invalid value '${value}' for ${name}.`),
  /** Observed: of RunInstances, for an Availability Zone, in issue 11 of kaws. The reason is each operation's own; where it has a row of its own, that row says how it is known. */
  invalidValue: (value: string, name: string, reason: string) =>
    new AwsError('InvalidParameterValue', `Value (${value}) for parameter ${name} is invalid. ${reason}`),
  /** Documented: the code; the text is the operation’s own. */
  parameterCombination: (message: string) => new AwsError('InvalidParameterCombination', message),
  /** Documented: the code; the text is the operation’s own. */
  parameterValue: (message: string) => new AwsError('InvalidParameterValue', message),
  /** Observed: AWS's answer in github.com/aws/aws-cli/issues/7225. */
  invalidFilter: (name: string) => new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`),
  /** Observed: AWS's answers in github.com/gjbae1212/gossm/issues/47 and github.com/convox/rack/issues/2205. */
  filterLimit: (most: number) =>
    new AwsError('FilterLimitExceeded', `The maximum number of filter values specified on a single call is ${most}`),
  /** Observed: an answer to DescribeInstances, for a value that is too small; the place is not on record. The limits are those of AWS's API model. Assumed: the words for one that is too big. */
  maxResults: (value: number, least: number, most: number) =>
    new AwsError(
      'InvalidParameterValue',
      `Value ( ${value} ) for parameter maxResults is invalid. Expecting a value ${
        value < least ? `greater than ${least}` : `less than ${most}`
      }.`,
    ),
  /** Observed: for `instancesSet`, in real output of AWS (recorded answers, threads or logs); the place is not on record. Assumed: most names of other lists. */
  idsWithMaxResults: (idsParameter: string) =>
    new AwsError(
      'InvalidParameterCombination',
      `The parameter ${idsParameter} cannot be used with the parameter maxResults`,
    ),
  /** Assumed: the text; the code is documented. */
  nextToken: () => new AwsError('InvalidNextToken', 'The token is not valid.'),
  /** Assumed: the text, from stackd, an emulator in Go whose comments speak of captured answers; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  idempotentMismatch: () =>
    new AwsError(
      'IdempotentParameterMismatch',
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
    ),
  /** Assumed: code and text; https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html has the limit. */
  clientToken: (token: string): AwsError =>
    errors.invalidValue(token, 'clientToken', 'A client token has up to 64 ASCII characters.'),
  /** Assumed: the text, in which two emulators agree (stackd, Eucalyptus); the code is documented for many kinds of ids, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  malformedId: (kind: string, id: string, prefix: string) =>
    new AwsError(`Invalid${kind}Id.Malformed`, `Invalid id: "${id}" (expecting "${prefix}-...")`),
};
