import { newId } from '../ids';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { getAssociation, setAssociation } from './associations';
import { networkAclErrors } from './errors';
import { getNetworkAcl } from './network-acl';

/**
 * ReplaceNetworkAclAssociation: another ACL guards the subnet, under a new association id. With the ACL it has already, nothing
 * changes, since AWS calls the operation idempotent.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceNetworkAclAssociation.html
 */
export const replaceNetworkAclAssociation = operation({
  name: 'ReplaceNetworkAclAssociation',
  input: { AssociationId: required(string), NetworkAclId: required(string) },
  run(world, input) {
    const { acl: from, association } = getAssociation(world, input.AssociationId);
    const to = getNetworkAcl(world, input.NetworkAclId);
    if (from.NetworkAclId === to.NetworkAclId) return { NewAssociationId: input.AssociationId };
    const { SubnetId } = association;
    if (from.VpcId !== to.VpcId) throw networkAclErrors.subnetElsewhere(to.NetworkAclId, SubnetId);
    const NewAssociationId = newId(world, 'networkAclAssociation');
    setAssociation(world, to, { NetworkAclAssociationId: NewAssociationId, SubnetId });
    return { NewAssociationId };
  },
});
