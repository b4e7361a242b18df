import { AwsError, errors } from '../aws-error';

export const internetGatewayErrors = {
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  notFound: (id: string) =>
    new AwsError('InvalidInternetGatewayID.NotFound', `The internetGateway ID '${id}' does not exist`),
  /** Assumed: the text, after that for security groups. */
  malformedId: (id: string) => errors.malformedId('InternetGateway', id, 'igw'),
  /** Observed: output that users posted. */
  limit: () =>
    new AwsError('InternetGatewayLimitExceeded', 'The maximum number of internet gateways has been reached.'),
  /** Observed: a transcript of a workshop. */
  alreadyAttached: (id: string, vpcId: string) =>
    new AwsError('Resource.AlreadyAssociated', `resource ${id} is already attached to network ${vpcId}`),
  /** Observed: in real output of AWS (recorded answers, threads or logs); the place is not on record. */
  networkHasOne: (vpcId: string) => errors.parameterValue(`Network ${vpcId} already has an internet gateway attached`),
  /** Assumed: the text, from the tests of Outscale's EC2 API, which follows AWS's texts. */
  notAttached: (id: string, vpcId: string) =>
    new AwsError('Gateway.NotAttached', `resource ${id} is not attached to network ${vpcId}`),
  /** Observed: in many transcripts. */
  mappedAddresses: (vpcId: string) =>
    new AwsError(
      'DependencyViolation',
      `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    ),
  /** Observed: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo). */
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The internetGateway '${id}' has dependencies and cannot be deleted.`),
};
