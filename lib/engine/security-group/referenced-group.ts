import { isActivePeering, pairKey, peeringStatus } from '../vpc-peering-connection/vpc-peering-connection';
import type { World } from '../world';
import { securityGroupErrors } from './errors';
import type { GroupPair } from './permissions';
import { getSecurityGroup, getSecurityGroupByName, type SecurityGroup } from './security-group';
import type { Permission } from './security-group-rule';

/**
 * The group that a rule of `group` is to name: one of its VPC, or of a VPC with an active peering connection to it.
 * Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 */
export function referencedGroup(
  world: World,
  group: SecurityGroup,
  { GroupId, GroupName = '', UserId, VpcPeeringConnectionId }: GroupPair,
): Pick<Permission, 'referencedGroup' | 'peering'> {
  if (UserId && UserId !== world.account) throw securityGroupErrors.notFound(GroupId ?? GroupName);
  const peer = GroupId ? getSecurityGroup(world, GroupId) : getSecurityGroupByName(world, GroupName);
  if (peer.VpcId === group.VpcId) return { referencedGroup: peer.GroupId };
  const connection = activePeering(world, group.VpcId, peer.VpcId);
  if (!connection || (VpcPeeringConnectionId && VpcPeeringConnectionId !== connection.VpcPeeringConnectionId)) {
    throw securityGroupErrors.otherNetwork();
  }
  const peering = { VpcId: peer.VpcId, VpcPeeringConnectionId: connection.VpcPeeringConnectionId };
  return { referencedGroup: peer.GroupId, peering };
}

/** Two VPCs have at most one connection that is in use. */
function activePeering(world: World, vpcId: string, peerVpcId: string) {
  const connections = world.vpcPeeringConnections;
  return [pairKey(vpcId, peerVpcId), pairKey(peerVpcId, vpcId)]
    .flatMap((pair) => connections.by('pair', pair))
    .find((connection) => isActivePeering(world, connection));
}

/** The status of the connection over which a rule names a group, also of one that is listed no more. */
export function referenceStatus(world: World, peering: NonNullable<Permission['peering']>): string {
  const connection = world.vpcPeeringConnections.get(peering.VpcPeeringConnectionId);
  return connection ? peeringStatus(world, connection) : 'deleted';
}

/**
 * Whether a rule names a group that is no more, or no longer within reach.
 * Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html#vpc-peering-stale-groups
 */
export const isStale = (world: World, { referencedGroup: id, peering }: Permission): boolean =>
  id !== undefined &&
  peering !== undefined &&
  (!world.securityGroups.get(id) || referenceStatus(world, peering) !== 'active');
