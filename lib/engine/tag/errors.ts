import { AwsError, errors } from '../aws-error';

/**
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (codes); eni-ground-truth section 2;
 * github.com/kubernetes-sigs/cluster-api-provider-aws/pull/5461 (reserved keys), chef-provisioning-aws (a missing value),
 * github.com/pulumi/pulumi-aws/issues/502 (ids), github.com/getmoto/moto (specifications).
 */
export const tagErrors = {
  resourceType: (type: string) =>
    errors.parameterValue(`'${type}' is not a valid taggable resource type for this operation.`),
  noResourceType: () => errors.parameterValue('Tag specification resource type must have a value'),
  emptySpecification: () => errors.parameterValue('Tag specification must have at least one tag'),
  noValue: () => errors.parameterValue('Tag value cannot be null. Use empty string instead.'),
  reservedKey: (key: string) => invalidKey(key, "Tag keys starting with 'aws:' are reserved for internal use"),
  /** Assumed: the texts on length, which name the documented limits. */
  keyLength: (key: string) => invalidKey(key, 'Tag key exceeds the maximum length of 128 characters'),
  valueLength: (value: string) =>
    errors.parameterValue(
      `Value ( ${short(value)} ) for parameter value is invalid. Tag value exceeds the maximum length of 256 characters`,
    ),
  /** Assumed: the text. */
  limit: () => new AwsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.'),
  invalidId: (id: string) => new AwsError('InvalidID', `The ID '${id}' is not valid`),
};

const invalidKey = (key: string, reason: string) =>
  errors.parameterValue(`Value ( ${short(key)} ) for parameter key is invalid. ${reason}`);

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
