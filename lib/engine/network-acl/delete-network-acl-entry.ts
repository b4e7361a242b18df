import { operation } from '../operation';
import { boolean, integer, required, string } from '../shapes';
import { checkRuleNumber, hasNumber } from './entry';
import { networkAclErrors } from './errors';
import { getNetworkAcl } from './network-acl';

/**
 * DeleteNetworkAclEntry: a numbered rule goes. The rules that deny the rest stay.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkAclEntry.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const deleteNetworkAclEntry = operation({
  name: 'DeleteNetworkAclEntry',
  input: { NetworkAclId: required(string), RuleNumber: required(integer), Egress: required(boolean) },
  run(world, { NetworkAclId, RuleNumber, Egress }) {
    checkRuleNumber(RuleNumber);
    const acl = getNetworkAcl(world, NetworkAclId);
    const isDeleted = hasNumber(RuleNumber, Egress);
    if (!acl.entries.some(isDeleted)) {
      throw networkAclErrors.entryNotFound(NetworkAclId, RuleNumber, Egress ? 'egress' : 'ingress');
    }
    world.networkAcls.replace({ ...acl, entries: acl.entries.filter((entry) => !isDeleted(entry)) });
    return {};
  },
});
