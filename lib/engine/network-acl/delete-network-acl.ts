import { operation } from '../operation';
import { required, string } from '../shapes';
import { networkAclErrors } from './errors';
import { getNetworkAcl } from './network-acl';

/**
 * DeleteNetworkAcl: refused for the default ACL and for one that guards a subnet.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkAcl.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const deleteNetworkAcl = operation({
  name: 'DeleteNetworkAcl',
  input: { NetworkAclId: required(string) },
  run(world, input) {
    const { NetworkAclId, IsDefault, associations } = getNetworkAcl(world, input.NetworkAclId);
    if (IsDefault) throw networkAclErrors.deleteDefault(NetworkAclId);
    if (associations.length > 0) throw networkAclErrors.dependencies(NetworkAclId);
    world.networkAcls.remove(NetworkAclId);
    return {};
  },
});
