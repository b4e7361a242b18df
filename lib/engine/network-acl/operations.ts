import type { Operation } from '../operation';
import { createNetworkAcl } from './create-network-acl';
import { createNetworkAclEntry } from './create-network-acl-entry';
import { deleteNetworkAcl } from './delete-network-acl';
import { deleteNetworkAclEntry } from './delete-network-acl-entry';
import { describeNetworkAcls } from './describe-network-acls';
import { replaceNetworkAclAssociation } from './replace-network-acl-association';
import { replaceNetworkAclEntry } from './replace-network-acl-entry';

export const networkAclOperations: readonly Operation[] = [
  createNetworkAcl,
  createNetworkAclEntry,
  deleteNetworkAcl,
  deleteNetworkAclEntry,
  describeNetworkAcls,
  replaceNetworkAclAssociation,
  replaceNetworkAclEntry,
];
