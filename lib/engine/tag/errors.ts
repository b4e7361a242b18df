import { AwsError, errors } from '../aws-error';

/** Codes without another source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export const tagErrors = {
  /** Assumed: the text from github.com/getmoto/moto. */
  resourceType: (type: string) =>
    errors.parameterValue(`'${type}' is not a valid taggable resource type for this operation.`),
  /** Assumed: the text from github.com/getmoto/moto. */
  noResourceType: () => errors.parameterValue('Tag specification resource type must have a value'),
  /** Assumed: the text from github.com/getmoto/moto. */
  emptySpecification: () => errors.parameterValue('Tag specification must have at least one tag'),
  /** Observed: of RunInstances, github.com/scylladb/scylla-cluster-tests/issues/1532, and of CreateSnapshot. Assumed: of all others. */
  duplicateKey: (key: string) => errors.parameterValue(`Duplicate tag key '${short(key)}' specified.`),
  /** Observed: output in chef-provisioning-aws. */
  noValue: () => errors.parameterValue('Tag value cannot be null. Use empty string instead.'),
  /** Observed: github.com/kubernetes-sigs/cluster-api-provider-aws/pull/5461 */
  reservedKey: (key: string) => invalidKey(key, "Tag keys starting with 'aws:' are reserved for internal use"),
  /** Assumed: the text, which names the documented limit. */
  keyLength: (key: string) => invalidKey(key, 'Tag key exceeds the maximum length of 128 characters'),
  /** Assumed: the text, which names the documented limit. */
  valueLength: (value: string) =>
    errors.parameterValue(
      `Value ( ${short(value)} ) for parameter value is invalid. Tag value exceeds the maximum length of 256 characters`,
    ),
  /** Assumed: the text. */
  limit: () => new AwsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.'),
  /** Observed: github.com/pulumi/pulumi-aws/issues/502 */
  invalidId: (id: string) => new AwsError('InvalidID', `The ID '${id}' is not valid`),
};

const invalidKey = (key: string, reason: string) =>
  errors.parameterValue(`Value ( ${short(key)} ) for parameter key is invalid. ${reason}`);

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
