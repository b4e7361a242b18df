import { operation } from '../operation';
import { required, string } from '../shapes';
import { subnetErrors } from './errors';
import { getSubnet } from './subnet';

/**
 * DeleteSubnet: refused while any interface lies in it, attached or not.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSubnet.html; eni-ground-truth section 7.
 */
export const deleteSubnet = operation({
  name: 'DeleteSubnet',
  input: { SubnetId: required(string) },
  run(world, input) {
    const subnet = getSubnet(world, input.SubnetId);
    if (world.networkInterfaces.count('SubnetId', subnet.SubnetId) > 0)
      throw subnetErrors.dependencies(subnet.SubnetId);
    world.subnets.remove(subnet.SubnetId);
    return {};
  },
});
