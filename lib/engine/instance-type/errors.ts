import { AwsError } from '../aws-error';

/** Refusals around instance types. */
export const instanceTypeErrors = {
  /** Observed: AWS's own answer in scylladb/scylla-cluster-tests issue 12419 (November 2025). */
  notFound: (types: readonly string[]) =>
    new AwsError('InvalidInstanceType', `The following supplied instance types do not exist: [${types.join(', ')}]`),
};
