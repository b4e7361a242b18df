import type { Operation } from '../operation';
import { attachInternetGateway } from './attach-internet-gateway';
import { createInternetGateway } from './create-internet-gateway';
import { deleteInternetGateway } from './delete-internet-gateway';
import { describeInternetGateways } from './describe-internet-gateways';
import { detachInternetGateway } from './detach-internet-gateway';

export const internetGatewayOperations: readonly Operation[] = [
  attachInternetGateway,
  createInternetGateway,
  deleteInternetGateway,
  describeInternetGateways,
  detachInternetGateway,
];
