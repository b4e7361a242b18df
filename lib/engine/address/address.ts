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
}

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
