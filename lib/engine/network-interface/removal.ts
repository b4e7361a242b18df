import { disassociate } from '../address/association';
import { removeMirroringOf } from '../traffic-mirror/traffic-mirror-session';
import type { World } from '../world';
import type { NetworkInterface } from './network-interface';

/**
 * Take an interface off its instance for good: it is `available` again, with all that is its own (private addresses,
 * MAC, groups, Elastic IPs). An auto-assigned public address is the instance's and goes; an IPv6 address is the primary one
 * until then. Source of that: API_ModifyNetworkInterfaceAttribute, EnablePrimaryIpv6.
 */
export function freeNetworkInterface(world: World, networkInterface: NetworkInterface): void {
  const { Attachment: _attachment, publicIp: _publicIp, ...loose } = networkInterface;
  const Ipv6Addresses = loose.Ipv6Addresses?.map(({ Ipv6Address }) => ({ Ipv6Address, IsPrimaryIpv6: false }));
  world.networkInterfaces.replace({ ...loose, ...(Ipv6Addresses && { Ipv6Addresses }) });
}

/** Remove an interface; its private addresses are free at once, its Elastic IPs disassociated but kept, its permissions gone. */
export function removeNetworkInterface(world: World, networkInterface: NetworkInterface): void {
  const { NetworkInterfaceId } = networkInterface;
  for (const address of world.addresses.by('NetworkInterfaceId', NetworkInterfaceId)) disassociate(world, address);
  for (const permission of world.networkInterfacePermissions.by('NetworkInterfaceId', NetworkInterfaceId)) {
    world.networkInterfacePermissions.remove(permission.NetworkInterfacePermissionId);
  }
  removeMirroringOf(world, NetworkInterfaceId);
  world.networkInterfaces.remove(NetworkInterfaceId);
}
