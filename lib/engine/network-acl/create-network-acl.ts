import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getVpc } from '../vpc/vpc';
import { describeNetworkAcl } from './describe-network-acl';
import { networkAclErrors } from './errors';

/**
 * CreateNetworkAcl: an ACL that lets nothing through until it has entries, and guards no subnet.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAcl.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const createNetworkAcl = operation({
  name: 'CreateNetworkAcl',
  input: { TagSpecifications: tagSpecifications, ClientToken: string, VpcId: required(string) },
  run(world, input) {
    const [id = ''] = once(world, 'CreateNetworkAcl', input, () => {
      const Tags = tagsFor(world, input.TagSpecifications, 'network-acl');
      const { VpcId } = getVpc(world, input.VpcId);
      if (world.networkAcls.count('VpcId', VpcId) >= world.quotas.networkAclsPerVpc) throw networkAclErrors.limit();
      const NetworkAclId = newId(world, 'networkAcl');
      const creation = nextSequence(world);
      world.networkAcls.insert({
        creation,
        NetworkAclId,
        VpcId,
        IsDefault: false,
        entries: [],
        associations: [],
        Tags,
      });
      return [NetworkAclId];
    });
    return {
      NetworkAcl: describeNetworkAcl(world, stillThere(world.networkAcls.get(id))),
      ...(input.ClientToken && { ClientToken: input.ClientToken }),
    };
  },
});
