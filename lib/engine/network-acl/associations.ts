import type { World } from '../world';
import { networkAclErrors } from './errors';
import { defaultNetworkAcl, type NetworkAcl, type NetworkAclAssociation } from './network-acl';

/**
 * The association that a new subnet has with its VPC's default ACL. It is computed both ways from the subnet's id, so that making
 * a subnet writes nothing here and the subnet is found from the association without a search.
 */
export const implicitAssociation = (SubnetId: string): NetworkAclAssociation => ({
  NetworkAclAssociationId: `aclassoc-0${mirrored(SubnetId.slice('subnet-0'.length))}`,
  SubnetId,
});

/** Its own inverse. */
const mirrored = (digits: string): string =>
  [...digits]
    .reverse()
    .map((digit) => (15 - Number.parseInt(digit, 16)).toString(16))
    .join('');

const isAssociated = (world: World, subnetId: string): boolean => world.networkAcls.count('SubnetId', subnetId) > 0;

/** The subnets that an ACL guards, those that a default ACL has by default included. */
export const associationsOf = (world: World, acl: NetworkAcl): NetworkAclAssociation[] => [
  ...(acl.IsDefault
    ? world.subnets
        .by('VpcId', acl.VpcId)
        .filter(({ SubnetId }) => !isAssociated(world, SubnetId))
        .map(({ SubnetId }) => implicitAssociation(SubnetId))
    : []),
  ...acl.associations,
];

/** The association of that id with the ACL that has it. Refuses an id that is none's. */
export function getAssociation(world: World, id: string): { acl: NetworkAcl; association: NetworkAclAssociation } {
  const explicit = world.networkAcls.first('association', id);
  const association = explicit?.associations.find(({ NetworkAclAssociationId }) => NetworkAclAssociationId === id);
  if (explicit && association) return { acl: explicit, association };
  const digits = /^aclassoc-0([0-9a-f]{16})$/.exec(id)?.[1];
  const subnet = digits ? world.subnets.get(`subnet-0${mirrored(digits)}`) : undefined;
  if (!subnet || isAssociated(world, subnet.SubnetId)) throw networkAclErrors.associationNotFound(id);
  return { acl: defaultNetworkAcl(world, subnet.VpcId), association: implicitAssociation(subnet.SubnetId) };
}

/** Put a subnet under another ACL, under a new association. */
export function setAssociation(world: World, acl: NetworkAcl, association: NetworkAclAssociation): void {
  forgetSubnetAcl(world, association.SubnetId);
  world.networkAcls.replace({ ...acl, associations: [...acl.associations, association] });
}

/** With a deleted subnet its association with an ACL goes. */
export function forgetSubnetAcl(world: World, subnetId: string): void {
  const acl = world.networkAcls.first('SubnetId', subnetId);
  if (acl)
    world.networkAcls.replace({ ...acl, associations: acl.associations.filter((one) => one.SubnetId !== subnetId) });
}
