import { operation } from '../operation';
import { required, string } from '../shapes';
import { getEgressOnlyInternetGateway } from './egress-only-internet-gateway';

/**
 * DeleteEgressOnlyInternetGateway: routes to it stay, as `blackhole`.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteEgressOnlyInternetGateway.html;
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export const deleteEgressOnlyInternetGateway = operation({
  name: 'DeleteEgressOnlyInternetGateway',
  input: { EgressOnlyInternetGatewayId: required(string) },
  run(world, input) {
    const gateway = getEgressOnlyInternetGateway(world, input.EgressOnlyInternetGatewayId);
    world.egressOnlyInternetGateways.remove(gateway.EgressOnlyInternetGatewayId);
    return { ReturnCode: true };
  },
});
