import { securityGroupErrors } from '../security-group/errors';
import { defaultGroupOf, getSecurityGroup } from '../security-group/security-group';
import type { World } from '../world';
import { vpcEndpointErrors } from './errors';
import type { VpcEndpoint } from './vpc-endpoint';

/** The groups of a new endpoint: those named, all of its VPC, or the VPC's default group. */
export function groupsFor(world: World, vpcId: string, ids: readonly string[] = []): string[] {
  if (ids.length === 0) return [defaultGroupOf(world, vpcId).GroupId];
  return withinQuota(
    world,
    [...new Set(ids)].map((id) => groupOf(world, vpcId, id)),
  );
}

/** An endpoint's groups after some were added and some taken away. Refuses what it does not have, and to have none. */
export function changedGroups(
  world: World,
  endpoint: VpcEndpoint,
  add: readonly string[],
  remove: readonly string[],
): string[] {
  const added = add.map((id) => groupOf(world, endpoint.VpcId, id));
  for (const id of remove) {
    if (!endpoint.groups.includes(id)) {
      throw vpcEndpointErrors.notAssociated('security group', id, endpoint.VpcEndpointId);
    }
  }
  const groups = [...new Set([...endpoint.groups, ...added])].filter((id) => !remove.includes(id));
  if (groups.length === 0) throw vpcEndpointErrors.lastGroup(endpoint.VpcEndpointId);
  return withinQuota(world, groups);
}

function withinQuota(world: World, groups: string[]): string[] {
  if (groups.length > world.quotas.securityGroupsPerInterface) throw securityGroupErrors.perInterface();
  return groups;
}

function groupOf(world: World, vpcId: string, id: string): string {
  const group = getSecurityGroup(world, id);
  if (group.VpcId !== vpcId) throw securityGroupErrors.otherNetwork();
  return group.GroupId;
}
