import { AwsError, errors } from '../aws-error';

/** Refusals around instance types. */
export const instanceTypeErrors = {
  /** Observed: AWS's own answer in scylladb/scylla-cluster-tests issue 12419 (November 2025). */
  notFound: (types: readonly string[]) =>
    new AwsError('InvalidInstanceType', `The following supplied instance types do not exist: [${types.join(', ')}]`),
  /** Assumed: the text, which is DescribeInstanceTopology's of its ids; the limit is documented, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html */
  tooMany: () => errors.parameterValue('instance-types cannot contain over 100 values.'),
};
