import { operation } from '../operation';
import { entryMembers, entryOf, hasNumber, requireRoom } from './entry';
import { networkAclErrors } from './errors';
import { getNetworkAcl } from './network-acl';

/**
 * CreateNetworkAclEntry: a numbered rule for one direction. The first that matches decides, by number.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const createNetworkAclEntry = operation({
  name: 'CreateNetworkAclEntry',
  input: entryMembers,
  run(world, input) {
    const entry = entryOf(input);
    const acl = getNetworkAcl(world, input.NetworkAclId);
    if (acl.entries.some(hasNumber(entry.RuleNumber, entry.Egress))) {
      throw networkAclErrors.entryExists(entry.RuleNumber);
    }
    requireRoom(world, acl.entries, entry);
    world.networkAcls.replace({ ...acl, entries: [...acl.entries, entry] });
    return {};
  },
});
