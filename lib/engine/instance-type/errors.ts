import { AwsError } from '../aws-error';

/** Source: AWS's own answer in scylladb/scylla-cluster-tests issue 12419 (November 2025). */
export const instanceTypeErrors = {
  notFound: (types: readonly string[]) =>
    new AwsError('InvalidInstanceType', `The following supplied instance types do not exist: [${types.join(', ')}]`),
};
