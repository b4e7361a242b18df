import { operation } from '../operation';
import { required, string } from '../shapes';
import { internetGatewayErrors } from './errors';
import { getInternetGateway } from './internet-gateway';

/**
 * DeleteInternetGateway: refused while it is attached.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteInternetGateway.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const deleteInternetGateway = operation({
  name: 'DeleteInternetGateway',
  input: { InternetGatewayId: required(string) },
  run(world, input) {
    const { attachedTo, InternetGatewayId } = getInternetGateway(world, input.InternetGatewayId);
    if (attachedTo) throw internetGatewayErrors.dependencies(InternetGatewayId);
    world.internetGateways.remove(InternetGatewayId);
    return {};
  },
});
