import { operation } from '../operation';
import { required, string } from '../shapes';
import { startTimer } from '../timer';
import { getUsableCustomerGateway } from './customer-gateway';
import { customerGatewayErrors } from './errors';

/**
 * DeleteCustomerGateway: refused while a VPN connection uses it; afterwards it is listed as `deleted` for a while.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteCustomerGateway.html
 */
export const deleteCustomerGateway = operation({
  name: 'DeleteCustomerGateway',
  input: { CustomerGatewayId: required(string) },
  run(world, input) {
    const row = getUsableCustomerGateway(world, input.CustomerGatewayId);
    if (world.vpnConnections.count('CustomerGatewayId', row.CustomerGatewayId) > 0) throw customerGatewayErrors.inUse();
    world.customerGateways.replace({ ...row, deleted: true });
    startTimer(world, 'vpn-forgotten', row.CustomerGatewayId);
    return {};
  },
});
