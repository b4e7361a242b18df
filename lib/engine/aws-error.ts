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
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html; eni-ground-truth section 2.
 */
export const errors = {
  dryRun: () => new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412),
  invalidAction: (action: string) =>
    new AwsError('InvalidAction', `The action ${action} is not valid for this web service.`),
  /** `name` in the wire's spelling, first letter small. */
  missingParameter: (name: string) =>
    new AwsError('MissingParameter', `The request must contain the parameter ${name}`),
  unknownParameter: (name: string) => new AwsError('UnknownParameter', `The parameter ${name} is not recognized`),
  /** Assumed: the sentence for a value of the wrong type; the code is documented. */
  wrongType: (name: string, value: string, expected: string) =>
    new AwsError('InvalidParameterValue', `Invalid value '${value}' for ${name}. Expected ${expected}.`),
  invalidValue: (value: string, name: string, reason: string) =>
    new AwsError('InvalidParameterValue', `Value (${value}) for parameter ${name} is invalid. ${reason}`),
  parameterCombination: (message: string) => new AwsError('InvalidParameterCombination', message),
  parameterValue: (message: string) => new AwsError('InvalidParameterValue', message),
  invalidFilter: (name: string) => new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`),
  maxResults: (value: number, least: number, most: number) =>
    new AwsError(
      'InvalidParameterValue',
      `Value ( ${value} ) for parameter maxResults is invalid. Expecting a value ${
        value < least ? `greater than ${least}` : `less than ${most}`
      }.`,
    ),
  idsWithMaxResults: (idsParameter: string) =>
    new AwsError(
      'InvalidParameterCombination',
      `The parameter ${idsParameter} cannot be used with the parameter maxResults`,
    ),
  nextToken: () => new AwsError('InvalidNextToken', 'The token is not valid.'), // Assumed: the text.
  idempotentMismatch: () =>
    new AwsError(
      'IdempotentParameterMismatch',
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
    ),
  /** `Kind` as in `InvalidSubnetId.Malformed`. */
  malformedId: (kind: string, id: string, prefix: string) =>
    new AwsError(`Invalid${kind}Id.Malformed`, `Invalid id: "${id}" (expecting "${prefix}-...")`),
};
