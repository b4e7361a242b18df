import { newId, nextSequence } from '../ids';
import { vpcBlocks6 } from '../vpc/vpc';
import type { World } from '../world';
import type { SecurityGroup } from './security-group';
import { insertRule } from './security-group-rule';

/**
 * Make a group, which lets everything out and nothing in; over IPv6 only where the VPC has it.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html; Terraform's provider, which takes the rule
 * for IPv6 away from new groups of such VPCs.
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
  insertRule(world, allOutwards(group.GroupId, { CidrIpv4: '0.0.0.0/0' }));
  const vpc = world.vpcs.get(wanted.VpcId);
  if (vpc && vpcBlocks6(vpc).length > 0) {
    insertRule(world, allOutwards(group.GroupId, { CidrIpv6: '::/0' }));
  }
  return group;
}

const allOutwards = (GroupId: string, peer: { CidrIpv4: string } | { CidrIpv6: string }) => ({
  GroupId,
  IsEgress: true,
  IpProtocol: '-1',
  FromPort: -1,
  ToPort: -1,
  ...peer,
  Tags: [],
});

/** Take a group and its rules out of the world; that nothing needs it is the caller's to check. */
export function removeSecurityGroup(world: World, { GroupId }: SecurityGroup): void {
  for (const rule of world.securityGroupRules.by('GroupId', GroupId)) {
    world.securityGroupRules.remove(rule.SecurityGroupRuleId);
  }
  world.securityGroups.remove(GroupId);
}
