import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { vpcPeeringConnectionErrors } from './errors';

/** How a connection came to its end; nothing can be done with it any more and it is only listed for a while. */
export type PeeringEnd = 'failed' | 'rejected' | 'deleted' | 'expired';

export interface VpcPeeringConnection extends Row {
  readonly VpcPeeringConnectionId: string;
  /** Id of the VPC that asked. */
  readonly requester: string;
  /** Id of the VPC that was asked; of a failed connection maybe of none. */
  readonly accepter: string;
  /** ms since 1970 UTC, as all instants here. */
  readonly requestedAt: number;
  readonly acceptedAt?: number;
  /** `deleting` (or `initiating-request`) before its instant. */
  readonly ended?: { readonly as: PeeringEnd; readonly at: number };
  /** Whether a side's public DNS hostnames resolve to private addresses for the other side. */
  readonly dns: { readonly requester: boolean; readonly accepter: boolean };
  readonly Tags: readonly Tag[];
}

/** `VpcId` and `pair` file only connections that are, or may still become, of use. */
export const vpcPeeringConnections = defineTable<VpcPeeringConnection>()('VpcPeeringConnectionId', {
  VpcId: (row) => (row.ended ? undefined : [row.requester, row.accepter]),
  pair: (row) => (row.ended ? undefined : pairKey(row.requester, row.accepter)),
});

/** Key of the index by both sides, in the direction of the request. */
export const pairKey = (requester: string, accepter: string): string => `${requester}/${accepter}`;

export function getVpcPeeringConnection(world: World, id: string): VpcPeeringConnection {
  const row = world.vpcPeeringConnections.get(id);
  if (row) return row;
  throw id.startsWith('pcx-') ? vpcPeeringConnectionErrors.notFound(id) : vpcPeeringConnectionErrors.malformedId(id);
}

/** How long a request is being initiated, and an accepted one provisioned or a deleted one on its way: under a second. */
export const transitionMs = 1_000;

export const expiresAt = (row: VpcPeeringConnection): number => row.requestedAt + 7 * 24 * 3_600_000;

/** The status as `Code` shows it. Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-lifecycle */
export function peeringStatus(world: World, row: VpcPeeringConnection): string {
  const { ended } = row;
  if (ended && world.now >= ended.at) return ended.as;
  if (ended?.as === 'deleted') return 'deleting';
  if (row.acceptedAt !== undefined) return world.now < row.acceptedAt + transitionMs ? 'provisioning' : 'active';
  return world.now < row.requestedAt + transitionMs ? 'initiating-request' : 'pending-acceptance';
}

/** Whether routes over the connection carry traffic. */
export const isActivePeering = (world: World, row: VpcPeeringConnection): boolean =>
  peeringStatus(world, row) === 'active';
