import type { Operation } from '../operation';
import { createEgressOnlyInternetGateway } from './create-egress-only-internet-gateway';
import { deleteEgressOnlyInternetGateway } from './delete-egress-only-internet-gateway';
import { describeEgressOnlyInternetGateways } from './describe-egress-only-internet-gateways';

export const egressOnlyInternetGatewayOperations: readonly Operation[] = [
  createEgressOnlyInternetGateway,
  deleteEgressOnlyInternetGateway,
  describeEgressOnlyInternetGateways,
];
