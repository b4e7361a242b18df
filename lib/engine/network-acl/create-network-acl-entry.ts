import { operation } from '../operation';
import { entryMembers, entryOf, hasNumber } from './entry';
import { networkAclErrors } from './errors';
import { getNetworkAcl } from './network-acl';

/**
 * CreateNetworkAclEntry: a numbered rule for one direction. The first that matches decides, by number.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html; eni-ground-truth section 8.
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
    // AWS counts each direction by itself, and IPv4 and IPv6 too.
    const alike = acl.entries.filter(
      (other) => other.Egress === entry.Egress && (other.CidrBlock === undefined) === (entry.CidrBlock === undefined),
    );
    if (alike.length >= world.quotas.entriesPerNetworkAcl) throw networkAclErrors.entryLimit();
    world.networkAcls.replace({ ...acl, entries: [...acl.entries, entry] });
    return {};
  },
});
