import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getVpc } from '../vpc/vpc';
import { describeEgressOnlyInternetGateway } from './egress-only-internet-gateway';
import { egressOnlyInternetGatewayErrors } from './errors';

/**
 * CreateEgressOnlyInternetGateway: a gateway for IPv6 out of a VPC, one for each.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateEgressOnlyInternetGateway.html;
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-gateways
 */
export const createEgressOnlyInternetGateway = operation({
  name: 'CreateEgressOnlyInternetGateway',
  input: { ClientToken: string, VpcId: required(string), TagSpecifications: tagSpecifications },
  run(world, input) {
    const [id = ''] = once(world, 'CreateEgressOnlyInternetGateway', input, () => {
      const Tags = tagsFor(world, input.TagSpecifications, 'egress-only-internet-gateway');
      const { VpcId } = getVpc(world, input.VpcId);
      if (world.egressOnlyInternetGateways.count('VpcId', VpcId) > 0) {
        throw egressOnlyInternetGatewayErrors.networkHasOne(VpcId);
      }
      const creation = nextSequence(world);
      const EgressOnlyInternetGatewayId = newId(world, 'egressOnlyInternetGateway');
      world.egressOnlyInternetGateways.insert({ creation, EgressOnlyInternetGatewayId, VpcId, Tags });
      return [EgressOnlyInternetGatewayId];
    });
    return {
      ...(input.ClientToken && { ClientToken: input.ClientToken }),
      EgressOnlyInternetGateway: describeEgressOnlyInternetGateway(
        stillThere(world.egressOnlyInternetGateways.get(id)),
      ),
    };
  },
});
