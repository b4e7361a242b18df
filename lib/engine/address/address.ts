import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { addressErrors } from './errors';

/** An Elastic IP address. What it is associated with stands here and nowhere else. */
export interface Address extends Row {
  readonly AllocationId: string;
  readonly PublicIp: string;
  readonly Tags: readonly Tag[];
  readonly association?: {
    readonly AssociationId: string;
    readonly NetworkInterfaceId: string;
    readonly PrivateIpAddress: string;
  };
  /** Its reverse DNS record. Names end in a dot. */
  readonly ptr?: PtrRecord;
}

/** A PTR record and the latest change to it. */
export interface PtrRecord {
  /** The record before the change; absent when there was none. */
  readonly before?: string;
  /** The record after it; absent when the change takes it away. */
  readonly after?: string;
  /** When the change takes effect, ms since 1970 UTC. */
  readonly at: number;
}

/** The PTR record that is in effect. */
export const ptrRecordOf = (world: World, { ptr }: Address): string | undefined =>
  ptr && (world.now < ptr.at ? ptr.before : ptr.after);

export const addresses = defineTable<Address>()('AllocationId', {
  PublicIp: (address) => address.PublicIp,
  AssociationId: (address) => address.association?.AssociationId,
  NetworkInterfaceId: (address) => address.association?.NetworkInterfaceId,
});

export function getAddress(world: World, allocationId: string): Address {
  const address = world.addresses.get(allocationId);
  if (!address) throw addressErrors.notFound(allocationId);
  return address;
}

/** The Elastic IP that this public address is, for a call that would change it. */
export function getOwnAddressByIp(world: World, publicIp: string): Address {
  const address = world.addresses.first('PublicIp', publicIp);
  if (!address) throw addressErrors.notYours(publicIp);
  return address;
}

/** The Elastic IP on one private address of an interface, if there is one. */
export const addressOn = (world: World, networkInterfaceId: string, privateIp: string): Address | undefined =>
  world.addresses
    .by('NetworkInterfaceId', networkInterfaceId)
    .find((address) => address.association?.PrivateIpAddress === privateIp);

/** Refuse an Elastic IP that a service has on an interface of its own: only the service moves it. */
export function checkNotOfService(world: World, { association }: Address): void {
  const eni = association && world.networkInterfaces.get(association.NetworkInterfaceId);
  if (eni?.RequesterManaged) throw addressErrors.ofService();
}
