import { operation } from '../operation';
import { removeSecurityGroup } from '../security-group/make-security-group';
import { defaultGroupOf } from '../security-group/security-group';
import { required, string } from '../shapes';
import { vpcErrors } from './errors';
import { getVpc } from './vpc';

/**
 * DeleteVpc: refused while a subnet, an attached internet gateway or a group besides the default one is left. The
 * default group goes with it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html; eni-ground-truth section 7.
 */
export const deleteVpc = operation({
  name: 'DeleteVpc',
  input: { VpcId: required(string) },
  run(world, input) {
    const { VpcId } = getVpc(world, input.VpcId);
    const left =
      world.subnets.count('VpcId', VpcId) +
      world.internetGateways.count('attachedTo', VpcId) +
      (world.securityGroups.count('VpcId', VpcId) - 1);
    if (left > 0) throw vpcErrors.dependencies(VpcId);
    removeSecurityGroup(world, defaultGroupOf(world, VpcId));
    world.vpcs.remove(VpcId);
    return {};
  },
});
