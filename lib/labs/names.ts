import { type Instance, instanceState } from '@/lib/engine/instance/instance';
import type { Attachment, NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import type { Tag } from '@/lib/engine/tags';
import type { World } from '@/lib/engine/world';

/** The value of the Name tag: what a lab calls a thing by. */
export const nameOf = (tags: readonly Tag[]): string | undefined => tags.find((tag) => tag.Key === 'Name')?.Value;

/** Instances of that name, the newest last; those that are gone or going are not counted. */
export const instancesNamed = (world: World, name: string): Instance[] =>
  world.instances
    .list()
    .filter((instance) => nameOf(instance.Tags) === name && !isEnding(instanceState(world, instance)));

/** Network interfaces of that name, the newest last. */
export const interfacesNamed = (world: World, name: string): NetworkInterface[] =>
  world.networkInterfaces.list().filter(({ TagSet }) => nameOf(TagSet) === name);

const isEnding = (state: string): boolean => state === 'shutting-down' || state === 'terminated';

/** The instance that holds an interface now, and where; one that is on its way out holds no more. */
export function attachmentOf({ Attachment }: NetworkInterface): (Attachment & { InstanceId: string }) | undefined {
  if (!Attachment || Attachment.detaching || Attachment.InstanceId === undefined) return undefined;
  return { ...Attachment, InstanceId: Attachment.InstanceId };
}

/** A resource as its learner calls it: by its name, or else by its id. */
export const labelOf = (id: string, tags: readonly Tag[] = []): string => nameOf(tags) ?? id;

export const instanceLabel = (world: World, id: string): string => labelOf(id, world.instances.get(id)?.Tags);
export const subnetLabel = (world: World, id: string): string => labelOf(id, world.subnets.get(id)?.Tags);
export const vpcLabel = (world: World, id: string): string => labelOf(id, world.vpcs.get(id)?.Tags);
