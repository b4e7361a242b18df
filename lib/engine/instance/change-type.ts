import { getImage } from '../image/image';
import { architectureOf, isInstanceType } from '../instance-type/instance-type';
import { checkTypeTakes } from '../network-interface/attach';
import { interfacesOf, type NetworkInterface } from '../network-interface/network-interface';
import type { World } from '../world';
import { instanceErrors } from './errors';
import { type Instance, instanceState } from './instance';
import { launchErrors } from './launch-errors';

/**
 * Give a stopped instance another type. Assumed: its interfaces and their addresses must fit the new type at once, in the words of
 * attaching them, and another processor architecture is refused in the words of a launch.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/change-instance-type-of-ebs-backed-instance.html
 */
export function changeType(world: World, instance: Instance, instanceType: string): void {
  if (!isInstanceType(instanceType)) throw instanceErrors.unknownNewType(instanceType);
  if (instanceState(world, instance) !== 'stopped') throw instanceErrors.notStopped(instance.InstanceId);
  const architecture = architectureOf(instanceType);
  const image = getImage(instance.ImageId);
  if (architecture !== image.Architecture) throw launchErrors.architecture(architecture, image.Architecture);
  const interfaces = interfacesOf(world, instance.InstanceId);
  const cardOf = ({ Attachment }: NetworkInterface) => Attachment?.NetworkCardIndex ?? 0;
  for (const eni of interfaces) {
    const card = cardOf(eni);
    checkTypeTakes(instanceType, eni, card, interfaces.filter((other) => cardOf(other) === card).length);
  }
  world.instances.replace({ ...instance, InstanceType: instanceType });
}
