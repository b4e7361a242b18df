import { interfacesOf, isPrimaryDevice, type NetworkInterface } from '../network-interface/network-interface';
import type { World } from '../world';
import { instanceErrors } from './errors';
import type { Instance } from './instance';

/** The interface at index 0 of card 0; absent once the instance is terminated. */
export const findPrimaryInterface = (world: World, instance: Instance): NetworkInterface | undefined =>
  interfacesOf(world, instance.InstanceId).find(({ Attachment }) => Attachment && isPrimaryDevice(Attachment));

/**
 * The interface that an instance attribute is a shortcut to; refused for an instance with several.
 * Source: test/transcripts/ground-truth.yaml, 3-instance-flag-of-two.
 */
export function onlyInterfaceOf(world: World, instance: Instance): NetworkInterface | undefined {
  const [only, ...others] = interfacesOf(world, instance.InstanceId);
  if (others.length > 0) throw instanceErrors.severalInterfaces(instance.InstanceId);
  return only;
}

/**
 * An auto-assigned public address is the instance's while it runs and no longer.
 * Source: test/transcripts/ground-truth.yaml, 5-lost-at-the-stop.
 */
export function releasePublicIp(world: World, instance: Instance): void {
  for (const eni of interfacesOf(world, instance.InstanceId)) {
    const { publicIp, ...rest } = eni;
    if (publicIp !== undefined) world.networkInterfaces.replace(rest);
  }
}
