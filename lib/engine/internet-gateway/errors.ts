import { AwsError, errors } from '../aws-error';

/** Source: eni-ground-truth sections 2 and 8, where no other is named. */
export const internetGatewayErrors = {
  notFound: (id: string) =>
    new AwsError('InvalidInternetGatewayID.NotFound', `The internetGateway ID '${id}' does not exist`),
  malformedId: (id: string) => errors.malformedId('InternetGateway', id, 'igw'), // Assumed: the text.
  /** Source of the text: output that users posted. */
  limit: () =>
    new AwsError('InternetGatewayLimitExceeded', 'The maximum number of internet gateways has been reached.'),
  alreadyAttached: (id: string, vpcId: string) =>
    new AwsError('Resource.AlreadyAssociated', `resource ${id} is already attached to network ${vpcId}`),
  networkHasOne: (vpcId: string) => errors.parameterValue(`Network ${vpcId} already has an internet gateway attached`),
  notAttached: (id: string, vpcId: string) =>
    new AwsError('Gateway.NotAttached', `resource ${id} is not attached to network ${vpcId}`),
  mappedAddresses: (vpcId: string) =>
    new AwsError(
      'DependencyViolation',
      `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    ),
  dependencies: (id: string) =>
    new AwsError('DependencyViolation', `The internetGateway '${id}' has dependencies and cannot be deleted.`),
};
