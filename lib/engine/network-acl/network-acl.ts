import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { networkAclErrors } from './errors';

/** A rule of an ACL. Exactly one of the two blocks is present, in canonical text. */
export interface NetworkAclEntry {
  readonly CidrBlock?: string;
  readonly Egress: boolean;
  readonly IcmpTypeCode?: { readonly Code: number; readonly Type: number };
  readonly Ipv6CidrBlock?: string;
  readonly PortRange?: { readonly From: number; readonly To: number };
  /** A protocol number as text; `-1` is all of them. */
  readonly Protocol: string;
  readonly RuleAction: 'allow' | 'deny';
  readonly RuleNumber: number;
}

export interface NetworkAclAssociation {
  readonly NetworkAclAssociationId: string;
  readonly SubnetId: string;
}

export interface NetworkAcl extends Row {
  readonly NetworkAclId: string;
  readonly VpcId: string;
  readonly IsDefault: boolean;
  /** What people may change; the rules that AWS ends every ACL with are computed: see `entriesOf`. */
  readonly entries: readonly NetworkAclEntry[];
  /** Made by ReplaceNetworkAclAssociation. A subnet that is in none belongs to the VPC's default ACL: see `associationsOf`. */
  readonly associations: readonly NetworkAclAssociation[];
  readonly Tags: readonly Tag[];
}

export const networkAcls = defineTable<NetworkAcl>()('NetworkAclId', {
  VpcId: (acl) => acl.VpcId,
  default: (acl) => (acl.IsDefault ? acl.VpcId : undefined),
  association: (acl) => acl.associations.map((association) => association.NetworkAclAssociationId),
  SubnetId: (acl) => acl.associations.map((association) => association.SubnetId),
});

export function getNetworkAcl(world: World, id: string): NetworkAcl {
  const acl = world.networkAcls.get(id);
  if (!acl) throw id.startsWith('acl-') ? networkAclErrors.notFound(id) : networkAclErrors.malformedId(id);
  return acl;
}

export function defaultNetworkAcl(world: World, vpcId: string): NetworkAcl {
  const acl = world.networkAcls.first('default', vpcId);
  if (!acl) throw new Error(`${vpcId} has no default network ACL`);
  return acl;
}
