import { operation } from '../operation';
import { required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import { internetGatewayErrors } from './errors';
import { getInternetGateway, hasInternetGateway } from './internet-gateway';

/**
 * AttachInternetGateway: a gateway serves one VPC, and a VPC has one gateway.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const attachInternetGateway = operation({
  name: 'AttachInternetGateway',
  input: { InternetGatewayId: required(string), VpcId: required(string) },
  run(world, input) {
    const gateway = getInternetGateway(world, input.InternetGatewayId);
    const { VpcId } = getVpc(world, input.VpcId);
    if (gateway.attachedTo) {
      throw internetGatewayErrors.alreadyAttached(gateway.InternetGatewayId, gateway.attachedTo);
    }
    if (hasInternetGateway(world, VpcId)) throw internetGatewayErrors.networkHasOne(VpcId);
    world.internetGateways.replace({ ...gateway, attachedTo: VpcId });
    return {};
  },
});
