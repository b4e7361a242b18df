import { forgetSubnetAcl } from '../network-acl/associations';
import { operation } from '../operation';
import { forgetSubnetRoutes } from '../route-table/associations';
import { required, string } from '../shapes';
import { subnetErrors } from './errors';
import { getSubnet } from './subnet';

/**
 * DeleteSubnet: refused while any interface lies in it, attached or not. Its associations with a route table and a network ACL
 * go with it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSubnet.html;
 * test/transcripts/ground-truth.yaml, part 7.
 */
export const deleteSubnet = operation({
  name: 'DeleteSubnet',
  input: { SubnetId: required(string) },
  run(world, input) {
    const subnet = getSubnet(world, input.SubnetId);
    const { SubnetId } = subnet;
    if (world.networkInterfaces.count('SubnetId', SubnetId) > 0) throw subnetErrors.dependencies(SubnetId);
    forgetSubnetRoutes(world, subnet);
    forgetSubnetAcl(world, SubnetId);
    world.subnets.remove(SubnetId);
    return {};
  },
});
