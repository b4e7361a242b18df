import type { Operation } from '../operation';
import { createTransitGateway } from './create-transit-gateway';
import { deleteTransitGateway } from './delete-transit-gateway';
import { describeTransitGateways } from './describe-transit-gateways';
import { modifyTransitGateway } from './modify-transit-gateway';

export const transitGatewayOperations: readonly Operation[] = [
  createTransitGateway,
  deleteTransitGateway,
  describeTransitGateways,
  modifyTransitGateway,
];
