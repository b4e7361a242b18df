import { AwsError, errors } from '../aws-error';

export const egressOnlyInternetGatewayErrors = {
  /** Assumed: the text from github.com/getmoto/moto, which has it for routes; clients of many makes match the code. */
  notFound: (id: string) => new AwsError('InvalidGatewayID.NotFound', `The eigw ID '${id}' does not exist`),
  /** Assumed: code and text, after those of other ids. */
  malformedId: (id: string) => errors.malformedId('Gateway', id, 'eigw'),
  /** Assumed: code and text, after those for internet gateways; the quotas page says that a VPC has one at a time. */
  networkHasOne: (vpcId: string) =>
    errors.parameterValue(`Network ${vpcId} already has an egress-only internet gateway attached`),
};
