import type { World } from '../world';
import { associationsOf } from './associations';
import { entriesOf } from './entry';
import type { NetworkAcl } from './network-acl';

/**
 * The network ACL as AWS shows it.
 * Source: the CLI's examples for describe-network-acls and create-network-acl, and recorded answers.
 */
export const describeNetworkAcl = (world: World, acl: NetworkAcl): object => ({
  Associations: associationsOf(world, acl).map(({ NetworkAclAssociationId, SubnetId }) => ({
    NetworkAclAssociationId,
    NetworkAclId: acl.NetworkAclId,
    SubnetId,
  })),
  Entries: entriesOf(world, acl),
  IsDefault: acl.IsDefault,
  NetworkAclId: acl.NetworkAclId,
  Tags: acl.Tags,
  VpcId: acl.VpcId,
  OwnerId: world.account,
});
