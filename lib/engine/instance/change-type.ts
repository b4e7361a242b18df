import { getImage } from '../image/image';
import { architectureOf, isInstanceType } from '../instance-type/instance-type';
import { limitsOf } from '../instance-type/instance-type-limits';
import { ipv4Count } from '../network-interface/address-limits';
import { attachmentErrors } from '../network-interface/errors';
import { interfacesOf } from '../network-interface/network-interface';
import type { World } from '../world';
import { instanceErrors } from './errors';
import { type Instance, instanceState } from './instance';
import { launchErrors } from './launch-errors';

/**
 * Give a stopped instance another type. Assumed: its interfaces and their addresses must fit the new type's limits at once, in
 * the words of a launch.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/change-instance-type-of-ebs-backed-instance.html
 */
export function changeType(world: World, instance: Instance, instanceType: string): void {
  if (!isInstanceType(instanceType)) throw instanceErrors.unknownNewType(instanceType);
  if (instanceState(world, instance) !== 'stopped') throw instanceErrors.notStopped(instance.InstanceId);
  const architecture = architectureOf(instanceType);
  const image = getImage(instance.ImageId);
  if (architecture !== image.Architecture) throw launchErrors.architecture(architecture, image.Architecture);
  const limits = limitsOf(instanceType);
  const interfaces = interfacesOf(world, instance.InstanceId);
  if (interfaces.length > limits.maxNetworkInterfaces) throw attachmentErrors.limit(interfaces.length, instanceType);
  for (const eni of interfaces) {
    const count = ipv4Count(eni);
    if (count > limits.ipv4PerInterface)
      throw attachmentErrors.addressLimit(count, eni.NetworkInterfaceId, instanceType);
  }
  world.instances.replace({ ...instance, InstanceType: instanceType });
}
