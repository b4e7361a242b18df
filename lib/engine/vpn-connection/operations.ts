import type { Operation } from '../operation';
import { createVpnConnection } from './create-vpn-connection';
import { createVpnConnectionRoute } from './create-vpn-connection-route';
import { deleteVpnConnection } from './delete-vpn-connection';
import { deleteVpnConnectionRoute } from './delete-vpn-connection-route';
import { describeVpnConnections } from './describe-vpn-connections';

export const vpnConnectionOperations: readonly Operation[] = [
  createVpnConnection,
  createVpnConnectionRoute,
  deleteVpnConnection,
  deleteVpnConnectionRoute,
  describeVpnConnections,
];
