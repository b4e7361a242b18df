import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import { findDefaultVpc } from '../vpc/vpc';
import type { World } from '../world';
import { securityGroupErrors } from './errors';

export interface SecurityGroup extends Row {
  readonly GroupId: string;
  readonly GroupName: string;
  readonly Description: string;
  readonly VpcId: string;
  readonly Tags: readonly Tag[];
}

export const securityGroups = defineTable<SecurityGroup>()('GroupId', {
  VpcId: (group) => group.VpcId,
  name: (group) => nameKey(group.VpcId, group.GroupName),
});

/**
 * Key of a group's name in the index of groups by name: names are unique in a VPC and their case does not count.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export const nameKey = (vpcId: string, name: string): string => `${vpcId}/${name.toLowerCase()}`;

export function getSecurityGroup(world: World, id: string): SecurityGroup {
  const group = world.securityGroups.get(id);
  if (!group) throw id.startsWith('sg-') ? securityGroupErrors.notFound(id) : securityGroupErrors.malformedId(id);
  return group;
}

/** The group of that name in the default VPC, the only one where AWS takes names. */
export function getSecurityGroupByName(world: World, name: string): SecurityGroup {
  const vpc = findDefaultVpc(world);
  if (!vpc) throw securityGroupErrors.nameNeedsDefaultVpc();
  const group = world.securityGroups.first('name', nameKey(vpc.VpcId, name));
  if (!group) throw securityGroupErrors.notInDefaultVpc(name, vpc.VpcId);
  return group;
}

/** The group a call names by id or, in the default VPC, by name. Refuses a call that names none. */
export function groupGiven(
  world: World,
  input: { GroupId?: string | undefined; GroupName?: string | undefined },
): SecurityGroup {
  if (input.GroupId) return getSecurityGroup(world, input.GroupId);
  if (input.GroupName) return getSecurityGroupByName(world, input.GroupName);
  throw securityGroupErrors.noGroup();
}

/** Every VPC has a group named `default`, made with it. */
export function defaultGroupOf(world: World, vpcId: string): SecurityGroup {
  const group = world.securityGroups.first('name', nameKey(vpcId, 'default'));
  if (!group) throw new Error(`${vpcId} has no default security group`);
  return group;
}

export const isDefaultGroup = (group: SecurityGroup): boolean => group.GroupName === 'default';

export const securityGroupArn = (world: World, { GroupId }: SecurityGroup): string =>
  `arn:aws:ec2:${world.region}:${world.account}:security-group/${GroupId}`;
