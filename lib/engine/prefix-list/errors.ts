import { AwsError, errors } from '../aws-error';

export const prefixListErrors = {
  /** Observed: https://github.com/aws/aws-application-networking-k8s/issues/172 */
  notFound: (id: string) => new AwsError('InvalidPrefixListID.NotFound', `The prefix list (${id}) does not exist.`),
  /** Assumed: the text, after that for other ids; the code is in the list of EC2's error codes. */
  malformedId: (id: string) =>
    new AwsError('InvalidPrefixListId.Malformed', `Invalid id: "${id}" (expecting "pl-...")`),
  /** Assumed: code and text; that AWS's own lists cannot be changed is documented. */
  ofAws: (id: string) =>
    new AwsError('UnsupportedOperation', `The prefix list (${id}) is managed by AWS and cannot be modified.`),
  /** Observed: in the source of an infrastructure project that quotes it for `modify-in-progress`; without what ends the sentence. */
  state: (id: string, state: string) =>
    new AwsError(
      'IncorrectState',
      `The request cannot be completed while the prefix list (${id}) is in the current state (${state})`,
    ),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/43528 */
  versionMismatch: () => new AwsError('PrefixListVersionMismatch', 'The prefix list has the incorrect version number.'),
  /** Observed: https://github.com/pulumi/pulumi-aws/issues/1784 */
  versionTooSmall: () =>
    errors.parameterValue('The specified value for version is not valid. The value must be greater than (1).'),
  /** Assumed: code and text for a version that is not kept. */
  noVersion: (version: number) =>
    errors.parameterValue(`The specified version (${version}) of the prefix list does not exist.`),
  /** Observed: https://github.com/floci-io/floci/issues/2273 */
  reservedName: () =>
    errors.parameterValue('The prefix list name cannot begin with (com.amazonaws., com.amazon., com.aws.).'),
  /** Assumed: the text; that a name has up to 255 characters is documented. */
  nameLength: () => errors.parameterValue('The prefix list name cannot exceed 255 characters.'),
  /** Assumed: the text; that a description has up to 255 characters is documented. */
  descriptionLength: () => errors.parameterValue('The entry description cannot exceed 255 characters.'),
  /** Observed: https://github.com/aws-samples/update-aws-ip-ranges/issues/1 */
  maxEntries: (most: number) => errors.parameterValue(`Must specify a max size between 1 and ${most}`),
  /** Assumed: the text; the two values are documented. */
  addressFamily: (family: string) =>
    errors.parameterValue(`Invalid value '${family}' for addressFamily. Valid values are IPv4 and IPv6.`),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/35371 */
  entriesPerRequest: () => errors.parameterValue('The number of entries per request cannot exceeds limit (100).'),
  /** Assumed: how the sentence begins; scripts that users posted match on the rest. */
  changesPerRequest: () =>
    errors.parameterValue('The request cannot contain more than 100 entry additions or removals.'),
  /** Assumed: the text, after that for other blocks. */
  cidr: (cidr: string) => errors.invalidValue(cidr, 'Cidr', 'This is not a valid CIDR block.'),
  /** Assumed: the text; that a list holds one family is documented. */
  otherFamily: (cidr: string, family: string) =>
    errors.parameterValue(`The CIDR (${cidr}) does not match the address family (${family}) of the prefix list.`),
  /** Assumed: the text; users' code meets the code. */
  tooManyEntries: (most: number) =>
    new AwsError(
      'PrefixListMaxEntriesExceeded',
      `The number of entries exceeds the maximum number of entries (${most}) of the prefix list.`,
    ),
  /** Assumed: the text; users' code meets the code where a change adds what is there. */
  entryExists: (cidr: string) =>
    new AwsError('InvalidPrefixListModification', `The entry (${cidr}) already exists in the prefix list.`),
  /** Assumed: all of the text but its end, on which Terraform's provider matches; it meets the code. */
  noEntry: (cidr: string) =>
    new AwsError('InvalidPrefixListModification', `The entry (${cidr}) to be removed does not exist.`),
  /** Assumed: code and text for a block that a request names more than once. */
  entryTwice: (cidr: string) =>
    errors.parameterValue(`The CIDR (${cidr}) must not appear multiple times in the request.`),
  /** Observed: https://github.com/hashicorp/terraform-provider-aws/issues/26034 */
  entriesAndSize: () =>
    errors.parameterCombination(
      'You cannot modify the entries and the maximum entries for the prefix list in the same request.',
    ),
  /** Assumed: code and text for a change that changes nothing. */
  nothing: () => errors.parameterCombination('The request must contain a change to the prefix list.'),
  /** Assumed: the text, and that it is this general code; the quota is documented. */
  limit: () => new AwsError('ResourceLimitExceeded', 'The maximum number of prefix lists has been reached.'),
};
