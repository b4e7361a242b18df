import type { Operation } from '../operation';
import { assignPrivateNatGatewayAddress } from './assign-private-nat-gateway-address';
import { associateNatGatewayAddress } from './associate-nat-gateway-address';
import { createNatGateway } from './create-nat-gateway';
import { deleteNatGateway } from './delete-nat-gateway';
import { describeNatGateways } from './describe-nat-gateways';
import { disassociateNatGatewayAddress } from './disassociate-nat-gateway-address';
import { unassignPrivateNatGatewayAddress } from './unassign-private-nat-gateway-address';

export const natGatewayOperations: readonly Operation[] = [
  assignPrivateNatGatewayAddress,
  associateNatGatewayAddress,
  createNatGateway,
  deleteNatGateway,
  describeNatGateways,
  disassociateNatGatewayAddress,
  unassignPrivateNatGatewayAddress,
];
