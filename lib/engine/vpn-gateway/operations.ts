import type { Operation } from '../operation';
import { attachVpnGateway } from './attach-vpn-gateway';
import { createVpnGateway } from './create-vpn-gateway';
import { deleteVpnGateway } from './delete-vpn-gateway';
import { describeVpnGateways } from './describe-vpn-gateways';
import { detachVpnGateway } from './detach-vpn-gateway';

export const vpnGatewayOperations: readonly Operation[] = [
  attachVpnGateway,
  createVpnGateway,
  deleteVpnGateway,
  describeVpnGateways,
  detachVpnGateway,
];
