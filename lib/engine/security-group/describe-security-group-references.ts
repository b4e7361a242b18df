import { operation } from '../operation';
import { list, required, string } from '../shapes';
import type { World } from '../world';
import { isStale } from './referenced-group';
import { getSecurityGroup } from './security-group';

/**
 * DescribeSecurityGroupReferences: from which peered VPCs the groups are named in rules.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroupReferences.html
 * Not modelled: references over a transit gateway.
 */
export const describeSecurityGroupReferences = operation({
  name: 'DescribeSecurityGroupReferences',
  input: { GroupId: required(list(string)) },
  run(world, input) {
    const groups = [...new Set(input.GroupId)].map((id) => getSecurityGroup(world, id));
    return { SecurityGroupReferenceSet: groups.flatMap(({ GroupId }) => referencesTo(world, GroupId)) };
  },
});

/** One for each VPC. Assumed: a reference over a connection that was deleted is shown no more. */
function referencesTo(world: World, GroupId: string): object[] {
  const references = new Map<string, object>();
  for (const rule of world.securityGroupRules.by('referencedGroup', GroupId)) {
    if (!rule.peering || isStale(world, rule)) continue;
    const ReferencingVpcId = getSecurityGroup(world, rule.GroupId).VpcId;
    const { VpcPeeringConnectionId } = rule.peering;
    references.set(ReferencingVpcId, { GroupId, ReferencingVpcId, VpcPeeringConnectionId });
  }
  return [...references.values()];
}
