import type { Operation } from '../operation';
import { createCustomerGateway } from './create-customer-gateway';
import { deleteCustomerGateway } from './delete-customer-gateway';
import { describeCustomerGateways } from './describe-customer-gateways';

export const customerGatewayOperations: readonly Operation[] = [
  createCustomerGateway,
  deleteCustomerGateway,
  describeCustomerGateways,
];
