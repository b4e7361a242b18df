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
  /** Observed: eni-ground-truth section 2. */
  dryRun: () => new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412),
  /** Observed: eni-ground-truth section 2. */
  invalidAction: (action: string) =>
    new AwsError('InvalidAction', `The action ${action} is not valid for this web service.`),
  /** Observed: eni-ground-truth section 2. `name` in the wire’s spelling, first letter small. */
  missingParameter: (name: string) =>
    new AwsError('MissingParameter', `The request must contain the parameter ${name}`),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  unknownParameter: (name: string) => new AwsError('UnknownParameter', `The parameter ${name} is not recognized`),
  /** Assumed: the sentence for a value of the wrong type; the code is documented. */
  wrongType: (name: string, value: string, expected: string) =>
    new AwsError('InvalidParameterValue', `Invalid value '${value}' for ${name}. Expected ${expected}.`),
  /** Observed: eni-ground-truth section 6, with the reason of the operation’s own. */
  invalidValue: (value: string, name: string, reason: string) =>
    new AwsError('InvalidParameterValue', `Value (${value}) for parameter ${name} is invalid. ${reason}`),
  /** Documented: the code; the text is the operation’s own. */
  parameterCombination: (message: string) => new AwsError('InvalidParameterCombination', message),
  /** Documented: the code; the text is the operation’s own. */
  parameterValue: (message: string) => new AwsError('InvalidParameterValue', message),
  /** Assumed: the text, which independent emulators agree on; eni-ground-truth section 2. */
  invalidFilter: (name: string) => new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`),
  /** Observed: eni-ground-truth section 2. */
  maxResults: (value: number, least: number, most: number) =>
    new AwsError(
      'InvalidParameterValue',
      `Value ( ${value} ) for parameter maxResults is invalid. Expecting a value ${
        value < least ? `greater than ${least}` : `less than ${most}`
      }.`,
    ),
  /** Observed: eni-ground-truth section 2. */
  idsWithMaxResults: (idsParameter: string) =>
    new AwsError(
      'InvalidParameterCombination',
      `The parameter ${idsParameter} cannot be used with the parameter maxResults`,
    ),
  /** Assumed: the text; the code is documented. */
  nextToken: () => new AwsError('InvalidNextToken', 'The token is not valid.'),
  /** Documented: the code; the text after an emulator that follows AWS, eni-ground-truth section 2. */
  idempotentMismatch: () =>
    new AwsError(
      'IdempotentParameterMismatch',
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
    ),
  /** Assumed: code and text; https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html has the limit. */
  clientToken: (token: string): AwsError =>
    errors.invalidValue(token, 'clientToken', 'A client token has up to 64 ASCII characters.'),
  /** Documented: eni-ground-truth section 2. `kind` as in `InvalidSubnetId.Malformed`. */
  malformedId: (kind: string, id: string, prefix: string) =>
    new AwsError(`Invalid${kind}Id.Malformed`, `Invalid id: "${id}" (expecting "${prefix}-...")`),
};
