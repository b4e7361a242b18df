import type { Instance } from '@/lib/engine/instance/instance';
import { instanceOf, type NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import type { World } from '@/lib/engine/world';
import type { LoggedCall } from '@/lib/shell/line';
import type { Facts } from '../facts';

/** A call that was made, in the world as it is right after its step, with what is remembered of the path. */
export interface Done {
  readonly world: World;
  readonly facts: Facts;
  readonly call: LoggedCall;
}

/** Something that was so with what a call named. Cost: what the call named, and for two of them the path's facts; never what the world holds. */
export type Situation = (done: Done) => boolean;

/** A member of an input: whatever was sent, since a refused call may hold anything. */
export const memberOf = (input: unknown, name: string): unknown =>
  typeof input === 'object' && input !== null && Object.hasOwn(input, name)
    ? // Checked in the line above.
      (input as Record<string, unknown>)[name]
    : undefined;

export const textOf = ({ input }: { readonly input: object }, name: string): string => {
  const value = memberOf(input, name);
  return typeof value === 'string' ? value : '';
};

/** The members of a list of an input; none when it is no list. */
export const listOf = (input: unknown, name: string): readonly unknown[] => {
  const value = memberOf(input, name);
  return Array.isArray(value) ? value : [];
};

/** The interface that a call names, by its own id or by its attachment's. */
export const interfaceNamed = ({ world, call }: Done): NetworkInterface | undefined =>
  world.networkInterfaces.get(textOf(call, 'NetworkInterfaceId')) ??
  world.networkInterfaces.first('AttachmentId', textOf(call, 'AttachmentId'));

/** The instances that a call names: by their ids, or the one that holds the interface it names. */
export function instancesNamed(done: Done): Instance[] {
  const { world, call } = done;
  const ids = [textOf(call, 'InstanceId'), ...listOf(call.input, 'InstanceIds')];
  const named = ids.flatMap((id) => (typeof id === 'string' ? (world.instances.get(id) ?? []) : []));
  if (named.length > 0) return named;
  const eni = interfaceNamed(done);
  const holder = eni && instanceOf(world, eni);
  return holder ? [holder] : [];
}
