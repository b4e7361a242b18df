import { newId } from '../ids';
import { type NetworkInterface, primaryAddressOf } from '../network-interface/network-interface';
import type { World } from '../world';
import { type Address, addressOn } from './address';
import { returnPublicIp } from './public-ip';

/**
 * Put an Elastic IP on a private address of an interface. One that sits there already loses its place and stays
 * allocated; an auto-assigned public address goes; where the Elastic IP came from, an auto-assigned one may come back.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html
 */
export function associate(world: World, address: Address, eni: NetworkInterface, privateIp: string): string {
  const AssociationId = newId(world, 'association');
  const before = address.association;
  const displaced = addressOn(world, eni.NetworkInterfaceId, privateIp);
  if (displaced) loosen(world, displaced);
  world.addresses.replace({
    ...address,
    association: { AssociationId, NetworkInterfaceId: eni.NetworkInterfaceId, PrivateIpAddress: privateIp },
  });
  if (eni.publicIp !== undefined && privateIp === primaryAddressOf(eni)) {
    const { publicIp: _publicIp, ...rest } = eni;
    world.networkInterfaces.replace(rest);
  }
  if (before) returnPublicIp(world, before.NetworkInterfaceId, before.PrivateIpAddress);
  return AssociationId;
}

/** Take an Elastic IP off its private address; it stays allocated. */
export function disassociate(world: World, address: Address): Address {
  const loose = loosen(world, address);
  if (address.association) {
    returnPublicIp(world, address.association.NetworkInterfaceId, address.association.PrivateIpAddress);
  }
  return loose;
}

function loosen(world: World, address: Address): Address {
  const { association: _association, ...loose } = address;
  return world.addresses.replace(loose);
}
