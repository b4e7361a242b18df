import { AwsError, errors } from '../aws-error';

export const internetGatewayErrors = {
  /** Observed: eni-ground-truth section 2. */
  notFound: (id: string) =>
    new AwsError('InvalidInternetGatewayID.NotFound', `The internetGateway ID '${id}' does not exist`),
  /** Assumed: the text, after that for security groups. */
  malformedId: (id: string) => errors.malformedId('InternetGateway', id, 'igw'),
  /** Observed: output that users posted. */
  limit: () =>
    new AwsError('InternetGatewayLimitExceeded', 'The maximum number of internet gateways has been reached.'),
  /** Observed: eni-ground-truth section 8. */
  alreadyAttached: (id: string, vpcId: string) =>
    new AwsError('Resource.AlreadyAssociated', `resource ${id} is already attached to network ${vpcId}`),
  /** Observed: eni-ground-truth section 8. */
  networkHasOne: (vpcId: string) => errors.parameterValue(`Network ${vpcId} already has an internet gateway attached`),
  /** Assumed: eni-ground-truth section 8, from an emulator. */
  notAttached: (id: string, vpcId: string) =>
    new AwsError('Gateway.NotAttached', `resource ${id} is not attached to network ${vpcId}`),
  /** Observed: eni-ground-truth section 8. */
  mappedAddresses: (vpcId: string) =>
    new AwsError(
      'DependencyViolation',
      `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    ),
  /** Observed: eni-ground-truth section 8. */
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The internetGateway '${id}' has dependencies and cannot be deleted.`),
};
