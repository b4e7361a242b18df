import { operation } from '../operation';
import { entryMembers, entryOf, hasNumber, requireRoom } from './entry';
import { networkAclErrors } from './errors';
import { getNetworkAcl } from './network-acl';

/**
 * ReplaceNetworkAclEntry: another rule under a number that is there, in the same direction.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceNetworkAclEntry.html
 */
export const replaceNetworkAclEntry = operation({
  name: 'ReplaceNetworkAclEntry',
  input: entryMembers,
  run(world, input) {
    const entry = entryOf(input);
    const acl = getNetworkAcl(world, input.NetworkAclId);
    const isReplaced = hasNumber(entry.RuleNumber, entry.Egress);
    if (!acl.entries.some(isReplaced)) {
      throw networkAclErrors.entryNotFound(acl.NetworkAclId, entry.RuleNumber, entry.Egress ? 'egress' : 'ingress');
    }
    const others = acl.entries.filter((other) => !isReplaced(other));
    requireRoom(world, others, entry);
    world.networkAcls.replace({ ...acl, entries: acl.entries.map((other) => (isReplaced(other) ? entry : other)) });
    return {};
  },
});
