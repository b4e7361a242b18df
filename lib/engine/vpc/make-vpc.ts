import { newId, nextSequence, standingId } from '../ids';
import { makeSecurityGroup } from '../security-group/make-security-group';
import { insertRule } from '../security-group/security-group-rule';
import type { World } from '../world';
import { vpcErrors } from './errors';
import type { Vpc } from './vpc';

/** How long a new VPC is `pending`: less than the second that a call takes. Source: eni-ground-truth section 7. */
const pendingMs = 1000;

/**
 * Make a VPC with what belongs to it from the first moment: its default security group, which lets its members talk to
 * each other and to anyone outside. Refuses past the quota. All VPCs share the account's set of DHCP options.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html; eni-ground-truth section 7.
 */
export function makeVpc(
  world: World,
  wanted: Pick<Vpc, 'CidrBlock' | 'InstanceTenancy' | 'IsDefault' | 'enableDnsHostnames' | 'Tags'>,
): Vpc {
  if (world.vpcs.size >= world.quotas.vpcsPerRegion) throw vpcErrors.limit();
  const vpc = world.vpcs.insert({
    creation: nextSequence(world),
    VpcId: newId(world, 'vpc'),
    associationId: newId(world, 'vpcCidrAssociation'),
    DhcpOptionsId: standingId(world, 'dhcpOptions'),
    enableDnsSupport: true,
    availableAt: world.now + pendingMs,
    ...wanted,
  });
  const group = makeSecurityGroup(world, {
    GroupName: 'default',
    Description: 'default VPC security group',
    VpcId: vpc.VpcId,
    Tags: [],
  });
  insertRule(world, {
    GroupId: group.GroupId,
    IsEgress: false,
    IpProtocol: '-1',
    FromPort: -1,
    ToPort: -1,
    referencedGroup: group.GroupId,
    Tags: [],
  });
  return vpc;
}
