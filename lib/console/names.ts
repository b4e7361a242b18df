import { type Instance, instanceState } from '@/lib/engine/instance/instance';
import type { NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import type { Tag } from '@/lib/engine/tags';
import type { World } from '@/lib/engine/world';
import { nameOf } from '@/lib/labs/names';

/** A resource as the console's lists show it: `i-… (web-1)`. */
export function named(id: string, tags: readonly Tag[] = []): string {
  const name = nameOf(tags);
  return name ? `${id} (${name})` : id;
}

/** Instances that are not gone. */
export const liveInstances = (world: World): Instance[] =>
  world.instances.list().filter((instance) => instanceState(world, instance) !== 'terminated');

/** The private IPv4 addresses of an interface, the primary one first. */
export const privateAddressesOf = (eni: NetworkInterface | undefined): string[] =>
  (eni?.PrivateIpAddresses ?? []).map((address) => address.PrivateIpAddress);

/** What an interface is attached to: `i-… (web-1), device index 0`. */
export function attachedTo(world: World, { Attachment }: NetworkInterface): string | undefined {
  if (!Attachment) return undefined;
  const { InstanceId, DeviceIndex } = Attachment;
  const holder = InstanceId === undefined ? 'a service' : named(InstanceId, world.instances.get(InstanceId)?.Tags);
  return `${holder}, device index ${DeviceIndex}`;
}
