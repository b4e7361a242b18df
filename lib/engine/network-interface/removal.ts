import { disassociate } from '../address/association';
import type { World } from '../world';
import type { NetworkInterface } from './network-interface';

/**
 * Take an interface off its instance for good: it is `available` again, with all that is its own (private addresses,
 * MAC, groups, Elastic IPs). An auto-assigned public address is the instance's and goes.
 */
export function freeNetworkInterface(world: World, networkInterface: NetworkInterface): void {
  const { Attachment: _attachment, publicIp: _publicIp, ...loose } = networkInterface;
  world.networkInterfaces.replace(loose);
}

/** Remove an interface; its private addresses are free at once, its Elastic IPs disassociated but kept. */
export function removeNetworkInterface(world: World, networkInterface: NetworkInterface): void {
  const { NetworkInterfaceId } = networkInterface;
  for (const address of world.addresses.by('NetworkInterfaceId', NetworkInterfaceId)) disassociate(world, address);
  world.networkInterfaces.remove(NetworkInterfaceId);
}
