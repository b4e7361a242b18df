import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { natGatewayErrors } from './errors';

/** One private address of a NAT gateway, for a public one with the Elastic IP in front of it. */
export interface NatGatewayAddress {
  /** Absent when the gateway failed before it had any. */
  readonly PrivateIp?: string;
  readonly AllocationId?: string;
  readonly PublicIp?: string;
  readonly AssociationId?: string;
  readonly IsPrimary: boolean;
  /** `associating` or `assigning` before this instant, ms since 1970 UTC. */
  readonly settledAt: number;
  /** It takes no new connections and goes when the old ones are drained. */
  readonly draining?: true;
}

export interface NatGateway extends Row {
  readonly NatGatewayId: string;
  readonly VpcId: string;
  readonly SubnetId: string;
  readonly AvailabilityZone: string;
  readonly ConnectivityType: 'public' | 'private';
  /** ISO 8601, UTC, milliseconds. */
  readonly CreateTime: string;
  /** `pending` before this instant, ms since 1970 UTC. */
  readonly settledAt: number;
  /** Why it became `failed` instead of `available`. */
  readonly failure?: { readonly FailureCode: string; readonly FailureMessage: string };
  /** Since it was deleted; `deleting` until the timer has taken its interface away. */
  readonly deletion?: { readonly DeleteTime: string; readonly done: boolean };
  /** The interface in its subnet; a failed gateway has none, a deleted one remembers it. */
  readonly NetworkInterfaceId?: string;
  /** Primary first. */
  readonly addresses: readonly NatGatewayAddress[];
  readonly Tags: readonly Tag[];
}

/** Whether it takes a place in its network; a failed and a deleted one are only listed for a while. */
export const isLive = ({ failure, deletion }: NatGateway): boolean => !failure && !deletion?.done;

export const natGateways = defineTable<NatGateway>()('NatGatewayId', {
  VpcId: (gateway) => (isLive(gateway) ? gateway.VpcId : undefined),
  SubnetId: (gateway) => (isLive(gateway) ? gateway.SubnetId : undefined),
  /** What counts towards the quota of a zone. */
  zone: (gateway) => (isLive(gateway) ? gateway.AvailabilityZone : undefined),
});

export type NatGatewayStateName = 'pending' | 'failed' | 'available' | 'deleting' | 'deleted';

export function natGatewayState(world: World, gateway: NatGateway): NatGatewayStateName {
  if (gateway.deletion) return gateway.deletion.done ? 'deleted' : 'deleting';
  if (world.now < gateway.settledAt) return 'pending';
  return gateway.failure ? 'failed' : 'available';
}

const idForm = /^nat-([0-9a-f]{8}|[0-9a-f]{17})$/;

export function getNatGateway(world: World, id: string): NatGateway {
  const gateway = world.natGateways.get(id);
  if (gateway) return gateway;
  throw idForm.test(id) ? natGatewayErrors.notFound(id) : natGatewayErrors.malformed(id);
}

/** A gateway of that kind whose addresses may be changed now. */
export function getChangeable(world: World, id: string, type: NatGateway['ConnectivityType']): NatGateway {
  const gateway = getNatGateway(world, id);
  if (gateway.ConnectivityType !== type) throw natGatewayErrors.otherConnectivity(id, type);
  const state = natGatewayState(world, gateway);
  if (state !== 'available') throw natGatewayErrors.state(id, state);
  if (gateway.addresses.some(({ draining }) => draining)) throw natGatewayErrors.draining(id);
  return gateway;
}

/** How long AWS takes. Assumed: a minute or two in life; a failure shows sooner. */
export const availableMs = 60_000;
export const failedMs = 10_000;
export const addressMs = 10_000;
