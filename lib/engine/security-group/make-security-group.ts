import { newId, nextSequence } from '../ids';
import type { World } from '../world';
import type { SecurityGroup } from './security-group';
import { insertRule } from './security-group-rule';

/**
 * Make a group, which lets everything out and nothing in.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function makeSecurityGroup(
  world: World,
  wanted: Pick<SecurityGroup, 'GroupName' | 'Description' | 'VpcId' | 'Tags'>,
): SecurityGroup {
  const group = world.securityGroups.insert({
    creation: nextSequence(world),
    GroupId: newId(world, 'securityGroup'),
    ...wanted,
  });
  insertRule(world, {
    GroupId: group.GroupId,
    IsEgress: true,
    IpProtocol: '-1',
    FromPort: -1,
    ToPort: -1,
    CidrIpv4: '0.0.0.0/0',
    Tags: [],
  });
  return group;
}

/** Take a group and its rules out of the world; that nothing needs it is the caller's to check. */
export function removeSecurityGroup(world: World, { GroupId }: SecurityGroup): void {
  for (const rule of world.securityGroupRules.by('GroupId', GroupId)) {
    world.securityGroupRules.remove(rule.SecurityGroupRuleId);
  }
  world.securityGroups.remove(GroupId);
}
