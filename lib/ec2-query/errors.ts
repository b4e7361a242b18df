import { AwsError } from '@/lib/engine/aws-error';

/** What a client sent, short enough to be said back. */
const shown = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** Refusals of a request that is no call: its form, its signature. None of them becomes a step. */
export const queryErrors = {
  /** Assumed: the sentence; the code is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html. */
  missingAction: () => new AwsError('MissingAction', 'The request must contain the parameter Action'),
  /** Assumed: EC2 may take an old version for a missing one; no client leaves it out. */
  missingVersion: () => new AwsError('MissingParameter', 'The request must contain the parameter Version'),
  /** Assumed: the version in brackets; the rest of the sentence is known from reports of users. */
  noSuchVersion: (version: string) =>
    new AwsError('NoSuchVersion', `The requested version (${shown(version)}) of service AmazonEC2 does not exist`),
  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, UnknownParameter. */
  unknownParameter: (name: string) =>
    new AwsError('UnknownParameter', `The parameter ${shown(name)} is not recognized`),
  /** Assumed: code and sentence; AWS documents the code for query strings that do not adhere to its standards. */
  repeatedParameter: (name: string) =>
    new AwsError('InvalidQueryParameter', `The parameter ${shown(name)} is given more than once.`),
  /** Assumed: code, sentence and number; AWS names no limit. */
  tooManyParameters: (most: number) =>
    new AwsError('InvalidQueryParameter', `The request has more than ${most} parameters.`),
  /** Assumed: the sentence; the code is documented for a syntax error. */
  malformed: () => new AwsError('MalformedQueryString', 'The query string contains a syntax error.'),
  /** Assumed: code and sentence; AWS answers what XML cannot hold in ways that differ between operations. */
  unprintable: (name: string) =>
    new AwsError('InvalidParameterValue', `The value of the parameter ${shown(name)} contains invalid characters.`),
  /** Assumed: the sentence and the limit; AWS gives 413 to a body that is too long. */
  tooLarge: (bytes: number) =>
    new AwsError('RequestEntityTooLarge', `A request may be ${bytes / 1024} kB long here.`, 413),

  /** Assumed: that EC2 says so too; code and status are documented for it, the sentence is seen from other services. */
  missingToken: () => new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  /** Assumed: that EC2's sentences are those of other services; code and status are documented. */
  incompleteSignature: (message: string) => new AwsError('IncompleteSignature', message),
  /** Assumed: that EC2's sentences on the scope are those of other services. */
  wrongScope: (message: string) => new AwsError('SignatureDoesNotMatch', message, 403),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/1102, with its status. */
  authFailure: () => new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
  /** Observed: https://github.com/aws/aws-cli/issues/135, in an answer of EC2; it gives AuthFailure to some of these. */
  signatureDoesNotMatch: () =>
    new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. ' +
        'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      403,
    ),
  /** Observed: https://github.com/aws/aws-sdk-java/issues/1443, with its status. */
  requestExpired: () => new AwsError('RequestExpired', 'Request has expired.'),

  /** Documented: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, server errors. */
  requestLimitExceeded: () => new AwsError('RequestLimitExceeded', 'Request limit exceeded.', 503),
  /** Documented: the same page; clients try such a call again. */
  unavailable: () => new AwsError('Unavailable', 'The service is unavailable. Please try again shortly.', 503),
  /** Documented: the same page. */
  internalError: () => new AwsError('InternalError', 'An internal error has occurred', 500),
} as const;
