import { operation } from '../operation';
import { string } from '../shapes';
import { securityGroupErrors } from './errors';
import { removeSecurityGroup } from './make-security-group';
import { groupGiven, isDefaultGroup } from './security-group';

/**
 * DeleteSecurityGroup: refused for the default group, while an interface has it, attached or not, and while a rule of
 * another group of its VPC names it. A rule of a peered VPC is left behind as stale.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html;
 * test/transcripts/ground-truth.yaml, part 7.
 */
export const deleteSecurityGroup = operation({
  name: 'DeleteSecurityGroup',
  input: { GroupId: string, GroupName: string },
  run(world, input) {
    const group = groupGiven(world, input);
    const { GroupId } = group;
    if (isDefaultGroup(group)) throw securityGroupErrors.cannotDelete(GroupId, group.GroupName);
    const rules = world.securityGroupRules.by('referencedGroup', GroupId);
    const referenced = rules.some((rule) => rule.GroupId !== GroupId && !rule.peering);
    const inUse = world.networkInterfaces.count('group', GroupId) > 0 || world.vpcEndpoints.count('group', GroupId) > 0;
    if (referenced || inUse) throw securityGroupErrors.dependent(GroupId);
    removeSecurityGroup(world, group);
    return { Return: true, GroupId };
  },
});
