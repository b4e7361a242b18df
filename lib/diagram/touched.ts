import type { Address } from '@/lib/engine/address/address';
import type { InternetGateway } from '@/lib/engine/internet-gateway/internet-gateway';
import type { NatGateway } from '@/lib/engine/nat-gateway/nat-gateway';
import { defaultNetworkAcl, type NetworkAcl } from '@/lib/engine/network-acl/network-acl';
import type { RouteTable } from '@/lib/engine/route-table/route-table';
import type { SecurityGroupRule } from '@/lib/engine/security-group/security-group-rule';
import type { Change, Row } from '@/lib/engine/table';
import type { VpcEndpoint } from '@/lib/engine/vpc-endpoint/vpc-endpoint';
import type { TableName, World } from '@/lib/engine/world';

/**
 * Ids of the records that changes are of, and of what they concern though its own record is as it was: the interface that an
 * address came to or left, the group of a rule, the subnets of an ACL. What was deleted is among them. `world` is the
 * one after the changes. Cost: the changes, and the subnets of a VPC whose ACL changed.
 */
export function touchedBy(world: World, changes: readonly Change[]): Set<string> {
  return new Set(changes.flatMap((change) => [change.id, ...concerned(world, change)]));
}

function concerned(world: World, { table, before, after }: Change): string[] {
  const read = readers[table as TableName];
  if (!read) return [];
  return [...(before ? read(world, before, after) : []), ...(after ? read(world, after, before) : [])];
}

/** What a record concerns; `other` is the record on the other side of the change. The name of its table says what it is. */
const readers: { readonly [K in TableName]?: (world: World, row: Row, other: Row | undefined) => string[] } = {
  addresses: (_, row) => some((row as Address).association?.NetworkInterfaceId),
  securityGroupRules: (_, row) => [(row as SecurityGroupRule).GroupId],
  internetGateways: (_, row) => some((row as InternetGateway).attachedTo),
  natGateways: (_, row) => some((row as NatGateway).NetworkInterfaceId),
  vpcEndpoints: (_, row) => (row as VpcEndpoint).subnets.flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? []),
  routeTables: (_, row, other) => onlyIn(row as RouteTable, other as RouteTable | undefined),
  networkAcls: (world, row, other) => {
    const acl = row as NetworkAcl;
    const otherAcl = other as NetworkAcl | undefined;
    const sameRules = JSON.stringify(acl.entries) === JSON.stringify(otherAcl?.entries);
    return [...onlyIn(acl, otherAcl), ...(sameRules || !otherAcl ? [] : subnetsOf(world, acl))];
  },
};

const some = (id: string | undefined): string[] => (id === undefined ? [] : [id]);

interface Associated {
  readonly associations: readonly { readonly SubnetId?: string }[];
}
/** Subnets that one is associated with and the other is not. */
function onlyIn(one: Associated, other: Associated | undefined): string[] {
  const others = new Set(other?.associations.map(({ SubnetId }) => SubnetId));
  return one.associations.flatMap(({ SubnetId }) => (SubnetId === undefined || others.has(SubnetId) ? [] : [SubnetId]));
}

function subnetsOf(world: World, { NetworkAclId, VpcId }: NetworkAcl): string[] {
  const ids = world.subnets.by('VpcId', VpcId).map(({ SubnetId }) => SubnetId);
  if (ids.length === 0) return [];
  const usual = defaultNetworkAcl(world, VpcId).NetworkAclId;
  return ids.filter((id) => (world.networkAcls.first('SubnetId', id)?.NetworkAclId ?? usual) === NetworkAclId);
}
